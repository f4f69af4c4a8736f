import { Injectable } from '@nestjs/common';
import { Job } from '../events/handlers.js';
import { SnapshotsService } from './snapshots.service.js';

/** Freezes the report every month, and on the day when a limit is newly breached or is kept again. */
@Injectable()
export class SnapshotsJob {
  constructor(private readonly snapshots: SnapshotsService) {}

  @Job('lock-in.monthly', { cron: '0 4 1 * *' })
  async monthly(): Promise<void> {
    await this.snapshots.takeMonthly();
  }

  @Job('lock-in.limits', { cron: '15 4 * * *' })
  async limits(): Promise<void> {
    await this.snapshots.takeWhereLimitsChanged();
  }
}
