import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';
import { asDomainError, isAborted, isRetryable } from './database-error.js';
import { insertionOf } from './entity-sql.js';
import type { EntityClass } from './entity-sql.js';
import type { Statement } from './statement.js';

/** One open transaction. */
export class Tx {
  private isOver = false;
  private failure: unknown;

  private constructor(
    /** For repository updates; it is bound to the session of the transaction. */
    readonly manager: EntityManager,
    private readonly session: PoolClient,
  ) {}

  /** Runs the work on the manager's transaction. */
  static async with<T>(manager: EntityManager, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { queryRunner } = manager;
    if (queryRunner === undefined) throw new TypeError('The entity manager is not inside a transaction');
    const session: PoolClient = await queryRunner.connect();
    const tx = new Tx(manager, session);
    return work(tx).finally(() => (tx.isOver = true));
  }

  /** Returns the rows of a named statement. Statements reach the database in the order in which they are asked for. */
  async run<Row>(statement: Statement<Row>, params: readonly unknown[]): Promise<Row[]> {
    // Of reads asked for at once one may have failed, while another goes on: the session is somebody else's by then.
    if (this.isOver) throw new TypeError(`The transaction is over: ${statement.name}`);
    return query(this.session, statement, params).catch((error: unknown) => {
      // Of several that were asked for at once, each fails with what the first of them ran into.
      this.failure ??= error;
      throw isAborted(error) ? this.failure : error;
    });
  }

  /** Inserts one row; columns that it leaves out take their defaults. */
  async insert<Entity extends object>(entity: EntityClass<Entity>, row: Partial<Entity>): Promise<void> {
    const { statement, values } = insertionOf(entity, row);
    await this.run(statement, values);
  }

  /** Returns the first row of a named statement, or undefined. */
  async one<Row>(statement: Statement<Row>, params: readonly unknown[]): Promise<Row | undefined> {
    const [row] = await this.run(statement, params);
    return row;
  }
}

/** What a session is asked in one turn of the event loop leaves in one piece: one write and one wake-up of the server. */
function inOnePiece({ connection: { stream } }: PoolClient): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Runs a named statement on a pool or a session of it. */
export async function query<Row>(
  target: Pool | PoolClient,
  { name, text }: Statement<Row>,
  params: readonly unknown[],
): Promise<Row[]> {
  try {
    if ('connection' in target) inOnePiece(target);
    const { rows } = await target.query<QueryResultRow & Row>({ name, text, values: [...params] });
    return rows;
  } catch (error) {
    // Inside a transaction the raw error must reach `Database.transaction`, which decides whether to run it again.
    throw isRetryable(error) ? error : asDomainError(error);
  }
}
