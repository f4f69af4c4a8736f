import { createHash } from 'node:crypto';
import type { FlagRow } from './domain/explanation.js';
import type { PlannedFlag } from './domain/flag-plan.js';

/** A planned flag under the id that it is stored under. */
export type Identified = PlannedFlag & { readonly id: string };

/** What tools are told about a flag; those that are told the same share it. */
export interface Explanation extends Pick<FlagRow, 'reasons' | 'gates' | 'score' | 'quality'> {
  readonly flagId: string;
  /** SHA-256 of the content. */
  readonly digest: string;
}

/** The found rows of a flag as they are stored, and the explanations that they name. */
export function explainedRows({ id: flagId, rows }: Identified): {
  /** Rows that are new, and those that are stored already. */
  readonly added: readonly object[];
  readonly kept: readonly object[];
  readonly explanations: readonly Explanation[];
} {
  // Rows of tools alike share their gates as one object, and with it the rest.
  const byGates = new Map<FlagRow['gates'], Explanation>();
  const added: object[] = [];
  const kept: object[] = [];
  for (const { found, state, from } of rows) {
    if (found === undefined) continue;
    const { gates, toolId, eligibility, severity, confidence } = found;
    const explanation = byGates.get(gates) ?? explanationOf(flagId, found);
    byGates.set(gates, explanation);
    const { analysisState, active } = state;
    (from === null ? added : kept).push({
      ...{ flagId, toolId, active, analysisState, eligibility, severity, confidence },
      reasons: found.reasons.map(({ reason }) => reason),
      score: found.score?.score ?? null,
      explanation: explanation.digest,
    });
  }
  const byDigest = new Map([...byGates.values()].map((each) => [each.digest, each]));
  return { added, kept, explanations: [...byDigest.values()] };
}

function explanationOf(flagId: string, { reasons, gates, score, quality }: FlagRow): Explanation {
  const content = JSON.stringify([reasons, gates, score, quality]);
  const digest = createHash('sha256').update(content).digest('hex');
  return { flagId, digest, reasons, gates, score, quality };
}
