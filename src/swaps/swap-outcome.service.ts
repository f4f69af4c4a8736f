import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { AssignmentsWriter } from '../portfolio/assignments.writer.js';
import { countingApprovals } from './domain/approvals.js';
import { decideStep } from './domain/swap-state.js';
import { SwapBaseWriter } from './swap-base.writer.js';
import { SwapStore } from './swap-store.js';
import type { Held } from './swap-store.js';
import { WAS_FALLBACK } from './swap-store.sql.js';
import { SwapTargetWriter } from './swap-target.writer.js';

/** How a swap ends: it stays, or the tool goes back. */
@Injectable()
export class SwapOutcomeService {
  constructor(
    private readonly db: Database,
    private readonly store: SwapStore,
    private readonly base: SwapBaseWriter,
    private readonly target: SwapTargetWriter,
    private readonly assignments: AssignmentsWriter,
    private readonly clock: Clock,
  ) {}

  /** The owner says that it works; the old model is deprecated where no tool uses it. Throws `review-missing`. */
  complete(id: string, comment: string | undefined, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const held = await this.store.hold(tx, id);
      const { request } = held;
      const state = decideStep('complete', request.state, this.store.parties(held, actor));
      if (request.changeType === 'EMERGENCY') await this.requireReview(tx, held);
      await this.store.write(tx, request, { action: 'completed', state, actor, comment });
      if (request.fromModelId !== null) await this.target.giveUp(tx, request.fromModelId, actor);
    });
  }

  /** Gives the tool back what served it before, where it has moved. Throws `base-moved` when something else serves it by now. */
  rollBack(id: string, comment: string, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const held = await this.store.hold(tx, id);
      const { request } = held;
      const state = decideStep('roll-back', request.state, this.store.parties(held, actor));
      const { finishedAt } = await this.store.write(tx, request, { action: 'rolled-back', state, actor, comment });
      if (request.state === 'IN_REVIEW') await this.restore(tx, held, finishedAt ?? this.clock.now(), actor);
    });
  }

  private async requireReview(tx: Tx, { request }: Held): Promise<void> {
    const reviews = countingApprovals(await this.store.approvals(tx, request.id), request, 'REVIEW');
    if (reviews.length === 0)
      throw new DomainError(
        'conflict',
        'review-missing',
        'Another person reviews an emergency before it is completed.',
      );
  }

  private async restore(tx: Tx, { request, tool }: Held, at: Date, actor: Actor): Promise<void> {
    const primary = await this.store.primary(tx, tool.id);
    const { fromModelId, toModelId } = request;
    if (primary === undefined || primary.modelId !== toModelId)
      throw new DomainError('conflict', 'base-moved', 'Another model serves the tool by now: nothing to restore.');
    if (fromModelId === null) {
      const { id, modelId } = primary;
      await this.assignments.end(tx, { id, toolId: tool.id, modelId, purpose: 'PRIMARY' }, at, actor);
    } else {
      await this.target.takeBack(tx, fromModelId, actor);
      const swapRequestId = request.id;
      await this.assignments.move(tx, { toolId: tool.id, toModelId: fromModelId, at, swapRequestId, actor });
      await this.standBy(tx, request, at, actor);
    }
    await this.target.giveUp(tx, primary.modelId, actor);
    await this.base.follow(tx, tool.id);
  }

  /** Where it was the tool's fallback that took over, it becomes that again. */
  private async standBy(tx: Tx, request: Held['request'], at: Date, actor: Actor): Promise<void> {
    const { toolId, toModelId, movedAt, id: swapRequestId } = request;
    if (toModelId === null) return;
    const before = await tx.one(WAS_FALLBACK, [toolId, toModelId, movedAt]);
    if (before === undefined) return;
    const fallbackTestedAt = before.testedAt ?? undefined;
    const fallback = { toolId, modelId: toModelId, purpose: 'FALLBACK' as const, at, swapRequestId, fallbackTestedAt };
    await this.assignments.start(tx, fallback, actor);
  }
}
