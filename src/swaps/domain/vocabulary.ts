/** Closed lists of swap requests; DTOs, database CHECKs and OpenAPI derive from these. */
export const SWAP_STATES = [
  'DRAFT',
  'SUBMITTED',
  'UNDER_ASSESSMENT',
  'CHANGES_REQUESTED',
  'APPROVED',
  'REJECTED',
  'SCHEDULED',
  'IN_ROLLOUT',
  'IN_REVIEW',
  'COMPLETED',
  'ROLLED_BACK',
  'CANCELLED',
  'EXPIRED',
] as const;
export type SwapState = (typeof SWAP_STATES)[number];

/** Nothing follows these. */
export const FINAL_STATES = ['REJECTED', 'COMPLETED', 'ROLLED_BACK', 'CANCELLED', 'EXPIRED'] as const;
export type FinalState = (typeof FINAL_STATES)[number];

/** With its requester, who writes it; nobody decides yet. */
export const DRAFTED_STATES: readonly SwapState[] = ['DRAFT', 'CHANGES_REQUESTED'];
/** Still editable, and waiting to be decided: nothing is written into it that its submission would have refused. */
export const SUBMITTED_STATES: readonly SwapState[] = ['SUBMITTED', 'UNDER_ASSESSMENT'];
/** Its content may still change; every change makes a new revision. */
export const EDITABLE_STATES: readonly SwapState[] = [...DRAFTED_STATES, ...SUBMITTED_STATES];

export const CHANGE_TYPES = ['STANDARD', 'NORMAL', 'EMERGENCY'] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

/** In the order in which a rollout passes them; a stage may be left out, never taken back. */
export const STAGES = ['SHADOW', 'CANARY', 'FULL'] as const;
export type Stage = (typeof STAGES)[number];

export const CHECKS = [
  'GATES',
  'LICENCE',
  'EVIDENCE',
  'GOLDEN_SET',
  'CONCENTRATION',
  'ROLLBACK_PLAN',
  'FALLBACK',
  'FOOTPRINT',
  'CHANGE_TYPE',
] as const;
export type CheckName = (typeof CHECKS)[number];

export const CHECK_RESULTS = ['PASS', 'WARN', 'FAIL'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

export const EVIDENCE_KINDS = ['LINK', 'FILE', 'EVALUATION'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const APPROVER_ROLES = ['MANAGER', 'VALIDATOR'] as const;
export type ApproverRole = (typeof APPROVER_ROLES)[number];

/** APPROVAL comes before the rollout; REVIEW after an emergency. */
export const APPROVAL_PURPOSES = ['APPROVAL', 'REVIEW'] as const;
export type ApprovalPurpose = (typeof APPROVAL_PURPOSES)[number];

/** Steps that others are told of, with the event `swap.` of each. */
export const SWAP_EVENTS = {
  submitted: 'submitted',
  // A fail-over is submitted for its review with the very step that it takes.
  'failed-over': 'submitted',
  'changes-requested': 'changes-requested',
  approved: 'approved',
  rejected: 'rejected',
  scheduled: 'scheduled',
  'rollout-full': 'moved',
  'review-overdue': 'review-overdue',
  completed: 'completed',
  'rolled-back': 'rolled-back',
  cancelled: 'cancelled',
  expired: 'expired',
  'base-moved': 'base-moved',
} as const;
