import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { JobQueue } from '../events/job-queue.js';
import type { Actor } from '../kernel/actor.js';
import { DomainError } from '../kernel/domain-error.js';

@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly audit: Audit,
  ) {}

  /** Sends a dead letter back to where it failed. Throws DomainError 'not-found' when no dead letter has this id. */
  retry(id: string, actor: Actor): Promise<void> {
    return this.database.transaction(async (tx) => {
      if (!(await this.queue.revive(tx, id)))
        throw new DomainError('not-found', 'job-not-found', 'No dead job has this id; only dead jobs can be retried.');
      await this.audit.record(tx, { kind: 'job.retried', subject: { type: 'job', id }, actor });
    });
  }
}
