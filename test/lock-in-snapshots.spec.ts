import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../src/audit/domain/canonical-json.js';
import { SnapshotsService } from '../src/lock-in/snapshots.service.js';
import type { TestApp } from './support/app.js';
import { movePrimary, startDemoApp } from './support/demo.js';

let app: TestApp;
beforeAll(async () => {
  app = await startDemoApp();
  await movePrimary(app, { tool: 'Code reviewer', to: 'Kimi K2', at: '2026-11-20T00:00:00Z' });
});
afterAll(() => app.stop());

type Account = Parameters<TestApp['as']>[0];
const get = (path: string, account: Account = 'manager') => app.http.get(path).set(app.as(account));
const post = (path: string, body: object, account: Account = 'manager') =>
  app.http.post(path).set(app.as(account)).send(body);
const ok = async (path: string) => (await get(path).expect(200)).body;

/** How many breaches of limits were announced. */
async function announced(): Promise<number> {
  const [{ n }] = await app.db.dataSource.query(
    `SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'outbox' AND data::text LIKE '%lock-in.limit-breached%'`,
  );
  return n;
}

describe('snapshots', () => {
  it('freeze the report with the digest of its canonical JSON, for managers alone', async () => {
    expect((await post('/v1/lock-in/snapshots', {}, 'tool-owner')).status).toBe(403);
    const { body, status } = await post('/v1/lock-in/snapshots', { asOf: '2026-11-19', note: 'before the move' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      cause: 'ON_DEMAND',
      note: 'before the move',
      asOf: '2026-11-19T23:59:59.999Z',
      policyVersion: 1,
    });
    expect(body.takenBy.displayName).toEqual(expect.any(String));
    expect(createHash('sha256').update(canonicalJson(body.report)).digest('hex')).toBe(body.sha256);
    const again = await ok(`/v1/lock-in/snapshots/${body.id}`);
    expect(again).toEqual(body);
    expect(body.report).toEqual(await ok('/v1/lock-in/report?asOf=2026-11-19'));
  });

  it('are never changed', async () => {
    for (const sql of [
      'UPDATE lock_in_snapshot SET note = NULL',
      'DELETE FROM lock_in_snapshot',
      'TRUNCATE lock_in_snapshot',
    ])
      await expect(
        app.db.transaction(async (tx) => {
          await tx.manager.query('SET LOCAL ROLE NONE');
          await tx.manager.query(sql);
        }),
      ).rejects.toThrow('never changed');
  });

  it('are compared: figures, shares, and the tools that stand otherwise', async () => {
    const { body: now } = await post('/v1/lock-in/snapshots', {});
    const { items, total } = await ok('/v1/lock-in/snapshots?cause=ON_DEMAND');
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({ id: now.id, topVendor: 'Alibaba', tools: 30, models: 10, breached: [] });
    expect(items[0].report).toBeUndefined();
    const compared = await ok(`/v1/lock-in/snapshots/${now.id}/compare?with=${items[1].id}`);
    const vendors = compared.bases[0].dimensions.find((each: { dimension: string }) => each.dimension === 'VENDOR');
    expect(vendors.shares).toMatchObject([
      { key: 'alibaba', before: 15 / 61, after: 13 / 61 },
      { key: 'moonshotai', before: 6 / 61, after: 8 / 61 },
    ]);
    expect(compared.tools).toMatchObject([
      { tool: { name: 'Code reviewer' }, model: { before: { name: 'Qwen3 Coder 480B' }, after: { name: 'Kimi K2' } } },
    ]);
    expect(compared.samePolicy).toBe(true);
    expect((await get(`/v1/lock-in/snapshots/${now.id}/compare`)).status).toBe(400);
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect((await get(`/v1/lock-in/snapshots/${nobody}`)).body.code).toBe('snapshot-not-found');
    expect((await post('/v1/lock-in/snapshots', { asOf: '2027-01-01' })).status).toBe(400);
  });

  it('come once a month, however many replicas wake up', async () => {
    const snapshots = app.app.get(SnapshotsService, { strict: false });
    const taken = await Promise.all([snapshots.takeMonthly(), snapshots.takeMonthly(), snapshots.takeMonthly()]);
    expect(taken.filter((id) => id !== undefined)).toHaveLength(1);
    expect((await ok('/v1/lock-in/snapshots?cause=MONTHLY')).items).toMatchObject([{ takenBy: null }]);
  });

  it('tell the managers once when a limit is newly breached', async () => {
    const snapshots = app.app.get(SnapshotsService, { strict: false });
    expect(await snapshots.takeWhereLimitsChanged()).toBeUndefined();
    for (const tool of ['Trade document agent', 'Customer due diligence agent', 'Treasury scenario analyst'])
      await movePrimary(app, { tool, to: 'Qwen3 235B', at: '2026-11-23T11:00:00Z' });
    await movePrimary(app, { tool: 'Credit memo summariser', to: 'Qwen3 235B', at: '2026-11-23T11:00:00Z' });
    const taken = await Promise.all([snapshots.takeWhereLimitsChanged(), snapshots.takeWhereLimitsChanged()]);
    expect(taken.filter((id) => id !== undefined)).toHaveLength(1);
    const { items } = await ok('/v1/lock-in/snapshots?cause=LIMITS_CHANGED');
    expect(items).toMatchObject([{ breached: ['VENDOR.TOP_SHARE', 'ROOT_VENDOR.TOP_SHARE'] }]);
    expect(await announced()).toBe(2);
    await post('/v1/lock-in/snapshots', {});
    expect((await ok('/v1/lock-in/snapshots?cause=LIMITS_CHANGED')).total).toBe(1);
  });

  it('read without a word being said again, however often', async () => {
    const before = await announced();
    for (let reads = 0; reads < 3; reads += 1) await ok('/v1/lock-in/report');
    await app.app.get(SnapshotsService, { strict: false }).takeWhereLimitsChanged();
    expect(await announced()).toBe(before);
  });

  it('give the first screen its trend: a point a day, the oldest first', async () => {
    const { lockInTrend } = await ok('/v1/dashboard');
    expect(lockInTrend).toEqual([
      {
        asOf: '2026-11-19T23:59:59.999Z',
        lockInIndex: expect.any(Number),
        topVendor: 'Alibaba',
        topVendorShare: 15 / 61,
      },
      expect.objectContaining({ asOf: '2026-11-23T12:00:00.000Z', topVendor: 'Alibaba' }),
    ]);
    expect(lockInTrend[1].topVendorShare).toBeGreaterThan(0.4);
  });
});
