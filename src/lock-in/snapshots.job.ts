import { Injectable } from '@nestjs/common';
import { Job, OnEvent } from '../events/handlers.js';
import { SnapshotsService } from './snapshots.service.js';

/** Freezes the report every month, and where a limit is newly breached or is kept again. */
@Injectable()
export class SnapshotsJob {
  constructor(private readonly snapshots: SnapshotsService) {}

  @Job('lock-in.monthly', { cron: '0 4 1 * *' })
  async monthly(): Promise<void> {
    await this.snapshots.takeMonthly();
  }

  /** What people decided is told at once; what is registered piece by piece by the next morning. */
  @OnEvent(['swap.completed', 'policy.changed'])
  async decided(): Promise<void> {
    await this.snapshots.takeWhereLimitsChanged();
  }

  @Job('lock-in.limits', { cron: '15 4 * * *' })
  async limits(): Promise<void> {
    await this.snapshots.takeWhereLimitsChanged();
  }
}
