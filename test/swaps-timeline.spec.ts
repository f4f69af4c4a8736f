import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { TimelineAndDuties1790000000016 as Migration } from '../migrations/0016-timeline-and-duties.js';
import { dataSourceOptions } from '../src/database/data-source.js';
import type { TestApp } from './support/app.js';
import { make } from './support/portfolio.js';
import type { Made } from './support/portfolio.js';
import { aSwap, ownBench, passTime, startSwapApp } from './support/swaps.js';
import type { Bench, Driver } from './support/swaps.js';

let app: TestApp;

beforeAll(async () => {
  app = await startSwapApp();
});
afterAll(() => app.stop());

interface Row {
  readonly purpose: string;
  readonly model: { readonly id: string };
  readonly artifacts: readonly object[];
  readonly swapRequest: {
    readonly approvals: readonly { approver: { displayName: string }; purpose: string }[];
  } | null;
}

const get = async (path: string) => (await app.http.get(path).set(app.as('auditor')).expect(200)).body;
const timeline = async ({ id }: Made, asOf = ''): Promise<Row[]> =>
  (await get(`/v1/tools/${id}/timeline${asOf && `?asOf=${asOf}`}`)).items;
const primaryOn = async (tool: Made, asOf: string): Promise<Row | undefined> =>
  (await timeline(tool, asOf)).find(({ purpose }) => purpose === 'PRIMARY');

async function change({ id }: Made, patch: object): Promise<void> {
  const headers = app.as('platform');
  const { headers: seen } = await app.http.get(`/v1/models/${id}`).set(headers);
  const path = `/v1/models/${id}`;
  await app.http
    .patch(path)
    .set({ ...headers, 'if-match': seen['etag'] ?? '' })
    .send(patch)
    .expect(200);
}

/** July: the old model; August: the target by a swap; its weights are replaced in September and stated anew in October. */
describe('what an examiner sees', () => {
  let bench: Bench;
  let swap: Driver;

  beforeAll(async () => {
    bench = await ownBench(app, 'MEDIUM');
    await change(bench.current, { weightsDigest: 'sha256:old' });
    await change(bench.target, { weightsDigest: 'sha256:first' });
    await passTime(app, '2026-08-01T09:00:00Z');
    swap = await aSwap(app, bench);
    await swap.moved('manager', 'manager-2');
    await passTime(app, '2026-09-01T09:00:00Z');
    await change(bench.target, { weightsDigest: 'sha256:second', quantisation: 'BF16' });
    await passTime(app, '2026-10-01T09:00:00Z');
    await change(bench.target, { weightsDigest: null });
    await change(bench.target, { approvedScope: 'no other artifact' });
  });

  it.each([
    ['2026-07-15', 'acme/Small-30B', 'sha256:old', 'FP8'],
    ['2026-08-15', 'acme/Large-30B', 'sha256:first', 'FP8'],
    ['2026-09-15', 'acme/Large-30B', 'sha256:second', 'BF16'],
    ['2026-10-15', 'acme/Large-30B', null, 'BF16'],
  ])('on %s is %s with the weights %s in %s', async (day, releaseKey, weightsDigest, quantisation) => {
    const served = await primaryOn(bench.tool, `${day}T00:00:00Z`);
    expect(served?.artifacts).toMatchObject([{ releaseKey, weightsDigest, quantisation }]);
  });

  it('is every part with its beginning and end, and nothing before the first', async () => {
    const [now, before] = (await timeline(bench.tool)).filter(({ purpose }) => purpose === 'PRIMARY');
    expect([now?.model.id, before?.model.id]).toEqual([bench.target.id, bench.current.id]);
    expect(now?.artifacts).toMatchObject([
      { weightsDigest: null, validFrom: '2026-10-01T09:00:00.000Z', validTo: null },
      { weightsDigest: 'sha256:second', validTo: '2026-10-01T09:00:00.000Z' },
      { weightsDigest: 'sha256:first', validFrom: '2026-08-01T09:00:00.000Z', validTo: '2026-09-01T09:00:00.000Z' },
    ]);
    expect(before?.artifacts).toMatchObject([{ validTo: '2026-08-01T09:00:00.000Z' }]);
    expect(await timeline(bench.tool, '2026-01-01T00:00:00Z')).toEqual([]);
    expect(await get(`/v1/tools/${bench.tool.id}/assignments`)).toEqual(
      await get(`/v1/tools/${bench.tool.id}/timeline`),
    );
  });

  it('is the same wherever an assignment shows', async () => {
    const { name } = await get(`/v1/tools/${bench.tool.id}`);
    for (const [day, model, weightsDigest] of [
      ['2026-07-15', bench.current, 'sha256:old'],
      ['2026-08-15', bench.target, 'sha256:first'],
      ['2026-08-01', bench.target, 'sha256:first'],
    ] as const) {
      expect((await get(`/v1/tools/${bench.tool.id}?asOf=${day}`)).primary.modelId).toBe(model.id);
      const listed = await get(`/v1/tools?asOf=${day}&model=${model.id}&limit=100`);
      expect(listed.items.map(({ id }: { id: string }) => id)).toContain(bench.tool.id);
      const { usedBy, ...served } = await get(`/v1/models/${model.id}?asOf=${day}`);
      expect(usedBy).toContainEqual(expect.objectContaining({ toolId: bench.tool.id, purpose: 'PRIMARY' }));
      expect(served).toMatchObject({ tools: 1, highestMateriality: 'MEDIUM' });
      const models = await get(`/v1/models?asOf=${day}&limit=100&sort=-tools`);
      expect(models.items).toContainEqual(expect.objectContaining({ id: model.id, tools: 1 }));
      const { items } = await get(`/v1/inventory?asOf=${day}&q=${encodeURIComponent(name)}`);
      expect(items.find(({ toolId }: { toolId: string }) => toolId === bench.tool.id)).toMatchObject({
        digest: weightsDigest,
      });
      expect((await timeline(bench.tool, day))[0]?.model.id).toBe(model.id);
    }
    expect((await get(`/v1/tools/${bench.tool.id}?asOf=2026-01-01`)).primary).toBeNull();
    expect((await get(`/v1/tools?asOf=2026-01-01&model=${bench.current.id}`)).total).toBe(0);
    for (const path of [`tools/${bench.tool.id}`, 'tools', 'models', `models/${bench.target.id}`, 'inventory'])
      await app.http.get(`/v1/${path}?asOf=2026-02-30`).set(app.as('auditor')).expect(400);
  });

  it('is by which request, and who agreed, whatever happens to them later', async () => {
    const served = await primaryOn(bench.tool, '2026-08-15T00:00:00Z');
    expect(served?.swapRequest).toMatchObject({ id: swap.id, digest: (await swap.read()).digest });
    const names = served?.swapRequest?.approvals.map(({ approver, purpose }) => [approver.displayName, purpose]);
    expect(names).toEqual([
      ['Max Manager', 'APPROVAL'],
      ['Mia Manager', 'APPROVAL'],
    ]);
    await app.db.dataSource.query(`UPDATE person SET roles = '{}', active = false WHERE subject = 'manager-2'`);
    expect((await primaryOn(bench.tool, '2026-08-15T00:00:00Z'))?.swapRequest?.approvals).toHaveLength(2);
    await app.db.dataSource.query(`UPDATE person SET roles = '{MANAGER}', active = true WHERE subject = 'manager-2'`);
  });

  it('is kept from the application itself', async () => {
    const run = (sql: string) => app.db.dataSource.query(sql);
    await expect(run(`UPDATE served_artifact SET weights_digest = 'x'`)).rejects.toThrow('permission denied');
    await expect(run(`DELETE FROM served_artifact`)).rejects.toThrow('permission denied');
    await expect(
      run(`INSERT INTO served_artifact SELECT assignment_id, now(), release_key FROM served_artifact LIMIT 1`),
    ).rejects.toThrow('permission denied');
  });
});

describe('the upgrade of a database that has served before', () => {
  it('reads the past from the audit trail, and leaves unknown what nobody had stated', async () => {
    const { tool, current, spare } = await ownBench(app);
    await make(app, 'tool-owner', `/v1/tools/${tool.id}/assignments`, { modelId: spare.id, purpose: 'FALLBACK' });
    await change(current, { weightsDigest: 'sha256:a' });
    await change(current, { weightsDigest: 'sha256:b' });
    const options = dataSourceOptions({ url: app.databaseUrl, poolSize: 1, asLoginRole: true });
    const owner = await new DataSource(options).initialize();
    const runner = owner.createQueryRunner();
    await new Migration().down(runner);
    await new Migration().up(runner);
    await runner.release();
    await owner.destroy();
    const [primary, fallback] = await timeline(tool);
    // The trail keeps the server's own time, after that of this test.
    expect(primary?.artifacts).toMatchObject([
      { weightsDigest: 'sha256:b', quantisation: 'FP8', validTo: null },
      { weightsDigest: 'sha256:a' },
      { weightsDigest: null, releaseKey: 'acme/Small-30B', quantisation: 'FP8' },
    ]);
    expect(fallback?.artifacts).toMatchObject([{ weightsDigest: null, releaseKey: 'other/Rival-30B', validTo: null }]);
    await passTime(app, '2030-01-01T00:00:00Z');
    await change(current, { weightsDigest: 'sha256:c' });
    expect((await timeline(tool))[0]?.artifacts).toHaveLength(4);
  });
});
