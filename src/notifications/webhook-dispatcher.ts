import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import type { DomainEvent } from '../events/event-kinds.js';
import { OnEvent } from '../events/handlers.js';
import type { Delivery } from '../events/handlers.js';
import { JobQueue } from '../events/job-queue.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/id.js';
import { GIVE_UP_AFTER_MS } from './domain/retry-schedule.js';
import { passes } from './domain/webhook-filter.js';
import { WEBHOOK_KINDS } from './domain/webhook-kinds.js';
import type { WebhookKind } from './domain/webhook-kinds.js';
import { bodyOf } from './domain/webhook-message.js';
import type { Message } from './domain/webhook-message.js';
import { EventFactsReader } from './event-facts.reader.js';
import { DELIVER } from './webhook-delivery.job.js';

const RECEIVERS = statement<{ id: string; filter: unknown }>(
  'webhooks.receivers',
  'SELECT id, filter FROM webhook WHERE enabled AND $1 = ANY(kinds)',
);
const ENQUEUE = statement<{ id: string }>(
  'webhooks.enqueue',
  `INSERT INTO webhook_delivery (id, webhook_id, event_id, kind, body, state, give_up_at, next_attempt_at, created_at)
   VALUES ($1, $2, $3, $4, $5, 'PENDING', $6, $7, $7)
   ON CONFLICT ON CONSTRAINT webhook_delivery_once_uq DO NOTHING RETURNING id`,
);

/** Turns events into one delivery per webhook that wants them. */
@Injectable()
export class WebhookDispatcher {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly facts: EventFactsReader,
    private readonly clock: Clock,
  ) {}

  @OnEvent(WEBHOOK_KINDS)
  async dispatch(event: DomainEvent<WebhookKind>, { id, at }: Delivery): Promise<void> {
    const receivers = await this.database.read(RECEIVERS, [event.kind]);
    if (receivers.length === 0) return;
    const { data } = await this.facts.of(event);
    const message = { type: event.kind, timestamp: at.toISOString(), data };
    await this.database.transaction(async (tx) => {
      for (const receiver of receivers)
        if (passes(receiver.filter, data)) await this.enqueue(tx, receiver.id, id, message);
    });
  }

  /** Queues a message to one webhook and returns the delivery's id; undefined when this event was queued before. */
  async enqueue(tx: Tx, webhookId: string, eventId: string, message: Message): Promise<string | undefined> {
    const now = this.clock.now();
    const giveUpAt = new Date(now.getTime() + GIVE_UP_AFTER_MS);
    const row = [newId(), webhookId, eventId, message.type, bodyOf(message), giveUpAt, now];
    const queued = await tx.one(ENQUEUE, row);
    if (queued === undefined) return undefined;
    await this.queue.send(tx, DELIVER, { deliveryId: queued.id }, { group: { id: webhookId } });
    return queued.id;
  }
}
