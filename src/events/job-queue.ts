import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { Db, Queue, SendOptions } from 'pg-boss';
import { Config } from '../config/env.js';
import { assumeApplicationRole } from '../database/application-role.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import type { EventKind } from './event-kinds.js';

/** Schema of the job tables; the migrations create it. */
const SCHEMA = 'pgboss';
/** Queue of published events that were not yet handed to their handlers. */
export const OUTBOX = 'outbox';
/** Queue of jobs that failed for good; nobody works on it, people send them back. */
export const DEAD_LETTERS = 'dead-letters';

const SESSIONS = 4;
const STOP_WITHIN_MS = 8_000;
const HOUR = 3_600;
/** Waiting and dead jobs are kept long enough for a person to come back from leave. */
const KEEP = { retentionSeconds: 90 * 24 * HOUR, deleteAfterSeconds: 6 * HOUR };
const OWN_QUEUES: Readonly<Record<string, Omit<Queue, 'name'>>> = {
  [DEAD_LETTERS]: KEEP,
  // Handing out is our own code on our own database: it is repeated until it succeeds.
  [OUTBOX]: {
    ...KEEP,
    notify: true,
    retryLimit: 1_000_000,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    expireInSeconds: 60,
  },
};

export type JobOptions = Pick<SendOptions, 'startAfter' | 'singletonKey' | 'priority' | 'group'>;

/** The one pg-boss of the process: sends jobs inside transactions; `Workers` takes them out again. */
@Injectable()
export class JobQueue implements OnModuleInit, OnApplicationShutdown {
  readonly boss: PgBoss;
  private readonly logger = new Logger('Jobs');
  private lastWarning = '';

  constructor(config: Config) {
    const options = {
      connectionString: config.databaseUrl,
      application_name: 'modelfolio-jobs',
      max: SESSIONS,
      connectionTimeoutMillis: 3_000,
      onConnect: assumeApplicationRole,
      schema: SCHEMA,
      migrate: false,
      createSchema: false,
      // A process that only sends needs neither a listener nor the housekeeping.
      useListenNotify: config.workers,
      supervise: config.workers,
      schedule: config.workers,
      // Rebuilding indexes takes an owner; the application role owns nothing.
      reindex: false,
      registerInstance: false,
    };
    this.boss = new PgBoss(options);
    this.boss.on('error', ({ message }) => this.warn(message));
    this.boss.on('warning', ({ message }) => this.warn(message));
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
    await this.ensureQueues(OWN_QUEUES);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
  }

  /** Puts one job into the queue of a `@Job`, in the caller's transaction. */
  async send(tx: Tx, queue: string, data: object, options: JobOptions = {}): Promise<void> {
    await this.boss.send(queue, data, { ...options, db: within(tx) });
  }

  /** Puts one event into the outbox, in the caller's transaction. */
  publish(tx: Tx, event: { readonly kind: EventKind }): Promise<void> {
    return this.send(tx, OUTBOX, event);
  }

  /** Runs a `@Job` by a cron expression in UTC, once per occurrence over all replicas; a second call replaces the first. */
  async schedule(queue: string, key: string, cron: string, data: object = {}): Promise<void> {
    await this.boss.schedule(queue, cron, data, { key, tz: 'UTC' });
  }

  async unschedule(queue: string, key: string): Promise<void> {
    await this.boss.unschedule(queue, key);
  }

  /** Sends a dead letter back to where it failed, in the caller's transaction; returns false when there is none of this id. */
  async revive(tx: Tx, id: string): Promise<boolean> {
    return (await this.boss.redrive(DEAD_LETTERS, { ids: [id], limit: 1, db: within(tx) })) === 1;
  }

  /** Creates the queues that are missing and brings the settings of the others up to date. */
  async ensureQueues(wanted: Readonly<Record<string, Omit<Queue, 'name'>>>): Promise<void> {
    const existing = new Map((await this.boss.getQueues(Object.keys(wanted))).map((queue) => [queue.name, queue]));
    for (const [name, options] of Object.entries(wanted)) {
      const found = existing.get(name);
      if (found === undefined) await this.boss.createQueue(name, options);
      else if (differs(found, options)) await this.boss.updateQueue(name, options);
    }
  }

  /** A lost database makes every worker complain on every turn; the same words are logged once in a row. */
  private warn(message: string): void {
    const words = message.replace(/ \(Queue: .*$/, '');
    if (words !== this.lastWarning) this.logger.warn(message);
    this.lastWarning = words;
  }
}

/** Queue options that every handler's queue has. */
export const queueOptions = ({
  retries = 8,
  retryDelaySeconds = 1,
  expireSeconds = 300,
}: Partial<Record<'retries' | 'retryDelaySeconds' | 'expireSeconds', number>>): Omit<Queue, 'name'> => ({
  ...KEEP,
  notify: true,
  deadLetter: DEAD_LETTERS,
  retryLimit: retries,
  retryDelay: retryDelaySeconds,
  ...(retryDelaySeconds > 0 ? { retryBackoff: true, retryDelayMax: 300 } : { retryBackoff: false }),
  expireInSeconds: expireSeconds,
  // Jobs of a killed process come back after this and one round of the supervisor.
  heartbeatSeconds: 30,
});

const differs = (found: Omit<Queue, 'name'>, wanted: Omit<Queue, 'name'>): boolean => {
  const values = new Map<string, unknown>(Object.entries(found));
  return Object.entries(wanted).some(([key, value]) => values.get(key) !== value);
};

/** The library's statements on the transaction's own session, prepared like all others. */
const within = (tx: Tx): Db => ({
  executeSql: async (text, values = []) => ({ rows: await tx.run(statement('jobs', text), values) }),
});
