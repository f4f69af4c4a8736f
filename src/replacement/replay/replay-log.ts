import type { Reason, AnalysisState } from '../domain/vocabulary.js';

/** One stored flag as it stands on one day. */
export interface StandingFlag {
  readonly id: string;
  readonly model: string;
  readonly inUse: string;
  readonly candidate: string | null;
  readonly candidateStatus: string | null;
  readonly candidateKind: string | null;
  readonly inUseKind: string | null;
  /** Made from another vendor's release by somebody else. */
  readonly isThirdPartyTune: boolean;
  /** Takes images only in place of a model for text. */
  readonly isVisionForText: boolean;
  readonly published: string | null;
  readonly inUsePublished: string | null;
  readonly reasons: readonly Reason[];
  readonly rank: number;
  readonly state: AnalysisState;
  readonly active: boolean;
}

export interface RaisedFlag extends StandingFlag {
  /** Day on which it first asked for attention. */
  readonly raisedOn: string;
  /** Null where the day of publication is unknown, or there is no candidate. */
  readonly daysAfterPublication: number | null;
}

const DAY_MS = 86_400_000;
const TAKES_ATTENTION: ReadonlySet<AnalysisState> = new Set(['OPEN', 'IN_TRIAGE', 'SNOOZED', 'ACCEPTED']);

/** Remembers when each flag was raised and how many were open, from what is stored day by day. */
export class ReplayLog {
  private readonly flags = new Map<string, RaisedFlag>();
  private readonly mostOpen = new Map<string, number>();

  note(day: string, standing: readonly StandingFlag[]): void {
    const open = new Map<string, number>();
    for (const flag of standing) {
      if (!flag.active || !TAKES_ATTENTION.has(flag.state)) continue;
      open.set(flag.model, (open.get(flag.model) ?? 0) + 1);
      const { published } = flag;
      const age = published === null ? null : Math.round((Date.parse(day) - Date.parse(published)) / DAY_MS);
      if (!this.flags.has(flag.id)) this.flags.set(flag.id, { ...flag, raisedOn: day, daysAfterPublication: age });
    }
    for (const [model, count] of open) this.mostOpen.set(model, Math.max(count, this.mostOpen.get(model) ?? 0));
  }

  /** In the order in which they were raised. */
  raised(): readonly RaisedFlag[] {
    return [...this.flags.values()].sort(
      (a, b) => compare(a.raisedOn, b.raisedOn) || compare(a.model, b.model) || a.rank - b.rank,
    );
  }

  /** Most flags of one model that were open on one day. */
  mostOpenAtOnce(): number {
    return Math.max(0, ...this.mostOpen.values());
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
