import { DomainError } from '../../kernel/domain-error.js';
import type { Lifecycle } from './vocabulary.js';

/** DEPRECATED → IN_USE is a roll-back; PROPOSED and APPROVED may be given up without ever being used. */
export const NEXT: Readonly<Record<Lifecycle, readonly Lifecycle[]>> = {
  PROPOSED: ['APPROVED', 'RETIRED'],
  APPROVED: ['IN_USE', 'RETIRED'],
  IN_USE: ['DEPRECATED'],
  DEPRECATED: ['IN_USE', 'RETIRED'],
  RETIRED: [],
};

export const APPROVER_ROLES = ['VALIDATOR', 'MANAGER'] as const;

export interface LifecycleStep {
  readonly from: Lifecycle;
  readonly to: Lifecycle;
  readonly registrantId: string;
  readonly actorId: string;
  readonly actorRoles: readonly string[];
  /** Tools that the model serves today, in any purpose. */
  readonly toolsServed: number;
}

/** The next state, or a DomainError: approval takes a VALIDATOR or MANAGER who did not register the model. */
export function decideLifecycle(step: LifecycleStep): Lifecycle {
  if (!NEXT[step.from].includes(step.to))
    throw new DomainError('conflict', 'lifecycle-transition', `A model that is ${step.from} cannot become ${step.to}.`);
  if (step.to === 'APPROVED') refuseOwnApproval(step);
  if (step.to === 'RETIRED' && step.toolsServed > 0)
    throw new DomainError('conflict', 'model-still-serves', `The model still serves ${step.toolsServed} tool(s).`);
  return step.to;
}

export const approvalRole = (): DomainError =>
  new DomainError('forbidden', 'approval-role', 'A model is approved by a validator or a manager.');

export const wayBack = (): DomainError =>
  new DomainError('conflict', 'model-way-back', 'A swap that is in review may still go back to this model.');

function refuseOwnApproval(step: LifecycleStep): void {
  if (!APPROVER_ROLES.some((role) => step.actorRoles.includes(role))) throw approvalRole();
  if (step.actorId === step.registrantId)
    throw new DomainError('forbidden', 'own-approval', 'Who registered a model cannot approve it.');
}
