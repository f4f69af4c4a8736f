import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import type { NotificationRow } from './notifications.reader.js';

const LOCK = statement<NotificationRow>(
  'notifications.lock',
  `SELECT id, kind, title, link, detail, created_at AS "createdAt", read_at AS "readAt"
   FROM notification WHERE id = $1 AND person_id = $2 FOR UPDATE`,
);
const READ = statement<{ id: string }>(
  'notifications.read',
  'UPDATE notification SET read_at = $2 WHERE id = $1 RETURNING id',
);

@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Notes when the person first read it and returns it. Throws `notification-not-found`, also for other people's. */
  read(id: string, actor: Actor): Promise<NotificationRow> {
    return this.database.transaction(async (tx) => {
      const found = await tx.one(LOCK, [id, actor.personId]);
      if (found === undefined)
        throw new DomainError('not-found', 'notification-not-found', 'There is no such notification of yours.');
      if (found.readAt !== null) return found;
      const readAt = this.clock.now();
      await tx.run(READ, [id, readAt]);
      await this.audit.record(tx, {
        kind: 'notification.read',
        subject: { type: 'notification', id },
        actor,
        before: { readAt: null },
        after: { readAt },
      });
      return { ...found, readAt };
    });
  }
}
