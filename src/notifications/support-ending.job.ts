import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { Events } from '../events/events.writer.js';
import { Job } from '../events/handlers.js';
import { Clock } from '../kernel/clock.js';

/** Who else than the vendor or its own endpoint says that a model ends, does not end it. */
const OWN_WORD = `release.support_end ->> 'statedBy' IN ('VENDOR', 'OWN_ENDPOINT')`;

/** Each threshold that has been reached goes out once; only the nearest of those that are new, so nobody is told twice in one day. */
const REACHED = statement<{ modelId: string; retirementDate: string; daysAhead: 90 | 60 | 30 | 7 }>(
  'support.reached',
  `WITH reached AS (
     INSERT INTO support_notice (model_id, retirement_date, days_ahead)
     SELECT model.id, (release.support_end ->> 'date')::date, ahead.days
     FROM model JOIN release ON release.id = model.release_id
     CROSS JOIN (VALUES (90), (60), (30), (7)) AS ahead (days)
     WHERE ${OWN_WORD} AND EXISTS (SELECT FROM assignment WHERE assignment.model_id = model.id AND assignment.valid_to IS NULL)
       AND (release.support_end ->> 'date')::date BETWEEN $1::date AND $1::date + ahead.days
     ON CONFLICT ON CONSTRAINT support_notice_pk DO NOTHING
     RETURNING model_id, retirement_date, days_ahead)
   SELECT model_id AS "modelId", retirement_date AS "retirementDate", min(days_ahead)::int AS "daysAhead"
   FROM reached GROUP BY model_id, retirement_date`,
);

/** Warns 90, 60, 30 and 7 days before a release that serves a tool is retired, also from a model that was deprecated. */
@Injectable()
export class SupportEndingJob {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  @Job('model.support-ending', { cron: '30 5 * * *' })
  async warn(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const today = this.clock.now().toISOString().slice(0, 10);
      for (const notice of await tx.run(REACHED, [today]))
        await this.events.publish(tx, { kind: 'model.support-ending', ...notice });
    });
  }
}
