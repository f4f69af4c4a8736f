import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { asDomainError, isRetryable } from './database-error.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import type { List } from './list.js';
import type { Statement } from './statement.js';
import { query, Tx } from './tx.js';

const MAX_ATTEMPTS = 5;
const ignore = (): void => undefined;

/** One session that several reads use; the server says that it ends before the socket does, and nobody may get it then. */
interface SharedSession {
  readonly session: PoolClient;
  isLost: boolean;
}

async function readShared<Row>(
  shared: SharedSession,
  statement: Statement<Row>,
  params: readonly unknown[],
): Promise<Row[]> {
  try {
    return await query(shared.session, statement, params);
  } catch (error) {
    shared.isLost ||= error instanceof DomainError && error.kind === 'unavailable';
    throw error;
  }
}

/** The door to PostgreSQL: writes in transactions, reads by named statements. */
@Injectable()
export class Database {
  private readonly enclosing = new AsyncLocalStorage<Tx>();
  private readonly shared = new AsyncLocalStorage<SharedSession>();
  private readonly lagging = new AsyncLocalStorage<boolean>();

  constructor(readonly dataSource: DataSource) {}

  /** Runs the work in one transaction that every `transaction` and every read inside it joins, so all of it commits at once. */
  enclose<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction((tx) => this.enclosing.run(tx, () => work(tx)));
  }

  /**
   * Runs the work in one transaction and returns its result. A deadlock or serialisation failure runs it again, so
   * `work` must have no effect outside `tx`. Throws DomainError 'unavailable' when the database is gone.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const outer = this.enclosing.getStore();
    // A savepoint; only the outermost transaction may be run again.
    if (outer !== undefined) return outer.manager.transaction((manager) => Tx.with(manager, work));
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction((manager) => Tx.with(manager, work));
      } catch (error) {
        if (!isRetryable(error) || attempt === MAX_ATTEMPTS) throw asDomainError(error);
        await sleep(Math.random() * 10 * 2 ** attempt);
      }
    }
  }

  /** Returns the rows of a named statement, inside `tx` when it is given. */
  async read<Row>(statement: Statement<Row>, params: readonly unknown[], tx?: Tx): Promise<Row[]> {
    const session = tx ?? this.enclosing.getStore();
    if (session !== undefined) return session.run(statement, params);
    const shared = this.shared.getStore();
    if (shared !== undefined) return readShared(shared, statement, params);
    return this.source((pool) => query(pool, statement, params));
  }

  /**
   * Runs reads that the work asks for at once on one session, sent in one piece before the first answer: for what is
   * quick one by one and would wait for several sessions otherwise. They see no common snapshot.
   */
  async together<T>(work: () => Promise<T>): Promise<T> {
    if (this.enclosing.getStore() !== undefined || this.shared.getStore() !== undefined) return work();
    const session = await this.source((pool) => pool.connect()).catch((error: unknown) => {
      throw asDomainError(error);
    });
    const reads: SharedSession = { session, isLost: false };
    // A session that ends fails its reads; heard by nobody, the event itself would end the process.
    session.on('error', ignore);
    try {
      return await this.shared.run(reads, work);
    } finally {
      session.off('error', ignore);
      session.release(reads.isLost);
    }
  }

  /** Returns the first row of a named statement, or undefined. */
  async readOne<Row>(statement: Statement<Row>, params: readonly unknown[], tx?: Tx): Promise<Row | undefined> {
    const [row] = await this.read(statement, params, tx);
    return row;
  }

  /** Returns one page of a keyset list; `filters` fill its $1 … $n. */
  list<Row extends { id: string }, Sort extends string>(
    list: List<Row, Sort>,
    request: PageRequest,
    filters: readonly unknown[],
  ): Promise<Page<Row>> {
    return list.page((statement, params) => this.read(statement, params), request, filters);
  }

  /** Sends the reads of the work that are in no transaction to the read replica: for what may lag by seconds. */
  lag<T>(work: () => Promise<T>): Promise<T> {
    return this.lagging.run(true, work);
  }

  get hasReplica(): boolean {
    return this.driver.slaves.length > 0;
  }

  /** The one pool of the process, for libraries that bring their own SQL. */
  get pool(): Pool {
    return this.driver.master;
  }

  /** Asks the replica where the reads may lag; where it cannot answer, for whatever reason, the primary does. */
  private source<T>(ask: (pool: Pool) => Promise<T>): Promise<T> {
    const [replica] = this.lagging.getStore() === true ? this.driver.slaves : [];
    return replica === undefined ? ask(this.pool) : ask(replica).catch(() => ask(this.pool));
  }

  private get driver(): { readonly master: Pool; readonly slaves: readonly Pool[] } {
    const { driver } = this.dataSource;
    if (!(driver instanceof PostgresDriver)) throw new TypeError('The data source is not PostgreSQL');
    return driver;
  }
}
