import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { LocalAccountName } from '../src/identity/domain/local-accounts.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { createTestDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { aModel, aPool, make, RELEASE_KEYS, seedReleases } from './support/portfolio.js';

/** No copy of the primary but a database that says something else, so that each answer tells where it comes from. */
let replica: TestDatabase;
let app: TestApp;
let owner: Client;
beforeAll(async () => {
  owner = new Client({ connectionString: String(process.env['TEST_DATABASE_SERVER']) });
  await owner.connect();
  replica = await createTestDatabase();
  await seedReleases(await replica.open(), ['replica/Lagging-1B']);
  app = await startTestApp({
    env: { READ_DATABASE_URL: replica.url, WORKERS: 'false' },
    seed: (db) => seedReleases(db, RELEASE_KEYS),
  });
});
afterAll(async () => {
  await app.stop();
  await replica.drop();
  await owner.end();
});

const LAGGING = [
  '/v1/dashboard',
  '/v1/search?q=Lagging',
  '/v1/inventory',
  '/v1/releases',
  '/v1/vendors',
  '/v1/lock-in/report',
  '/v1/lock-in/exit-drill?vendor=replica',
];
const textOf = async (path: string, account: LocalAccountName): Promise<string> =>
  (await app.http.get(path).set(app.as(account))).text;
const keysFor = async (account: LocalAccountName): Promise<string[]> =>
  (await app.http.get('/v1/releases').set(app.as(account)).expect(200)).body.items.map(
    ({ key }: { key: string }) => key,
  );
/** When the replica was last asked for anything. */
const lastAsked = async (): Promise<string> => {
  const { rows } = await owner.query(
    `SELECT max(query_start)::text AS moment FROM pg_stat_activity WHERE datname = $1`,
    [new URL(replica.url).pathname.slice(1)],
  );
  return rows[0].moment;
};

describe('a read replica', () => {
  it('answers whoever has not written', async () => {
    expect(await keysFor('auditor')).toEqual(['replica/Lagging-1B']);
    expect(await textOf('/v1/search?q=Lagging', 'auditor')).toContain('Lagging-1B');
  });

  it.each(LAGGING)('is asked for %s', async (path) => {
    const before = await lastAsked();
    expect((await app.http.get(path).set(app.as('auditor'))).status).toBeLessThan(500);
    expect(await lastAsked()).not.toBe(before);
  });

  it('does not answer those who have just written: they see their own change', async () => {
    const pool = await make(app, 'platform', '/v1/gpu-pools', aPool());
    await make(app, 'platform', '/v1/models', aModel({ gpuPoolId: pool.id }));
    expect((await keysFor('platform')).sort()).toEqual([...RELEASE_KEYS].sort());
    expect(await keysFor('auditor')).toEqual(['replica/Lagging-1B']);
    // Ten seconds after the last write it may.
    await app.db.pool.query(`UPDATE rate_limit SET expire = expire - 71000 WHERE key LIKE 'writes:%'`);
    expect(await keysFor('platform')).toEqual(['replica/Lagging-1B']);
  });

  it('is never asked for one record, nor for who is calling', async () => {
    const pool = await make(app, 'platform', '/v1/gpu-pools', aPool());
    const before = await lastAsked();
    await app.http.get(`/v1/gpu-pools/${pool.id}`).set(app.as('auditor')).expect(200);
    await app.http.get('/v1/me').set(app.as('auditor')).expect(200);
    expect(await lastAsked()).toBe(before);
  });

  it('is passed over when it is gone', async () => {
    await replica.drop();
    expect((await keysFor('auditor')).sort()).toEqual([...RELEASE_KEYS].sort());
    expect(await textOf('/v1/dashboard', 'auditor')).toContain('{');
  });
});
