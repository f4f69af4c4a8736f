import { DomainError } from '../kernel/domain-error.js';
import type { ProposalState } from './policy-proposal.entity.js';

export type Decision = Exclude<ProposalState, 'OPEN'>;

export interface ProposalQuestion {
  readonly decision: Decision;
  readonly proposal: { readonly state: ProposalState; readonly proposedBy: string; readonly baseVersion: number };
  readonly currentVersion: number;
  readonly actorId: string;
}

/** Refuses a decision that was taken already, by the proposer alone, or on a policy that has moved since. */
export function decideProposal({ decision, proposal, currentVersion, actorId }: ProposalQuestion): void {
  if (proposal.state !== 'OPEN')
    throw new DomainError('conflict', 'proposal-decided', `The proposal is ${proposal.state} already.`);
  if (decision === 'REJECTED') return;
  if (proposal.proposedBy === actorId)
    throw new DomainError('forbidden', 'own-proposal', 'Who proposed a change of the policy cannot approve it.');
  if (proposal.baseVersion !== currentVersion)
    throw new DomainError(
      'conflict',
      'policy-moved',
      `The proposal was written against version ${proposal.baseVersion}; version ${currentVersion} is in force.`,
    );
}
