import { createHash } from 'node:crypto';
import type { FlagRow } from './domain/explanation.js';
import type { KnownFlag, PlannedFlag } from './domain/flag-plan.js';
import type { RowState } from './domain/reconcile.js';
import type { AnalysisState, Reason } from './domain/vocabulary.js';

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

/** Rows of a flag that say the same, written at once. */
interface FoundRows extends Pick<FlagRow, 'eligibility' | 'severity' | 'confidence'> {
  readonly flagId: string;
  readonly toolIds: string[];
  readonly active: boolean;
  readonly analysisState: AnalysisState;
  readonly reasons: readonly Reason[];
  readonly score: number | null;
  readonly explanation: string;
}

export interface RowsToStore {
  readonly added: readonly FoundRows[];
  /** Rows that say something else than what is stored. */
  readonly changed: readonly FoundRows[];
  /** Explanations that the flag has not had yet. */
  readonly explanations: readonly Explanation[];
}

/** The found rows of a flag, as far as they are not stored as they are. */
export function rowsToStore({ id: flagId, known, rows }: Identified): RowsToStore {
  const stored = new Map(known?.rows.map((row) => [row.toolId, row]));
  // Rows of tools alike share their gates as one object, and with it the rest.
  const byGates = new Map<FlagRow['gates'], Explanation>();
  const added = new Map<string, FoundRows>();
  const changed = new Map<string, FoundRows>();
  for (const { toolId, found, state } of rows) {
    if (found === undefined) continue;
    const explanation = byGates.get(found.gates) ?? explanationOf(flagId, found);
    byGates.set(found.gates, explanation);
    const { digest } = explanation;
    const { analysisState, active } = state;
    const before = stored.get(toolId);
    if (before?.active === active && before.analysisState === analysisState && before.explanation === digest) continue;
    const alike = before === undefined ? added : changed;
    const key = `${digest} ${analysisState} ${active}`;
    const same = alike.get(key) ?? foundRows(flagId, found, state, digest);
    same.toolIds.push(toolId);
    alike.set(key, same);
  }
  const told = new Set(known?.rows.map(({ explanation }) => explanation));
  const byDigest = new Map([...byGates.values()].map((each) => [each.digest, each]));
  return {
    added: [...added.values()],
    changed: [...changed.values()],
    explanations: [...byDigest.values()].filter(({ digest }) => !told.has(digest)),
  };
}

const foundRows = (flagId: string, found: FlagRow, { active, analysisState }: RowState, digest: string): FoundRows => ({
  ...{ flagId, toolIds: [], active, analysisState },
  ...{ eligibility: found.eligibility, severity: found.severity, confidence: found.confidence },
  reasons: found.reasons.map(({ reason }) => reason),
  score: found.score?.score ?? null,
  explanation: digest,
});

function explanationOf(flagId: string, row: FlagRow): Explanation {
  const { reasons, gates, score, quality, eligibility, severity, confidence } = row;
  const content = JSON.stringify([reasons, gates, score, quality, eligibility, severity, confidence]);
  const digest = createHash('sha256').update(content).digest('hex');
  return { flagId, digest, reasons, gates, score, quality };
}
