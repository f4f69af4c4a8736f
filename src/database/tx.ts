import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';
import { asDomainError, isRetryable } from './database-error.js';
import type { Statement } from './statement.js';

/** One open transaction. */
export class Tx {
  /** `manager` is for repository inserts and updates; it is bound to the session of the transaction. */
  constructor(readonly manager: EntityManager) {}

  /** Returns the rows of a named statement. */
  async run<Row>(statement: Statement<Row>, params: readonly unknown[]): Promise<Row[]> {
    const { queryRunner } = this.manager;
    if (queryRunner === undefined) throw new TypeError('The entity manager is not inside a transaction');
    const client: PoolClient = await queryRunner.connect();
    return query(client, statement, params);
  }

  /** Returns the first row of a named statement, or undefined. */
  async one<Row>(statement: Statement<Row>, params: readonly unknown[]): Promise<Row | undefined> {
    const [row] = await this.run(statement, params);
    return row;
  }
}

/** Runs a named statement on a pool or a session of it. */
export async function query<Row>(
  target: Pool | PoolClient,
  { name, text }: Statement<Row>,
  params: readonly unknown[],
): Promise<Row[]> {
  try {
    const { rows } = await target.query<QueryResultRow & Row>({ name, text, values: [...params] });
    return rows;
  } catch (error) {
    // Inside a transaction the raw error must reach `Database.transaction`, which decides whether to run it again.
    throw isRetryable(error) ? error : asDomainError(error);
  }
}
