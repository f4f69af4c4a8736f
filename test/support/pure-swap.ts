import { DomainError } from '../../src/kernel/domain-error.js';
import { decideApproval, requireApproved } from '../../src/swaps/domain/approvals.js';
import type { GivenApproval } from '../../src/swaps/domain/approvals.js';
import { decideStep, partiesOf, rolloutAction } from '../../src/swaps/domain/swap-state.js';
import type { SwapAction } from '../../src/swaps/domain/swap-state.js';
import { EDITABLE_STATES } from '../../src/swaps/domain/vocabulary.js';
import type { Stage, SwapState } from '../../src/swaps/domain/vocabulary.js';
import type { ModelAccount, ModelAction } from './swap-model.js';

const ROLES: Readonly<Record<ModelAccount, readonly string[]>> = {
  'tool-owner': ['TOOL_OWNER'],
  platform: ['PLATFORM_ENGINEER'],
  manager: ['MANAGER'],
  'manager-2': ['MANAGER'],
  validator: ['VALIDATOR'],
};
const RULE = { approvals: 2, validator: false };

/** The product's own rules around a request in memory. */
export class PureSwap {
  state: SwapState = 'DRAFT';
  revision = 1;
  stage: Stage | null = null;
  implementerId: string | null = null;
  approvals: GivenApproval[] = [];

  private get bound() {
    return { revision: this.revision, digest: `digest ${this.revision}` };
  }

  take(action: ModelAction, account: ModelAccount): void {
    const parties = partiesOf({
      ...{ actorId: account, roles: ROLES[account], isToolTheirs: account === 'tool-owner' },
      ...{ requestedBy: 'tool-owner', implementerId: this.implementerId },
    });
    const step = (name: SwapAction): SwapState => decideStep(name, this.state, parties);
    switch (action) {
      case 'edit':
        if (!parties.has('REQUESTER')) throw new DomainError('forbidden', 'swap-party', '');
        if (!EDITABLE_STATES.includes(this.state)) throw new DomainError('conflict', 'request-frozen', '');
        this.revision += 1;
        return;
      case 'approvals':
      case 'stale-approvals':
        return this.approve(account, action === 'approvals' ? this.revision : this.revision - 1);
      case 'schedule':
        this.state = step('schedule');
        requireApproved(RULE, this.approvals, this.bound);
        this.implementerId = account;
        return;
      case 'SHADOW':
      case 'CANARY':
      case 'FULL':
        this.state = step(rolloutAction(this.stage, action));
        this.stage = action;
        return;
      default:
        this.state = step(action === 'rejections' ? 'reject' : action);
        if (action === 'request-changes') this.approvals = this.approvals.map((each) => ({ ...each, voided: true }));
    }
  }

  private approve(account: ModelAccount, revision: number): void {
    const decision = decideApproval({
      ...{ rule: RULE, given: this.approvals, current: this.bound, revision, purpose: 'APPROVAL' },
      approver: { personId: account, roles: ROLES[account], isOwner: account === 'tool-owner' },
      ...{ contributors: ['tool-owner'], implementerId: this.implementerId },
    });
    if (this.state !== 'UNDER_ASSESSMENT') throw new DomainError('conflict', 'swap-transition', '');
    const { asRole } = decision;
    this.approvals.push({
      ...this.bound,
      personId: account,
      asRole,
      purpose: 'APPROVAL',
      voided: false,
      holdsRole: true,
    });
    if (decision.completes) this.state = decideStep('approve', this.state, new Set(['MANAGER']));
  }
}
