import { pairGates } from './assess-pair.js';
import type { CandidateAssessment } from './explanation.js';
import { fitOf } from './fit.js';
import { eligibilityOf } from './gates.js';
import { inUseOf } from './in-use.js';
import { shortlist } from './shortlist.js';
import type { GateName } from './vocabulary.js';
import type { World } from './world.js';

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

export type Gated = Pick<CandidateAssessment, 'toolId' | 'releaseId' | 'eligibility' | 'gates'>;

/** The gates of every release that may replace a model in use, tool by tool. */
export function* gatesOfCandidates(world: World): Generator<Gated> {
  for (const modelId of world.toolsByModel.keys()) {
    const inUse = inUseOf(world, modelId);
    if (inUse === undefined) continue;
    const { model, release } = inUse;
    for (const { candidate, tools } of shortlist(world, inUse))
      for (const tool of tools) {
        const fit = fitOf(world.roomOf, model, tool, candidate);
        const gates = pairGates(world, { tool, model, inUse: release, candidate }, fit);
        yield { toolId: tool.id, releaseId: candidate.id, gates, eligibility: eligibilityOf(gates) };
      }
  }
}

/** Collects the facts that candidates wait for, the most useful first; candidates that fail a gate wait for nothing. */
export function informationGaps(candidates: Iterable<Gated>): readonly InformationGap[] {
  const gaps = new Map<string, { gap: InformationGap; gates: Set<GateName>; tools: Set<string>; alone: Set<string> }>();
  for (const { toolId, releaseId, eligibility, gates } of candidates) {
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
