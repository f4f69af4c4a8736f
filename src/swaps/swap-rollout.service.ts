import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { AssignmentsWriter } from '../portfolio/assignments.writer.js';
import { invalidField } from '../portfolio/constraint-errors.js';
import { refuseApprovingImplementer } from './domain/approvals.js';
import { decideStep, rolloutAction } from './domain/swap-state.js';
import type { Stage } from './domain/vocabulary.js';
import { REVIEW_WORKING_DAYS, afterWorkingDays } from './domain/working-days.js';
import { SwapApprovalsReader } from './swap-approvals.reader.js';
import { SwapBaseWriter } from './swap-base.writer.js';
import { SwapStore } from './swap-store.js';
import type { Held } from './swap-store.js';
import { IS_ENGINEER, IS_FALLBACK } from './swap-store.sql.js';

export interface Schedule {
  /** The actor when left out. */
  readonly implementerId?: string;
  readonly windowFrom: Date;
  readonly windowTo: Date;
}

/** From an approved request to the tool on its new model. */
@Injectable()
export class SwapRolloutService {
  constructor(
    private readonly db: Database,
    private readonly store: SwapStore,
    private readonly standing: SwapApprovalsReader,
    private readonly base: SwapBaseWriter,
    private readonly assignments: AssignmentsWriter,
    private readonly clock: Clock,
  ) {}

  /** Names who implements it, and when. Throws `implementer-approves`, `approvals-void`, `approval-expired`. */
  schedule(id: string, { implementerId: named, windowFrom, windowTo }: Schedule, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const held = await this.store.hold(tx, id);
      const state = decideStep('schedule', held.request.state, this.store.parties(held, actor));
      const implementerId = named ?? actor.personId;
      if ((await tx.one(IS_ENGINEER, [implementerId])) === undefined)
        throw invalidField({ pointer: '/implementerId', code: 'not-an-engineer', detail: 'is no platform engineer' });
      if (windowTo <= windowFrom || windowTo <= this.clock.now())
        throw invalidField({ pointer: '/windowTo', code: 'empty-window', detail: 'must lie ahead, after windowFrom' });
      refuseApprovingImplementer(await this.store.approvals(tx, id), implementerId);
      await this.standing.requireStanding(tx, held);
      const changes = { implementerId, windowFrom, windowTo };
      await this.store.write(tx, held.request, { action: 'scheduled', state, changes, actor });
    });
  }

  /** Goes on to the stage; FULL moves the tool in the same transaction. Throws `outside-window`, `stage-passed`. */
  rollOut(id: string, stage: Stage, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const held = await this.store.hold(tx, id);
      const { request } = held;
      const action = rolloutAction(request.stage, stage);
      const state = decideStep(action, request.state, this.store.parties(held, actor));
      await this.standing.requireStanding(tx, held);
      const now = this.clock.now();
      refuseOutsideWindow(request, now);
      if (action === 'move') return this.move(tx, held, now, actor);
      await this.store.write(tx, request, {
        action: `rollout-${stage.toLowerCase()}`,
        state,
        changes: { stage },
        actor,
      });
    });
  }

  private async move(tx: Tx, held: Held, at: Date, actor: Actor): Promise<void> {
    const { request, tool } = held;
    const { toModelId, fallbackModelId, changeType } = request;
    if (toModelId === null)
      throw new DomainError('conflict', 'target-not-registered', 'The target is not a model yet.');
    const reviewDueAt = changeType === 'EMERGENCY' ? afterWorkingDays(at, REVIEW_WORKING_DAYS) : null;
    const changes = { stage: 'FULL' as const, movedAt: at, reviewDueAt };
    await this.store.write(tx, request, { action: 'rollout-full', state: 'IN_REVIEW', changes, actor });
    const swapRequestId = request.id;
    await this.assignments.move(tx, { toolId: tool.id, toModelId, at, swapRequestId, actor });
    if (fallbackModelId !== null && (await tx.one(IS_FALLBACK, [tool.id, fallbackModelId])) === undefined) {
      const fallback = { toolId: tool.id, modelId: fallbackModelId, purpose: 'FALLBACK' as const };
      await this.assignments.start(tx, { ...fallback, at, swapRequestId }, actor);
    }
    await this.base.follow(tx, tool.id);
  }
}

function refuseOutsideWindow({ windowFrom, windowTo }: Held['request'], now: Date): void {
  if (windowFrom !== null && windowTo !== null && windowFrom <= now && now <= windowTo) return;
  throw new DomainError('conflict', 'outside-window', 'The rollout is possible within its window only.');
}
