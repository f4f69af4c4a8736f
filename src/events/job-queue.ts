import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { Db } from 'pg-boss';
import { Config } from '../config/env.js';
import { assumeApplicationRole } from '../database/application-role.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';

/** Schema of the job tables; the migrations create it. */
export const JOB_SCHEMA = 'pgboss';
const SESSIONS = 4;
const STOP_WITHIN_MS = 8_000;

/** The one pg-boss of the process: sends jobs inside transactions; `Workers` takes them out again. */
@Injectable()
export class JobQueue implements OnModuleInit, OnApplicationShutdown {
  readonly boss: PgBoss;
  private readonly logger = new Logger('Jobs');

  constructor(config: Config) {
    const options = {
      connectionString: config.databaseUrl,
      application_name: 'modelfolio-jobs',
      max: SESSIONS,
      connectionTimeoutMillis: 3_000,
      onConnect: assumeApplicationRole,
      schema: JOB_SCHEMA,
      migrate: false,
      createSchema: false,
      useListenNotify: true,
      // Rebuilding indexes takes an owner; the application role owns nothing.
      reindex: false,
      registerInstance: false,
    };
    this.boss = new PgBoss(options);
    this.boss.on('error', (error) => this.logger.warn(error.message));
    this.boss.on('warning', ({ message }) => this.logger.warn(message));
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
  }

  /** Waits for running handlers; what does not finish is handed out again. */
  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
  }

  /** Puts one job into a queue in the caller's transaction. */
  async send(tx: Tx, queue: string, data: object): Promise<void> {
    await this.boss.send(queue, data, { db: within(tx) });
  }
}

/** The library's statements on the transaction's own session, prepared like all others. */
const within = (tx: Tx): Db => ({
  executeSql: async (text, values = []) => ({ rows: await tx.run(statement('job.send', text), values) }),
});
