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

/** Returns a new database for one test file, a clone of the migrated or the named template; the caller drops it at the end. */
export async function createTestDatabase(template = required('TEST_DATABASE_TEMPLATE')): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer((client) => client.query(`create database ${name} template ${template}`));
  const url = addressOf(name);
  const opened: Database[] = [];
  return {
    url,
    async open(entities = []) {
      const database = new Database(await openDataSource({ url, poolSize: 8, entities }));
      opened.push(database);
      return database;
    },
    async drop() {
      await Promise.all(
        opened.filter(({ dataSource }) => dataSource.isInitialized).map(({ dataSource }) => dataSource.destroy()),
      );
      await administer((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Returns a template of this run: a migrated database that the first who asks fills, and that all clone. */
export async function filledTemplate(name: string, fill: (databaseUrl: string) => Promise<void>): Promise<string> {
  const migrated = required('TEST_DATABASE_TEMPLATE');
  const [template, draft] = [`${migrated}_${name}`, `${migrated}_${name}_draft`];
  await administer(async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [template]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 1) return;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft} template ${migrated}`);
    await fill(addressOf(draft));
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [draft]);
    await client.query(`alter database ${draft} rename to ${template}`);
  });
  return template;
}

async function administer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: required('TEST_DATABASE_SERVER') });
  await client.connect();
  await work(client).finally(() => client.end());
}

function addressOf(database: string): string {
  const address = new URL(required('TEST_DATABASE_SERVER'));
  address.pathname = `/${database}`;
  return address.href;
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run the tests through Jest, whose global setup starts the server`);
  return value;
}
