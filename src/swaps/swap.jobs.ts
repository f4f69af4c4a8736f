import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import type { DomainEvent } from '../events/event-kinds.js';
import { Job, OnEvent } from '../events/handlers.js';
import { Clock } from '../kernel/clock.js';
import { MACHINE, decideStep, mayTake } from './domain/swap-state.js';
import { SwapBaseWriter } from './swap-base.writer.js';
import { EXPIRED, OVERDUE_REVIEWS } from './swap-store.sql.js';
import { SwapStore } from './swap-store.js';

@Injectable()
export class SwapJobs {
  constructor(
    private readonly db: Database,
    private readonly store: SwapStore,
    private readonly base: SwapBaseWriter,
    private readonly clock: Clock,
  ) {}

  /** Approvals that were not used in time end with their requests. */
  @Job('swaps.expire', { cron: '7 * * * *' })
  async expire(): Promise<void> {
    const now = this.clock.now();
    for (const { id } of await this.db.read(EXPIRED, [now]))
      await this.db.transaction(async (tx) => {
        const { request } = await this.store.hold(tx, id);
        if (!mayTake('expire', request.state, MACHINE) || request.expiresAt === null || request.expiresAt > now) return;
        const state = decideStep('expire', request.state, MACHINE);
        await this.store.write(tx, request, { action: 'expired', state, actor: SYSTEM });
      });
  }

  /** Who switched alone is not left alone with it: a review that does not come is told once to those who owe it. */
  @Job('swaps.review-overdue', { cron: '17 * * * *' })
  async remind(): Promise<void> {
    const now = this.clock.now();
    for (const { id } of await this.db.read(OVERDUE_REVIEWS, [now, null]))
      await this.db.transaction(async (tx) => {
        const { request } = await this.store.hold(tx, id);
        if ((await tx.one(OVERDUE_REVIEWS, [now, id])) === undefined) return;
        await this.store.write(tx, request, { action: 'review-overdue', actor: SYSTEM });
      });
  }

  /** A first primary begins without a request; requests that were opened before it stand on another base now. */
  @OnEvent('assignment.started')
  async onAssignment({ toolId, purpose }: DomainEvent<'assignment.started'>): Promise<void> {
    if (purpose === 'PRIMARY') await this.db.transaction((tx) => this.base.follow(tx, toolId));
  }
}
