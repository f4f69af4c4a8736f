import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { PolicyReader } from '../policy/policy.reader.js';
import { refusing } from '../portfolio/constraint-errors.js';
import { isTheirs } from '../portfolio/tool-access.js';
import { decideApproval } from './domain/approvals.js';
import type { ApprovalDecision } from './domain/approvals.js';
import { decideStep } from './domain/swap-state.js';
import type { ApprovalPurpose } from './domain/vocabulary.js';
import { afterDays } from './domain/working-days.js';
import { SwapApprovalEntity } from './swap-approval.entity.js';
import { SwapApprovalsReader } from './swap-approvals.reader.js';
import { SwapJudge } from './swap-judge.reader.js';
import { GUARD, SwapStore } from './swap-store.js';
import type { Held } from './swap-store.js';
import { SwapTargetWriter } from './swap-target.writer.js';

@Injectable()
export class SwapApprovalsService {
  constructor(
    private readonly db: Database,
    private readonly store: SwapStore,
    private readonly standing: SwapApprovalsReader,
    private readonly target: SwapTargetWriter,
    private readonly judge: SwapJudge,
    private readonly policy: PolicyReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Approves exactly this revision; the last approval needed approves the request, and a model proposed for it. After an
   * emergency the same is its review. Throws `stale-revision`, `own-request`, `base-moved` and the other refusals of
   * separated duties.
   */
  approve(id: string, revision: number, comment: string | undefined, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const held = await this.store.hold(tx, id);
      const { request, tool } = held;
      const purpose = purposeOf(held);
      await this.standing.requireLiveContent(tx, held);
      const decision = decideApproval({
        ...{ revision, purpose, current: request },
        rule: purpose === 'REVIEW' ? REVIEW_RULE : await this.standing.ruleOf(tx, held),
        given: await this.store.approvals(tx, id),
        approver: { personId: actor.personId, roles: actor.roles, isOwner: isTheirs(actor, tool) },
        contributors: request.contributors,
        implementerId: request.implementerId,
      });
      await this.enter(tx, held, { decision, purpose, comment, actor });
      if (decision.completes && request.state === 'UNDER_ASSESSMENT') return this.finish(tx, held, comment, actor);
      const action = purpose === 'REVIEW' ? 'reviewed' : 'approval-given';
      await this.store.write(tx, request, { action, actor, comment });
    });
  }

  private async enter(tx: Tx, { request }: Held, given: Given): Promise<void> {
    const { decision, purpose, comment = null, actor } = given;
    const { id: swapRequestId, revision, digest } = request;
    const { asRole } = decision;
    const row = {
      ...{ id: newId(), swapRequestId, revision, digest, asRole, purpose, comment },
      ...{ approverId: actor.personId, tokenId: actor.tokenId ?? null, approvedAt: this.clock.now() },
    };
    await refusing(GUARD, () => tx.insert(SwapApprovalEntity, row));
  }

  private async finish(tx: Tx, { request }: Held, comment: string | undefined, actor: Actor): Promise<void> {
    const parties = new Set(actor.roles.filter((role) => role === 'MANAGER' || role === 'VALIDATOR'));
    const state = decideStep('approve', request.state, parties);
    const { assessment, checks } = await this.judge.judge(tx, request, request.policyVersion);
    if (assessment === null || assessment.eligibility === 'INELIGIBLE')
      throw new DomainError('conflict', 'gates-fail', 'The target no longer passes the gates of the tool.');
    if (request.toModelId !== null) await this.target.approve(tx, request.toModelId, actor);
    const now = this.clock.now();
    const { document } = await this.policy.ofVersion(request.policyVersion ?? 1, tx);
    const expiresAt = afterDays(now, document.approvalExpiryDays);
    const changes = { assessment, checks, approvedAt: now, expiresAt };
    await this.store.write(tx, request, { action: 'approved', state, changes, actor, comment });
  }
}

interface Given {
  readonly decision: ApprovalDecision;
  readonly purpose: ApprovalPurpose;
  readonly comment?: string;
  readonly actor: Actor;
}

const REVIEW_RULE = { approvals: 1, validator: false } as const;

/** Before the rollout an approval; after an emergency its review. */
function purposeOf({ request: { state, changeType } }: Held): ApprovalPurpose {
  if (state === 'IN_REVIEW' && changeType === 'EMERGENCY') return 'REVIEW';
  // Approvals that a lost role took away may be replaced until the rollout begins.
  if (state === 'UNDER_ASSESSMENT' || state === 'APPROVED' || state === 'SCHEDULED') return 'APPROVAL';
  throw new DomainError('conflict', 'swap-transition', `A request that is ${state} is not up for approval.`);
}
