import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';
import type { DomainEvent } from './event-kinds.js';
import { JobQueue } from './job-queue.js';

/** The transactional outbox: an event leaves if, and only if, the transaction that publishes it commits. */
@Injectable()
export class Events {
  constructor(private readonly queue: JobQueue) {}

  /** Publishes one event in the caller's transaction; every handler of its kind receives it at least once. */
  async publish(tx: Tx, event: DomainEvent): Promise<void> {
    await this.queue.publish(tx, event);
  }
}
