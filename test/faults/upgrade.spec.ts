import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { AuditReader } from '../../src/audit/audit.reader.js';
import { ChainVerifier } from '../../src/audit/domain/chain.js';
import { Database } from '../../src/database/database.js';
import { dataSourceOptions, openDataSource } from '../../src/database/data-source.js';
import { migrate } from '../../src/database/migrate.js';
import { figuresOf, isFull, measured } from '../support/faults.js';
import { fillTrail } from '../support/filled-trail.js';
import { RELEASED } from '../support/previous-release.js';

const { auditEvents: EVENTS } = figuresOf('upgrade');
const LONGEST_LOCK_MS = 1_000;
/** Locks that keep readers or writers of a table waiting. */
const BLOCKING = ['AccessExclusiveLock', 'ExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock'];

const name = `upgrade_${randomBytes(6).toString('hex')}`;
const address = new URL(String(process.env['TEST_DATABASE_SERVER']));
let client: Client;

async function administer(sql: string): Promise<void> {
  const administrator = new Client({ connectionString: String(process.env['TEST_DATABASE_SERVER']) });
  await administrator.connect();
  await administrator.query(sql).finally(() => administrator.end());
}

/** The schema as the last release left it. */
async function migrateToRelease(url: string): Promise<void> {
  const folder = new URL('../../migrations/', import.meta.url);
  const files = (await readdir(folder)).filter((each) => Number(each.slice(0, 4)) <= RELEASED.lastMigration).sort();
  const modules: object[] = await Promise.all(files.map((each) => import(new URL(each, folder).href)));
  const migrations = modules.flatMap((each) => Object.values(each)).filter((each) => typeof each === 'function');
  const options = { ...dataSourceOptions({ url, poolSize: 2, asLoginRole: true }), migrations };
  const dataSource = await new DataSource({ ...options, migrationsTableName: 'migrations' }).initialize();
  await dataSource.runMigrations({ transaction: 'each' }).finally(() => dataSource.destroy());
}

interface Column {
  readonly place: string;
  readonly type: string;
  readonly mandatory: boolean;
  readonly checks: string;
}

/** Every column that an older server may read or write, with the values that its table takes. */
const columns = async (): Promise<Map<string, Column>> => {
  const { rows } = await client.query<Column>(
    `SELECT c.oid::regclass || '.' || a.attname AS place, format_type(a.atttypid, a.atttypmod) AS type,
       a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' AS mandatory,
       coalesce((SELECT string_agg(pg_get_constraintdef(k.oid), ' ' ORDER BY k.conname) FROM pg_constraint k
         WHERE k.conrelid = c.oid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)), '') AS checks
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`,
  );
  return new Map(rows.map((row) => [row.place, row]));
};
const tableOf = ({ place }: Column): string => place.slice(0, place.lastIndexOf('.'));
const literals = ({ checks }: Column): string[] =>
  [...checks.matchAll(/'([^']+)'::text/g)].map(([, text = '']) => text);

beforeAll(async () => {
  await administer(`CREATE DATABASE ${name} TEMPLATE template0`);
  address.pathname = `/${name}`;
  await migrateToRelease(address.href);
  client = new Client({ connectionString: address.href });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await administer(`DROP DATABASE ${name} WITH (FORCE)`);
});

/** Watches until told to stop; returns how long, in milliseconds, each table was kept from others at a stretch. */
async function watchLocks(isOver: () => boolean): Promise<Map<string, number>> {
  const longest = new Map<string, number>();
  const since = new Map<string, number>();
  const before = new Set((await client.query<{ oid: number }>(`SELECT oid FROM pg_class`)).rows.map(({ oid }) => oid));
  while (!isOver()) {
    const { rows } = await client.query<{ oid: number; name: string }>(
      `SELECT DISTINCT relation AS oid, relation::regclass::text AS name FROM pg_locks
       WHERE granted AND locktype = 'relation' AND mode = ANY ($1) AND pid <> pg_backend_pid()
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [BLOCKING],
    );
    const now = performance.now();
    // What a migration has just made, nobody waits for.
    const held = new Set(rows.filter(({ oid }) => before.has(oid)).map((row) => row.name));
    for (const each of since.keys()) if (!held.has(each)) since.delete(each);
    for (const each of held) {
      const began = since.get(each) ?? now;
      since.set(each, began);
      longest.set(each, Math.max(longest.get(each) ?? 0, now - began));
    }
    await sleep(5);
  }
  return longest;
}

describe('an upgrade in place', () => {
  it(`keeps ${EVENTS} events of the trail, and blocks no table for long`, async () => {
    await fillTrail(client, EVENTS);
    const before = await columns();
    let over = false;
    const watched = watchLocks(() => over);
    const applied = await migrate(address.href).finally(() => (over = true));
    const [table = 'none', ms = 0] = [...(await watched)].sort(([, a], [, b]) => b - a)[0] ?? [];
    measured('upgrade', { auditEvents: EVENTS, longestLockMs: ms });
    if (isFull && ms > LONGEST_LOCK_MS) throw new Error(`${table} was kept from others for ${ms} ms`);

    const database = new Database(await openDataSource({ url: address.href, poolSize: 2 }));
    const verifier = new ChainVerifier();
    for await (const link of new AuditReader(database).chain()) verifier.add(link);
    await database.dataSource.destroy();
    expect(verifier.verdict()).toMatchObject({ intact: true, events: EVENTS });
    expect(applied.every((each) => /\d{13}$/.test(each))).toBe(true);

    const after = await columns();
    const known = new Set([...before.values()].map(tableOf));
    const faults = [...before.values()].flatMap((column) => {
      const now = after.get(column.place);
      if (now === undefined) return [`${column.place} is gone`];
      const refused = literals(column).filter((value) => !literals(now).includes(value));
      return [
        ...(now.type === column.type ? [] : [`${column.place} became ${now.type}`]),
        ...(now.mandatory && !column.mandatory ? [`${column.place} became mandatory`] : []),
        ...refused.map((value) => `${column.place} no longer takes ${value}`),
      ];
    });
    const demanded = [...after.values()].filter(
      (column) => !before.has(column.place) && known.has(tableOf(column)) && column.mandatory,
    );
    // What an older server, still running, would trip over.
    expect([...faults, ...demanded.map(({ place }) => `${place} is new and mandatory`)]).toEqual([]);
  }, 900_000);
});
