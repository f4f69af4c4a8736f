import type { Account } from './swaps.js';

export type ModelState =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'UNDER_ASSESSMENT'
  | 'CHANGES_REQUESTED'
  | 'APPROVED'
  | 'REJECTED'
  | 'SCHEDULED'
  | 'IN_ROLLOUT'
  | 'IN_REVIEW'
  | 'COMPLETED'
  | 'ROLLED_BACK'
  | 'CANCELLED';

export const MODEL_ACTIONS = [
  'edit',
  'submit',
  'assess',
  'request-changes',
  'approvals',
  'stale-approvals',
  'rejections',
  'schedule',
  'SHADOW',
  'CANARY',
  'FULL',
  'complete',
  'roll-back',
  'cancel',
] as const;
export type ModelAction = (typeof MODEL_ACTIONS)[number];

export const MODEL_ACCOUNTS = [
  'tool-owner',
  'platform',
  'manager',
  'manager-2',
  'validator',
] as const satisfies Account[];
export type ModelAccount = (typeof MODEL_ACCOUNTS)[number];

type Outcome = 'done' | 'refused' | 'forbidden';
const FINAL: readonly ModelState[] = ['REJECTED', 'COMPLETED', 'ROLLED_BACK', 'CANCELLED'];
const RANK = { SHADOW: 1, CANARY: 2, FULL: 3 } as const;

/**
 * A small second opinion on one request of a MEDIUM tool, written without the product's tables: the tool owner asks,
 * two managers approve, the platform engineer implements.
 */
export class SwapModel {
  state: ModelState = 'DRAFT';
  revision: number;
  stage = 0;
  scheduled = false;
  moved = false;
  private readonly approvers = new Set<string>();

  constructor(revision = 1) {
    this.revision = revision;
  }

  get isFinal(): boolean {
    return FINAL.includes(this.state);
  }

  /** What becomes of the action; when it is done, the model has followed. */
  take(action: ModelAction, account: ModelAccount): Outcome {
    const isManager = account.startsWith('manager');
    switch (action) {
      case 'edit':
        return account !== 'tool-owner' ? 'forbidden' : this.edit();
      case 'submit':
        return account !== 'tool-owner' ? 'forbidden' : this.go(['DRAFT', 'CHANGES_REQUESTED'], 'SUBMITTED');
      case 'assess':
        return isManager || account === 'validator' ? this.go(['SUBMITTED'], 'UNDER_ASSESSMENT') : 'forbidden';
      case 'request-changes':
        return isManager || account === 'validator' ? this.askForChanges() : 'forbidden';
      case 'rejections':
        return isManager || account === 'validator' ? this.go(['UNDER_ASSESSMENT'], 'REJECTED') : 'forbidden';
      case 'approvals':
        return isManager || account === 'validator' ? this.approve(account) : 'forbidden';
      case 'stale-approvals':
        return isManager || account === 'validator' ? 'refused' : 'forbidden';
      case 'schedule':
        return account === 'platform' ? this.schedule() : 'forbidden';
      case 'SHADOW':
      case 'CANARY':
      case 'FULL':
        return account === 'platform' ? this.rollOut(action) : 'forbidden';
      case 'complete':
        return account === 'tool-owner' ? this.go(['IN_REVIEW'], 'COMPLETED') : 'forbidden';
      case 'roll-back':
        return isManager || account === 'tool-owner' || (account === 'platform' && this.scheduled)
          ? this.rollBack()
          : 'forbidden';
      case 'cancel':
        return isManager || account === 'tool-owner' ? this.cancel() : 'forbidden';
    }
  }

  private go(from: readonly ModelState[], to: ModelState): Outcome {
    if (!from.includes(this.state)) return 'refused';
    this.state = to;
    return 'done';
  }

  private edit(): Outcome {
    if (!['DRAFT', 'CHANGES_REQUESTED', 'SUBMITTED', 'UNDER_ASSESSMENT'].includes(this.state)) return 'refused';
    this.revision += 1;
    this.approvers.clear();
    return 'done';
  }

  private askForChanges(): Outcome {
    const outcome = this.go(['UNDER_ASSESSMENT'], 'CHANGES_REQUESTED');
    if (outcome === 'done') this.approvers.clear();
    return outcome;
  }

  private approve(account: ModelAccount): Outcome {
    if (this.state !== 'UNDER_ASSESSMENT') return 'refused';
    if (account === 'validator') return 'forbidden';
    if (this.approvers.has(account)) return 'refused';
    this.approvers.add(account);
    if (this.approvers.size === 2) this.state = 'APPROVED';
    return 'done';
  }

  private schedule(): Outcome {
    const outcome = this.go(['APPROVED'], 'SCHEDULED');
    if (outcome === 'done') this.scheduled = true;
    return outcome;
  }

  private rollOut(stage: keyof typeof RANK): Outcome {
    if (RANK[stage] <= this.stage) return 'refused';
    if (!this.scheduled) return 'forbidden';
    const outcome = this.go(['SCHEDULED', 'IN_ROLLOUT'], stage === 'FULL' ? 'IN_REVIEW' : 'IN_ROLLOUT');
    if (outcome === 'done') this.stage = RANK[stage];
    if (outcome === 'done' && stage === 'FULL') this.moved = true;
    return outcome;
  }

  private rollBack(): Outcome {
    const outcome = this.go(['IN_ROLLOUT', 'IN_REVIEW'], 'ROLLED_BACK');
    if (outcome === 'done') this.moved = false;
    return outcome;
  }

  private cancel(): Outcome {
    const open = ['DRAFT', 'SUBMITTED', 'UNDER_ASSESSMENT', 'CHANGES_REQUESTED', 'APPROVED', 'SCHEDULED'] as const;
    return this.go(open, 'CANCELLED');
  }
}
