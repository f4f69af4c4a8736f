import { createHash } from 'node:crypto';
import type { FlagRow } from './domain/explanation.js';
import type { KnownFlag, PlannedFlag } from './domain/flag-plan.js';

/** A stored flag; each row with the digest of what it shows. */
export interface StandingFlag extends KnownFlag {
  readonly rows: readonly (KnownFlag['rows'][number] & { readonly explanation: string })[];
}

/** A planned flag under the id that it is stored under. */
export interface Identified extends PlannedFlag {
  readonly id: string;
  readonly known?: StandingFlag;
}

/** What tools are told about a flag; those that are told the same share it. */
interface Explanation extends Pick<FlagRow, 'reasons' | 'gates' | 'score' | 'quality'> {
  readonly flagId: string;
  /** SHA-256 of all that the row shows. */
  readonly digest: string;
}

export interface RowsToStore {
  readonly added: readonly object[];
  /** Rows that say something else than what is stored. */
  readonly changed: readonly object[];
  /** Explanations that the flag has not had yet. */
  readonly explanations: readonly Explanation[];
}

/** The found rows of a flag, as far as they are not stored as they are. */
export function rowsToStore({ id: flagId, known, rows }: Identified): RowsToStore {
  const stored = new Map(known?.rows.map((row) => [row.toolId, row]));
  // Rows of tools alike share their gates as one object, and with it the rest.
  const byGates = new Map<FlagRow['gates'], Explanation>();
  const added: object[] = [];
  const changed: object[] = [];
  for (const { found, state } of rows) {
    if (found === undefined) continue;
    const explanation = byGates.get(found.gates) ?? explanationOf(flagId, found);
    byGates.set(found.gates, explanation);
    const { toolId, eligibility, severity, confidence } = found;
    const { analysisState, active } = state;
    const before = stored.get(toolId);
    if (
      before?.active === active &&
      before.analysisState === analysisState &&
      before.explanation === explanation.digest
    )
      continue;
    (before === undefined ? added : changed).push({
      ...{ flagId, toolId, active, analysisState, eligibility, severity, confidence },
      reasons: found.reasons.map(({ reason }) => reason),
      score: found.score?.score ?? null,
      explanation: explanation.digest,
    });
  }
  const told = new Set(known?.rows.map(({ explanation }) => explanation));
  const byDigest = new Map([...byGates.values()].map((each) => [each.digest, each]));
  return { added, changed, explanations: [...byDigest.values()].filter(({ digest }) => !told.has(digest)) };
}

function explanationOf(flagId: string, row: FlagRow): Explanation {
  const { reasons, gates, score, quality, eligibility, severity, confidence } = row;
  const content = JSON.stringify([reasons, gates, score, quality, eligibility, severity, confidence]);
  const digest = createHash('sha256').update(content).digest('hex');
  return { flagId, digest, reasons, gates, score, quality };
}
