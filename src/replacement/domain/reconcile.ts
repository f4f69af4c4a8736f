import { NEXT_BY_MACHINE } from './flag-state.js';
import { ANALYSIS_STATES } from './vocabulary.js';
import type { AnalysisState, Reason } from './vocabulary.js';

/** A stored row, as far as the machine decides on it. */
export interface StoredRow {
  readonly analysisState: AnalysisState;
  readonly active: boolean;
  readonly until?: string | null;
  /** What the row showed when a person dismissed it. */
  readonly dismissed?: DismissedAt | null;
}

export interface DismissedAt {
  readonly score: number | null;
  readonly reasons: readonly Reason[];
  readonly policyVersion: number;
}

/** What an assessment now says of the row. */
export interface RowFinding {
  readonly notBefore: string | null;
  readonly supersededBy: string | null;
  readonly score: number | null;
  readonly reasons: readonly Reason[];
  readonly policyVersion: number;
}

export const RE_RAISED_BY = ['SCORE', 'NEW_REASON', 'POLICY_CHANGE'] as const;
export type ReRaisedBy = (typeof RE_RAISED_BY)[number];

export interface RowState {
  readonly analysisState: AnalysisState;
  /** The finding holds now. */
  readonly active: boolean;
  /** Set when a dismissed row comes back, with what brought it. */
  readonly reRaisedBy?: ReRaisedBy;
}

export interface Reconciliation {
  readonly stored?: StoredRow;
  /** Absent where the assessment no longer finds it. */
  readonly finding?: RowFinding;
  readonly toolUsesModel: boolean;
  readonly reRaiseScore: number;
  readonly now: string;
}

/** State of a row after an assessment; null where there is nothing to store. Same inputs, same state. */
export function reconcile({ stored, finding, toolUsesModel, reRaiseScore, now }: Reconciliation): RowState | null {
  if (!toolUsesModel) return stored === undefined ? null : { analysisState: 'RESOLVED', active: false };
  if (finding === undefined) return withoutFinding(stored, now);
  if (stored === undefined) return fresh(finding);
  if (finding.supersededBy !== null) return superseded(stored);
  switch (stored.analysisState) {
    case 'PENDING':
      return fresh(finding);
    case 'SUPERSEDED':
    case 'RESOLVED':
      return returned(stored, finding, { reRaiseScore, now });
    case 'SNOOZED':
      return { analysisState: isAwake(stored, now) ? 'OPEN' : 'SNOOZED', active: true };
    case 'DISMISSED':
      return dismissed(stored, finding, reRaiseScore);
    default:
      return { analysisState: stored.analysisState, active: true };
  }
}

const fresh = (finding: RowFinding): RowState => {
  if (finding.supersededBy !== null) return { analysisState: 'SUPERSEDED', active: false };
  return { analysisState: finding.notBefore === null ? 'OPEN' : 'PENDING', active: true };
};

/** What a person decided outlives a fail-over or a later release that went again; all else is as new. */
function returned(
  stored: StoredRow,
  finding: RowFinding,
  { reRaiseScore, now }: Pick<Reconciliation, 'reRaiseScore' | 'now'>,
): RowState {
  if (stored.dismissed) return dismissed(stored, finding, reRaiseScore);
  return isAwake(stored, now) ? fresh(finding) : { analysisState: 'SNOOZED', active: true };
}

const withoutFinding = (stored: StoredRow | undefined, now: string): RowState | null => {
  if (stored === undefined) return null;
  const woken = stored.analysisState === 'SNOOZED' && isAwake(stored, now);
  return { analysisState: woken ? 'OPEN' : stored.analysisState, active: false };
};

/** A person's closing decision outlives the supersession; what is open gives way. */
function superseded(stored: StoredRow): RowState {
  const gives = NEXT_BY_MACHINE[stored.analysisState].includes('SUPERSEDED');
  return { analysisState: gives ? 'SUPERSEDED' : stored.analysisState, active: false };
}

const isAwake = ({ until }: StoredRow, now: string): boolean =>
  until === undefined || until === null || Date.parse(until) <= Date.parse(now);

function dismissed(stored: StoredRow, finding: RowFinding, reRaiseScore: number): RowState {
  const reRaisedBy = stored.dismissed ? whatChanged(stored.dismissed, finding, reRaiseScore) : undefined;
  return reRaisedBy === undefined
    ? { analysisState: 'DISMISSED', active: true }
    : { analysisState: 'OPEN', active: true, reRaisedBy };
}

function whatChanged(then: DismissedAt, finding: RowFinding, reRaiseScore: number): ReRaisedBy | undefined {
  if (finding.reasons.some((reason) => !then.reasons.includes(reason))) return 'NEW_REASON';
  if (finding.score !== null && then.score !== null && finding.score - then.score >= reRaiseScore - 1e-12)
    return 'SCORE';
  return finding.policyVersion === then.policyVersion ? undefined : 'POLICY_CHANGE';
}

/** A flag is as open as its most open row that still holds; without one, as its most open row at all. */
export function flagStateOf(rows: readonly RowState[]): RowState {
  const active = rows.filter((row) => row.active);
  const judged = (active.length > 0 ? active : rows).map((row) => row.analysisState);
  const most = ANALYSIS_STATES.find((state) => judged.includes(state)) ?? 'RESOLVED';
  return { analysisState: most, active: active.length > 0 };
}
