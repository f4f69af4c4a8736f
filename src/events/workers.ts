import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Db, Job, JobResult } from 'pg-boss';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { Clock } from '../kernel/clock.js';
import type { DomainEvent } from './event-kinds.js';
import { Handlers } from './handlers.js';
import type { Handler } from './handlers.js';
import { DEAD_LETTERS, JobQueue, OUTBOX, queueOptions } from './job-queue.js';

const BATCH = 8;
const OUTBOX_BATCH = 100;
/** New jobs arrive by notification; polling finds due repeats and what a lost notification left behind. */
const POLL_SECONDS = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 10 };
const STOP_WITHIN_MS = 8_000;

/** An event on its way to one handler. */
interface Envelope {
  readonly id: string;
  readonly at: string;
  readonly event: DomainEvent;
}

const PENDING = statement<{ pending: number }>(
  'jobs.pending',
  `SELECT count(*)::int AS pending FROM pgboss.job
    WHERE state < 'completed' AND name <> $1 AND name NOT LIKE '\\_\\_%' AND start_after < now() + interval '30 seconds'`,
);

/** Hands events to their handlers and runs jobs, each on one replica. */
@Injectable()
export class Workers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly working: { readonly queue: string; readonly id: string }[] = [];

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly handlers: Handlers,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const handlers = this.handlers.all();
    await this.queue.ensureQueues(
      Object.fromEntries(handlers.map(({ queue, options }) => [queue, queueOptions(options)])),
    );
    if (!this.config.workers) return;
    await this.planSchedules(handlers);
    await this.workOutbox(handlers);
    for (const handler of handlers) await this.work(handler);
  }

  /** Takes no more jobs and waits for the running ones, so that nothing is done twice without need. */
  async beforeApplicationShutdown(): Promise<void> {
    const stopped = Promise.all(this.working.map(({ queue }) => this.queue.boss.offWork(queue, { wait: true })));
    await Promise.race([stopped, sleep(STOP_WITHIN_MS, undefined, { ref: false })]);
  }

  /** Waits until no job is running or due within half a minute. */
  async idle(): Promise<void> {
    for (;;) {
      for (const { id } of this.working) this.queue.boss.notifyWorker(id);
      const found = await this.database.readOne(PENDING, [DEAD_LETTERS]);
      if (found === undefined || found.pending === 0) return;
      await sleep(25);
    }
  }

  private async planSchedules(handlers: readonly Handler[]): Promise<void> {
    const planned = new Map(handlers.map(({ queue, options }) => [queue, options.cron]));
    for (const [queue, cron] of planned) if (cron !== undefined) await this.queue.schedule(queue, '', cron);
    const stale = (await this.queue.boss.getSchedules()).filter(({ name, key }) => key === '' && !planned.get(name));
    for (const { name } of stale) await this.queue.unschedule(name, '');
  }

  private async workOutbox(handlers: readonly Handler[]): Promise<void> {
    const options = {
      ...POLL_SECONDS,
      batchSize: OUTBOX_BATCH,
      burstWhenBatchFull: true,
      transactional: true,
    } as const;
    const id = await this.queue.boss.work<DomainEvent, void, typeof options>(OUTBOX, options, (jobs, db) =>
      this.handOut(jobs, handlers, db),
    );
    this.working.push({ queue: OUTBOX, id });
  }

  /** Commits together with the events' removal from the outbox. */
  private async handOut(jobs: readonly Job<DomainEvent>[], handlers: readonly Handler[], db: Db): Promise<void> {
    const at = this.clock.now().toISOString();
    for (const { queue, kinds } of handlers) {
      const mine = jobs.filter(({ data }) => kinds.includes(data.kind));
      const envelopes = mine.map(({ id, data }): { data: Envelope } => ({ data: { id, at, event: data } }));
      if (envelopes.length > 0) await this.queue.boss.insert(queue, envelopes, { db });
    }
  }

  private async work(handler: Handler): Promise<void> {
    const { concurrency = 1, perGroup } = handler.options;
    const options = { ...POLL_SECONDS, ...sharing(concurrency, perGroup), perJobResults: true } as const;
    const id = await this.queue.boss.work<unknown, void, typeof options>(handler.queue, options, async (jobs) => {
      const runs =
        concurrency > 1 ? Promise.all(jobs.map((job) => this.run(handler, job))) : this.runInOrder(handler, jobs);
      if (perGroup !== undefined) void runs.then(() => this.fetchOn(handler.queue));
      return runs;
    });
    this.working.push({ queue: handler.queue, id });
  }

  /** Lets the busy workers of a queue look for the next job as soon as they are done, instead of at the next poll. */
  private fetchOn(queue: string): void {
    const busy = this.queue.boss.getWipData().filter(({ name, count }) => name === queue && count > 0);
    for (const { id } of busy) this.queue.boss.notifyWorker(id);
  }

  private async runInOrder(handler: Handler, jobs: readonly Job<unknown>[]): Promise<JobResult[]> {
    const results: JobResult[] = [];
    for (const job of jobs) results.push(await this.run(handler, job));
    return results;
  }

  private async run(handler: Handler, job: Job<unknown>): Promise<JobResult> {
    try {
      const { signal } = job;
      if (isEnvelope(handler, job.data)) {
        const { id, at, event } = job.data;
        await handler.run(event, { id, at: new Date(at), signal });
      } else await handler.run(job.data, { id: job.id, at: this.clock.now(), signal });
      return { id: job.id, status: 'completed' };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.logger.warn(`${handler.queue} failed: ${message}`);
      return { id: job.id, status: 'failed', output: { message } };
    }
  }
}

/** A batch ends with its slowest run, so jobs that may hang are fetched one by one. */
const sharing = (concurrency: number, perGroup: number | undefined) =>
  perGroup === undefined
    ? { batchSize: concurrency > 1 ? concurrency : BATCH, burstWhenBatchFull: true }
    : { batchSize: 1, localConcurrency: concurrency, localGroupConcurrency: perGroup };

const isEnvelope = (handler: Handler, data: unknown): data is Envelope =>
  handler.kinds.length > 0 && typeof data === 'object' && data !== null && 'event' in data;
