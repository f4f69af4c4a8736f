import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { forget } from '../database/forget.js';
import { statement } from '../database/statement.js';
import { Job } from '../events/handlers.js';
import { Clock } from '../kernel/clock.js';

/** Days; the audit trail keeps what happened for ever. */
const KEPT_DAYS = { notices: 365, deliveries: 90 } as const;

const DROP_NOTICES = statement<{ id: string }>(
  'notifications.drop',
  `DELETE FROM notification WHERE id IN (SELECT id FROM notification WHERE created_at < $1 LIMIT $2) RETURNING id`,
);
/** Those that are still tried stay, however old, and one that was sent again counts from then. */
const DROP_DELIVERIES = statement<{ id: string }>(
  'webhooks.drop-deliveries',
  `DELETE FROM webhook_delivery WHERE id IN (
     SELECT id FROM webhook_delivery WHERE coalesce(last_attempt_at, created_at) < $1 AND state <> 'PENDING' LIMIT $2)
   RETURNING id`,
);

/** Forgets what people were told a year ago, and what was sent to receivers a quarter of a year ago. */
@Injectable()
export class RetentionJob {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Job('notifications.retention', { cron: '45 2 * * *' })
  async forget(): Promise<void> {
    const now = this.clock.now();
    await forget(this.database, DROP_NOTICES, { now, days: KEPT_DAYS.notices });
    await forget(this.database, DROP_DELIVERIES, { now, days: KEPT_DAYS.deliveries });
  }
}
