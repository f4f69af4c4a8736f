import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedServer } from '../../src/database/embedded-server.js';
import type { EmbeddedServer } from '../../src/database/embedded-server.js';
import { migrate } from '../../src/database/migrate.js';

const PREFIX = 'modelfolio-test-';
let server: EmbeddedServer | undefined;

/**
 * Starts one throw-away PostgreSQL for all test files and migrates the template that each of them clones.
 * TEST_SERVER_URL names another server instead, whose role may create databases.
 */
export async function startTestServer(): Promise<void> {
  const given = process.env['TEST_SERVER_URL'];
  const url = given ?? (await startThrowAway());
  const template = `modelfolio_template_${process.pid}`;
  await administer(url, `create database ${template}`);
  await migrate(databaseAddress(url, template));
  process.env['TEST_DATABASE_SERVER'] = url;
  process.env['TEST_DATABASE_TEMPLATE'] = template;
}

/** Stops the server and removes its data. */
export async function stopTestServer(): Promise<void> {
  const { TEST_DATABASE_SERVER: url, TEST_DATABASE_TEMPLATE: template } = process.env;
  if (server === undefined && url !== undefined && template !== undefined) await dropTemplates(url, template);
  await server?.stop();
  if (server !== undefined) rmSync(server.dataDir, { recursive: true, force: true });
}

/** The migrated template, and those that tests have filled. */
async function dropTemplates(url: string, template: string): Promise<void> {
  const sql = `select datname as name from pg_database where datname like '${template}%'`;
  for (const { name } of await administer<{ name: string }>(url, sql)) await administer(url, `drop database ${name}`);
}

async function startThrowAway(): Promise<string> {
  await removeLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  server = await startEmbeddedServer({ dataDir, fast: true });
  return server.url;
}

/** A killed run leaves its server behind: the next run of the same user joins it as its last user and so stops it. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(PREFIX))) {
    const dataDir = join(tmpdir(), name);
    const isOurs = statSync(dataDir, { throwIfNoEntry: false })?.uid === process.getuid?.();
    if (!isOurs || isAlive(Number(name.slice(PREFIX.length).split('-')[0]))) continue;
    await startEmbeddedServer({ dataDir, fast: true }).then(
      (left) => left.stop(),
      () => undefined,
    );
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function administer<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(sql).finally(() => client.end());
  return rows;
}

function databaseAddress(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
