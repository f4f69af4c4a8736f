import { Injectable } from '@nestjs/common';
import { Job, OnEvent } from '../events/handlers.js';
import { Assessor } from './assessor.js';

/** Keeps the flags true: whatever an assessment reads has changed, or a day has passed. */
@Injectable()
export class AssessmentJobs {
  constructor(private readonly assessor: Assessor) {}

  @OnEvent(
    [
      'release.recorded',
      'licence.concluded',
      'portfolio.loaded',
      'model.registered',
      'model.changed',
      'tool.registered',
      'tool.changed',
      'assignment.started',
      'assignment.ended',
      'pool.changed',
      'policy.changed',
      'evaluation.recorded',
    ],
    { concurrency: 1 },
  )
  async onChange(): Promise<void> {
    await this.assessor.assess();
  }

  /** Cool-downs and snoozes end, support ends come near: by the day, even where nothing else changes. */
  @Job('replacement.nightly', { cron: '17 1 * * *' })
  async nightly(): Promise<void> {
    await this.assessor.assess();
  }
}
