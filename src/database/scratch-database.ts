import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { withValues } from '../config/env.js';
import type { Config } from '../config/env.js';
import { StartupError } from '../config/startup-error.js';
import { migrate } from './migrate.js';

/**
 * Runs the work on a new migrated database of the configured server and drops it afterwards; no job runs on it by itself.
 * Throws StartupError where the role may not create databases.
 */
export async function withScratchDatabase<T>(config: Config, work: (config: Config) => Promise<T>): Promise<T> {
  const server = config.migrationDatabaseUrl ?? config.databaseUrl;
  if (server === undefined || config.databaseUrl === undefined) throw new TypeError('The database has no address yet');
  const name = `modelfolio_scratch_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name}`).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupError(`A scratch database cannot be created: ${reason}. Name a role that may in DATABASE_URL.`);
  });
  try {
    const owner = databaseAddress(server, name);
    await migrate(owner);
    return await work(
      withValues(config, {
        databaseUrl: databaseAddress(config.databaseUrl, name),
        migrationDatabaseUrl: owner,
        readDatabaseUrl: undefined,
        workers: false,
      }),
    );
  } finally {
    await administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

function databaseAddress(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
