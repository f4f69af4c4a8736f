import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import type { ApprovalRule } from '../policy/domain/policy.js';
import { PolicyReader } from '../policy/policy.reader.js';
import { neededApprovals, requireApproved } from './domain/approvals.js';
import { SwapStore } from './swap-store.js';
import type { Held } from './swap-store.js';

/** Whether what was approved is still what would happen. */
@Injectable()
export class SwapApprovalsReader {
  constructor(
    private readonly store: SwapStore,
    private readonly policy: PolicyReader,
    private readonly clock: Clock,
  ) {}

  /** The rule of the policy under which it was submitted, for the tool's materiality of today. */
  async ruleOf(tx: Tx, { request, tool }: Held): Promise<ApprovalRule> {
    const { document } = await this.policy.ofVersion(request.policyVersion ?? 1, tx);
    return neededApprovals(request.changeType, tool.materiality, document.approvals);
  }

  /** Throws `base-moved` where another model serves the tool by now, `approvals-void` where the evidence is another. */
  async requireLiveContent(tx: Tx, { request }: Held): Promise<void> {
    const primary = await this.store.primary(tx, request.toolId);
    const expected = request.state === 'IN_REVIEW' ? request.toModelId : request.fromModelId;
    if ((primary?.modelId ?? null) !== expected)
      throw new DomainError('conflict', 'base-moved', 'Another model serves the tool by now; read the request again.');
    if (!(await this.store.isWhole(tx, request)))
      throw new DomainError('conflict', 'approvals-void', 'The evidence is not the one that the request names.');
  }

  /** All of it, before anything is done on the strength of it. Throws `approval-expired` besides. */
  async requireStanding(tx: Tx, held: Held): Promise<void> {
    const { request } = held;
    await this.requireLiveContent(tx, held);
    requireApproved(await this.ruleOf(tx, held), await this.store.approvals(tx, request.id), request);
    if (request.expiresAt !== null && request.expiresAt <= this.clock.now())
      throw new DomainError('conflict', 'approval-expired', 'The approval has expired.');
  }
}
