import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { openDataSource } from '../../src/database/data-source.js';
import type { EntityClass } from '../../src/database/data-source.js';
import { Database } from '../../src/database/database.js';

export interface TestDatabase {
  readonly url: string;
  /** Opens a pool on this database; `drop` closes it. */
  open(entities?: readonly EntityClass[]): Promise<Database>;
  drop(): Promise<void>;
}

/** Returns a new migrated database for one test file, a clone of the template; the caller drops it at the end. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template ${required('TEST_DATABASE_TEMPLATE')}`);
  const address = new URL(required('TEST_DATABASE_SERVER'));
  address.pathname = `/${name}`;
  const opened: Database[] = [];
  return {
    url: address.href,
    async open(entities = []) {
      const database = new Database(await openDataSource({ url: address.href, poolSize: 8, entities }));
      opened.push(database);
      return database;
    },
    async drop() {
      await Promise.all(
        opened.filter(({ dataSource }) => dataSource.isInitialized).map(({ dataSource }) => dataSource.destroy()),
      );
      await administer(`drop database if exists ${name} with (force)`);
    },
  };
}

async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: required('TEST_DATABASE_SERVER') });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run the tests through Jest, whose global setup starts the server`);
  return value;
}
