import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { SYSTEM } from '../audit/audit.writer.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { PolicyReader } from '../policy/policy.reader.js';
import { refuseRetired } from '../portfolio/tool-access.js';
import { requireChecks } from './domain/checks.js';
import { MACHINE, decideStep } from './domain/swap-state.js';
import type { SwapAction } from './domain/swap-state.js';
import { afterDays } from './domain/working-days.js';
import { SwapJudge } from './swap-judge.reader.js';
import { SwapRequestEntity } from './swap-request.entity.js';
import { SwapStore } from './swap-store.js';
import { SwapTargetWriter } from './swap-target.writer.js';

/** Submission, and what managers and validators decide about it short of approving. */
@Injectable()
export class SwapDecisionsService {
  constructor(
    private readonly db: Database,
    private readonly store: SwapStore,
    private readonly target: SwapTargetWriter,
    private readonly judge: SwapJudge,
    private readonly policy: PolicyReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Submits the request under the policy in force, on the model that serves the tool now; a release that is not a model
   * yet is proposed as one. A STANDARD change is decided by its checks at once. Throws `checks-failed` naming them.
   */
  submit(id: string, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const held = await this.store.hold(tx, id);
      const { request, tool } = held;
      const state = decideStep('submit', request.state, this.store.parties(held, actor));
      refuseRetired(tool);
      const { version: policyVersion } = await this.policy.current(tx);
      const next = await this.complete(tx, request, policyVersion, actor);
      const { assessment, checks } = await this.judge.judge(tx, next, policyVersion);
      requireChecks(checks);
      const { fromModelId, toModelId, digest, revision, contributors } = next;
      const content = { fromModelId, toModelId, digest, revision, contributors };
      const changes = { ...content, assessment, checks, policyVersion, submittedAt: this.clock.now() };
      const submitted = await this.store.write(tx, request, { action: 'submitted', state, changes, actor });
      if (request.changeType === 'STANDARD') await this.decideByChecks(tx, submitted);
    });
  }

  assess(id: string, actor: Actor): Promise<void> {
    return this.step(id, 'assess', 'assessed', actor);
  }

  requestChanges(id: string, comment: string, actor: Actor): Promise<void> {
    return this.step(id, 'request-changes', 'changes-requested', actor, comment);
  }

  /** One is enough. */
  reject(id: string, comment: string, actor: Actor): Promise<void> {
    return this.step(id, 'reject', 'rejected', actor, comment);
  }

  cancel(id: string, comment: string | undefined, actor: Actor): Promise<void> {
    return this.step(id, 'cancel', 'cancelled', actor, comment);
  }

  private async step(id: string, action: SwapAction, past: string, actor: Actor, comment?: string): Promise<void> {
    await this.db.transaction((tx) => this.stepIn(tx, id, action, past, actor, comment));
  }

  private async stepIn(
    tx: Tx,
    id: string,
    action: SwapAction,
    past: string,
    actor: Actor,
    comment?: string,
  ): Promise<SwapRequestEntity> {
    const held = await this.store.hold(tx, id);
    const state = decideStep(action, held.request.state, this.store.parties(held, actor));
    if (state === 'CHANGES_REQUESTED') await this.store.voidApprovals(tx, id, 'Changes were requested.');
    return this.store.write(tx, held.request, { action: past, state, actor, comment });
  }

  /** The request on the present base with its model; another content is another revision. */
  private async complete(
    tx: Tx,
    request: SwapRequestEntity,
    policyVersion: number,
    actor: Actor,
  ): Promise<SwapRequestEntity> {
    const primary = await this.store.primary(tx, request.toolId);
    const based = Object.assign(new SwapRequestEntity(), request, { fromModelId: primary?.modelId ?? null });
    const before = await this.judge.assess(tx, based, policyVersion);
    const toModelId = await this.target.register(tx, based, before?.to.quantisation ?? null, actor);
    if (toModelId === based.fromModelId)
      throw new DomainError('conflict', 'already-primary', 'The tool runs on this release already.');
    const complete = Object.assign(based, { toModelId });
    const digest = await this.store.digest(tx, complete);
    const contributors = [...new Set([...request.contributors, actor.personId])];
    const revision = request.revision + (digest === request.digest ? 0 : 1);
    return Object.assign(complete, { digest, contributors, revision });
  }

  private async decideByChecks(tx: Tx, submitted: SwapRequestEntity): Promise<void> {
    const machine = { actor: SYSTEM } as const;
    const state = decideStep('assess', submitted.state, MACHINE);
    const assessed = await this.store.write(tx, submitted, { ...machine, action: 'assessed', state });
    const now = this.clock.now();
    const { document } = await this.policy.ofVersion(submitted.policyVersion ?? 1, tx);
    await this.store.write(tx, assessed, {
      ...machine,
      action: 'approved',
      state: decideStep('approve', assessed.state, MACHINE),
      changes: { approvedAt: now, expiresAt: afterDays(now, document.approvalExpiryDays) },
      comment: 'A standard change: its checks decide.',
    });
  }
}
