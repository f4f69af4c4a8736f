import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../events/event-kinds.js';
import { Job, OnEvent } from '../events/handlers.js';
import { Assessor } from './assessor.js';
import type { Change } from './assessor.js';

/** Events of one payload arrive together: as many as this are judged in one assessment. */
const TOGETHER = 64;

interface Waiting {
  /** Undefined: anything may have changed. */
  change: Change | undefined;
  readonly done: Promise<unknown>;
}

/** Keeps the flags true: whatever an assessment reads has changed, or a day has passed. */
@Injectable()
export class AssessmentJobs {
  private running: Promise<unknown> = Promise.resolve();
  private waiting: Waiting | undefined;

  constructor(private readonly assessor: Assessor) {}

  @OnEvent(['release.recorded', 'licence.concluded'], { concurrency: TOGETHER })
  async onReleases({ releaseIds }: DomainEvent<'release.recorded' | 'licence.concluded'>): Promise<void> {
    await this.ask({ releaseIds, toolIds: [] });
  }

  @OnEvent('evaluation.recorded', { concurrency: TOGETHER })
  async onEvaluation({ toolId }: DomainEvent<'evaluation.recorded'>): Promise<void> {
    await this.ask({ releaseIds: [], toolIds: [toolId] });
  }

  /** Shares of vendors and room in pools tie all models together. */
  @OnEvent(
    [
      'portfolio.loaded',
      'model.registered',
      'model.changed',
      'tool.registered',
      'tool.changed',
      'assignment.started',
      'assignment.ended',
      'pool.changed',
      'policy.changed',
      'vendor.changed',
    ],
    { concurrency: TOGETHER },
  )
  async onPortfolio(): Promise<void> {
    await this.ask(undefined);
  }

  /** Cool-downs and snoozes end, support ends come near: by the day, even where nothing else changes. */
  @Job('replacement.nightly', { cron: '17 1 * * *' })
  async nightly(): Promise<void> {
    await this.ask(undefined);
  }

  /** Joins the assessment that waits for the running one, or starts one. */
  private ask(change: Change | undefined): Promise<unknown> {
    if (this.waiting !== undefined) {
      this.waiting.change = merged(this.waiting.change, change);
      return this.waiting.done;
    }
    const before = this.running.catch(() => undefined);
    const done = before.then(() => {
      const asked = this.waiting?.change;
      this.waiting = undefined;
      return this.assessor.assess(asked);
    });
    this.waiting = { change, done };
    this.running = done;
    return done;
  }
}

function merged(a: Change | undefined, b: Change | undefined): Change | undefined {
  if (a === undefined || b === undefined) return undefined;
  return {
    releaseIds: [...new Set([...a.releaseIds, ...b.releaseIds])],
    toolIds: [...new Set([...a.toolIds, ...b.toolIds])],
  };
}
