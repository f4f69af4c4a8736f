import { DomainError } from '../../kernel/domain-error.js';
import { daysBetween } from './age.js';
import { JUSTIFICATIONS } from './vocabulary.js';
import type { AnalysisState, Justification } from './vocabulary.js';

/** What people may decide about a row. */
export const NEXT_BY_PERSON: Readonly<Record<AnalysisState, readonly AnalysisState[]>> = {
  PENDING: [],
  OPEN: ['IN_TRIAGE', 'SNOOZED', 'DISMISSED'],
  IN_TRIAGE: ['OPEN', 'SNOOZED', 'DISMISSED'],
  SNOOZED: ['OPEN'],
  DISMISSED: ['OPEN'],
  ACCEPTED: [],
  SUPERSEDED: [],
  RESOLVED: [],
};

/** Only by opening a swap request; OPEN again when that request ends without a swap. */
export const NEXT_BY_REQUEST: Readonly<Record<AnalysisState, readonly AnalysisState[]>> = {
  PENDING: [],
  OPEN: ['ACCEPTED'],
  IN_TRIAGE: ['ACCEPTED'],
  SNOOZED: [],
  DISMISSED: [],
  ACCEPTED: ['OPEN'],
  SUPERSEDED: [],
  RESOLVED: [],
};

/** What the machine does by itself. */
export const NEXT_BY_MACHINE: Readonly<Record<AnalysisState, readonly AnalysisState[]>> = {
  PENDING: ['OPEN', 'SUPERSEDED', 'RESOLVED'],
  OPEN: ['SUPERSEDED', 'RESOLVED'],
  IN_TRIAGE: ['SUPERSEDED', 'RESOLVED'],
  SNOOZED: ['OPEN', 'SUPERSEDED', 'RESOLVED'],
  DISMISSED: ['OPEN', 'RESOLVED'],
  ACCEPTED: ['RESOLVED'],
  // A decision that still stands comes back with the finding.
  SUPERSEDED: ['OPEN', 'PENDING', 'SNOOZED', 'DISMISSED', 'RESOLVED'],
  RESOLVED: ['OPEN', 'PENDING', 'SNOOZED', 'DISMISSED', 'SUPERSEDED'],
};

export const LONGEST_SNOOZE_DAYS = 180;

/** A person's decision about rows of a flag. */
export interface AnalysisDecision {
  readonly state: AnalysisState;
  /** RFC 3339; SNOOZED only, at most 180 days ahead. */
  readonly until?: string;
  readonly justification?: Justification;
  readonly comment?: string;
}

/** The decision if a person may take it on a row in this state, or a DomainError that says why not. */
export function decideByPerson(from: AnalysisState, decision: AnalysisDecision, now: string): AnalysisDecision {
  if (decision.state === 'ACCEPTED')
    throw new DomainError('conflict', 'accepted-by-request-only', 'A flag is accepted by opening a swap request.');
  if (!NEXT_BY_PERSON[from].includes(decision.state))
    throw new DomainError('conflict', 'analysis-transition', `A row that is ${from} cannot become ${decision.state}.`);
  if (decision.state === 'SNOOZED') refuseBadSnooze(decision, now);
  if (decision.state === 'DISMISSED') refuseBadDismissal(decision);
  return decision;
}

function refuseBadSnooze({ until, comment }: AnalysisDecision, now: string): void {
  if (comment === undefined || comment.trim() === '')
    throw wrong('/comment', 'snooze-reason', 'A snooze needs a reason in the comment.');
  const days = until === undefined ? Number.NaN : daysBetween(now, until);
  if (Number.isNaN(days)) throw wrong('/until', 'snooze-end', 'A snooze needs an end.');
  if (days <= 0 || days > LONGEST_SNOOZE_DAYS)
    throw wrong('/until', 'snooze-end', `A snooze ends within ${LONGEST_SNOOZE_DAYS} days.`);
}

function refuseBadDismissal({ justification, comment }: AnalysisDecision): void {
  if (justification === undefined || !JUSTIFICATIONS.includes(justification))
    throw wrong('/justification', 'dismissal-justification', 'A dismissal needs a justification.');
  if (comment === undefined || comment.trim() === '')
    throw wrong('/comment', 'dismissal-comment', 'A dismissal needs a comment.');
}

const wrong = (pointer: string, code: string, detail: string): DomainError =>
  new DomainError('invalid', code, detail, [{ pointer, code, detail }]);
