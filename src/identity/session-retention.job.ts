import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { forget } from '../database/forget.js';
import { Job } from '../events/handlers.js';
import { Clock } from '../kernel/clock.js';
import { DROP_SESSIONS } from './session-statements.js';

/** So long a session that is over stays, for whoever looks into a case. */
const KEPT_DAYS = 30;

/** Forgets sessions that are long over; the audit trail keeps that they were opened. */
@Injectable()
export class SessionRetentionJob {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Job('session.retention', { cron: '35 2 * * *' })
  async forget(): Promise<void> {
    await forget(this.database, DROP_SESSIONS, { now: this.clock.now(), days: KEPT_DAYS });
  }
}
