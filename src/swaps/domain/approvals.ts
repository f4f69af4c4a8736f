import type { Materiality } from '../../portfolio/domain/vocabulary.js';
import type { ApprovalRule } from '../../policy/domain/policy.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { ApprovalPurpose, ApproverRole, ChangeType } from './vocabulary.js';

/** What an approval binds to: any other revision, or any other (tool, from, to, evidence), is another request. */
export interface Bound {
  readonly revision: number;
  readonly digest: string;
}

export interface GivenApproval extends Bound {
  readonly personId: string;
  readonly asRole: ApproverRole;
  readonly purpose: ApprovalPurpose;
  readonly voided: boolean;
  /** The person still is active in that role. */
  readonly holdsRole: boolean;
}

/** Approvals that a change takes: a STANDARD one of a LOW tool is decided by its checks, an EMERGENCY by one person. */
export function neededApprovals(
  changeType: ChangeType,
  materiality: Materiality,
  rules: Readonly<Record<Materiality, ApprovalRule>>,
): ApprovalRule {
  if (changeType === 'STANDARD' && materiality === 'LOW') return { approvals: 0, validator: false };
  if (changeType === 'EMERGENCY') return { approvals: 1, validator: false };
  return rules[materiality];
}

/** The approvals that count: of this purpose, for exactly this content, by people who still hold the role. */
export const countingApprovals = (
  given: readonly GivenApproval[],
  bound: Bound,
  purpose: ApprovalPurpose,
): readonly GivenApproval[] =>
  given.filter(
    (each) =>
      each.purpose === purpose &&
      !each.voided &&
      each.holdsRole &&
      each.revision === bound.revision &&
      each.digest === bound.digest,
  );

export interface Missing {
  readonly managers: number;
  readonly validators: number;
}

/** What is still missing; every approval counts for one role only, so that distinct people stand behind them. */
export function missingApprovals(rule: ApprovalRule, counting: readonly GivenApproval[]): Missing {
  const of = (role: ApproverRole): number =>
    new Set(counting.filter(({ asRole }) => asRole === role).map(({ personId }) => personId)).size;
  return {
    managers: Math.max(0, rule.approvals - of('MANAGER')),
    validators: Math.max(0, (rule.validator ? 1 : 0) - of('VALIDATOR')),
  };
}

export const isApproved = ({ managers, validators }: Missing): boolean => managers === 0 && validators === 0;

export interface ApprovalQuestion {
  readonly rule: ApprovalRule;
  readonly given: readonly GivenApproval[];
  /** As the request stands now. */
  readonly current: Bound;
  /** The revision that the approver has read. */
  readonly revision: number;
  readonly approver: Approver;
  /** Everybody who wrote this request: who opened it, and whoever changed it since. */
  readonly contributors: readonly string[];
  readonly implementerId: string | null;
  readonly purpose: ApprovalPurpose;
}

export interface Approver {
  readonly personId: string;
  readonly roles: readonly string[];
  /** The tool is theirs or their team's. */
  readonly isOwner: boolean;
}

export interface ApprovalDecision {
  readonly asRole: ApproverRole;
  /** With it nothing is missing any more. */
  readonly completes: boolean;
}

/**
 * In which role the approval counts, and whether it is the last one. Throws `stale-revision`, `own-request`,
 * `implementer-approves`, `already-approved`, `validator-not-independent`, `approval-role`, `approvals-complete`.
 */
export function decideApproval(question: ApprovalQuestion): ApprovalDecision {
  refuseParty(question);
  const { rule, given, current, approver, purpose } = question;
  const mine = given.some(
    ({ personId, revision, voided }) => personId === approver.personId && revision === current.revision && !voided,
  );
  if (mine) throw new DomainError('conflict', 'already-approved', 'You have approved this revision already.');
  const counting = countingApprovals(given, current, purpose);
  const missing = missingApprovals(rule, counting);
  if (isApproved(missing))
    throw new DomainError('conflict', 'approvals-complete', 'No further approval of this revision is needed.');
  const asRole = roleFor(missing, question);
  const left = {
    managers: missing.managers - (asRole === 'MANAGER' ? 1 : 0),
    validators: missing.validators - (asRole === 'VALIDATOR' ? 1 : 0),
  };
  return { asRole, completes: isApproved(left) };
}

function refuseParty({ revision, current, approver, contributors, implementerId }: ApprovalQuestion): void {
  if (revision !== current.revision)
    throw new DomainError(
      'conflict',
      'stale-revision',
      `The request is at revision ${current.revision}, not ${revision}; read it again.`,
    );
  if (contributors.includes(approver.personId))
    throw new DomainError('forbidden', 'own-request', 'Who wrote a request, or a part of it, cannot approve it.');
  if (implementerId === approver.personId)
    throw new DomainError('forbidden', 'implementer-approves', 'Who implements a swap cannot approve it.');
}

function roleFor(missing: Missing, { approver }: ApprovalQuestion): ApproverRole {
  if (missing.managers > 0 && approver.roles.includes('MANAGER')) return 'MANAGER';
  if (missing.validators > 0 && approver.roles.includes('VALIDATOR')) {
    if (!approver.isOwner) return 'VALIDATOR';
    throw new DomainError('forbidden', 'validator-not-independent', 'The tool is the validator’s own.');
  }
  const wanted = missing.managers > 0 ? 'a manager' : 'a validator';
  throw new DomainError('forbidden', 'approval-role', `The approval that is missing is for ${wanted}.`);
}

/** Throws `approvals-void` unless everything that is needed was approved for exactly this content. */
export function requireApproved(rule: ApprovalRule, given: readonly GivenApproval[], current: Bound): void {
  const missing = missingApprovals(rule, countingApprovals(given, current, 'APPROVAL'));
  if (isApproved(missing)) return;
  throw new DomainError(
    'conflict',
    'approvals-void',
    `Approvals are void or no longer count; missing: ${missing.managers} manager(s), ${missing.validators} validator(s).`,
  );
}

/** Who approved this content cannot implement it. */
export function refuseApprovingImplementer(given: readonly GivenApproval[], implementerId: string): void {
  if (given.some(({ personId, voided }) => personId === implementerId && !voided))
    throw new DomainError('forbidden', 'implementer-approves', 'Who approved a swap cannot implement it.');
}
