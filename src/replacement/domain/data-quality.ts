import type { CandidateAssessment } from './explanation.js';
import type { GateName } from './vocabulary.js';

/** An unknown fact of a release, and what it keeps from being judged. */
export interface InformationGap {
  readonly releaseId: string;
  /** The field, or another thing that would decide the gate. */
  readonly fact: string;
  readonly gates: readonly GateName[];
  /** Tools for which the release cannot be judged without it. */
  readonly toolIds: readonly string[];
  /** Tools for which nothing else is missing: one answer settles them. */
  readonly settles: number;
}

type Assessed = Pick<CandidateAssessment, 'toolId' | 'releaseId' | 'eligibility' | 'gates'>;

/** Collects the facts that candidates wait for, the most useful first; candidates that fail a gate wait for nothing. */
export function informationGaps(assessments: readonly Assessed[]): readonly InformationGap[] {
  const gaps = new Map<string, { gap: InformationGap; gates: Set<GateName>; tools: Set<string>; alone: Set<string> }>();
  for (const { toolId, releaseId, eligibility, gates } of assessments) {
    if (eligibility !== 'NEEDS_INFORMATION') continue;
    const open = gates.flatMap(({ gate, answer, decidedBy }) =>
      answer === 'UNKNOWN' && decidedBy !== undefined ? [{ gate, fact: decidedBy }] : [],
    );
    const isAlone = new Set(open.map(({ fact }) => fact)).size === 1;
    for (const { gate, fact } of open) {
      const key = `${releaseId} ${fact}`;
      const empty = { releaseId, fact, gates: [], toolIds: [], settles: 0 };
      const known = gaps.get(key) ?? { gap: empty, gates: new Set(), tools: new Set(), alone: new Set() };
      known.gates.add(gate);
      known.tools.add(toolId);
      if (isAlone) known.alone.add(toolId);
      gaps.set(key, known);
    }
  }
  return [...gaps.values()]
    .map(({ gap, gates, tools, alone }) => ({
      ...gap,
      gates: [...gates].sort(),
      toolIds: [...tools].sort(),
      settles: alone.size,
    }))
    .sort(byUse);
}

const byUse = (a: InformationGap, b: InformationGap): number =>
  b.settles - a.settles ||
  b.toolIds.length - a.toolIds.length ||
  (a.releaseId < b.releaseId ? -1 : a.releaseId > b.releaseId ? 1 : 0) ||
  (a.fact < b.fact ? -1 : 1);
