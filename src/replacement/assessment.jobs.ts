import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { DomainEvent } from '../events/event-kinds.js';
import { Job, OnEvent } from '../events/handlers.js';
import { Clock } from '../kernel/clock.js';
import { MODELS_DUE } from './assessment-facts.sql.js';
import { Assessor } from './assessor.js';
import type { Change } from './domain/concerned.js';

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

  constructor(
    private readonly assessor: Assessor,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @OnEvent(['release.recorded', 'licence.concluded'], { concurrency: TOGETHER })
  async onReleases({ releaseIds }: DomainEvent<'release.recorded' | 'licence.concluded'>): Promise<void> {
    await this.ask({ releaseIds });
  }

  /** A decision may free a place of the model's limit. */
  @OnEvent(['model.registered', 'model.changed', 'flag.analysed'], { concurrency: TOGETHER })
  async onModel({ modelId }: DomainEvent<'model.registered' | 'model.changed' | 'flag.analysed'>): Promise<void> {
    await this.ask({ modelIds: [modelId] });
  }

  @OnEvent(['tool.registered', 'tool.changed', 'evaluation.recorded'], { concurrency: TOGETHER })
  async onTool({ toolId }: DomainEvent<'tool.registered' | 'tool.changed' | 'evaluation.recorded'>): Promise<void> {
    await this.ask({ toolIds: [toolId] });
  }

  @OnEvent(['assignment.started', 'assignment.ended'], { concurrency: TOGETHER })
  async onAssignment(event: DomainEvent<'assignment.started' | 'assignment.ended'>): Promise<void> {
    await this.ask({ modelIds: [event.modelId], toolIds: [event.toolId] });
  }

  /** Whom a pool leaves other room than before is found by the assessment itself. */
  @OnEvent('pool.changed', { concurrency: TOGETHER })
  async onPool(): Promise<void> {
    await this.ask({});
  }

  @OnEvent(['portfolio.loaded', 'policy.changed', 'vendor.changed'], { concurrency: TOGETHER })
  async onEverything(): Promise<void> {
    await this.ask(undefined);
  }

  /** Cool-downs and snoozes end in the course of a day, too. */
  @Job('replacement.due', { cron: '*/10 * * * *' })
  async due(): Promise<void> {
    const due = await this.db.read(MODELS_DUE, [this.clock.now()]);
    if (due.length > 0) await this.ask({ modelIds: due.map(({ modelId }) => modelId) });
  }

  /** Support ends come near by the day, even where nothing else changes. */
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
    releaseIds: joined(a.releaseIds, b.releaseIds),
    modelIds: joined(a.modelIds, b.modelIds),
    toolIds: joined(a.toolIds, b.toolIds),
  };
}

const joined = (a: readonly string[] = [], b: readonly string[] = []): readonly string[] => [...new Set([...a, ...b])];
