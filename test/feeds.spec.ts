import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogueStateHash } from '../src/catalogue/catalogue.state-hash.js';
import { statement } from '../src/database/statement.js';
import { Workers } from '../src/events/workers.js';
import { FeedRunner } from '../src/feeds/feed-runner.js';
import { startTestApp, type TestApp } from './support/app.js';

const ROW = {
  release_date: '2025-08-05',
  open_weights: true,
  reasoning: true,
  tool_call: true,
  limit: { context: 131072 },
  modalities: { input: ['text'], output: ['text'] },
};
const model = (id: string, changes: object = {}): object => ({ id, name: id, ...ROW, ...changes });
const models = (...rows: object[]): string =>
  JSON.stringify(Object.fromEntries(rows.map((row) => [(row as { id: string }).id, row])));
const weights = (hubId: string): object => ({ weights: [{ url: `https://huggingface.co/${hubId}` }] });

const GPT_OSS = model('openai/gpt-oss-120b', weights('openai/gpt-oss-120b'));
const QWEN = model('alibaba/qwen3-32b', { ...weights('Qwen/Qwen3-32B'), release_date: '2025-04-29' });
const IMPOSSIBLE = model('deepseek/deepseek-r1', { ...weights('deepseek-ai/DeepSeek-R1'), release_date: '2025-25-11' });

const COUNT = statement<{ releases: number }>('test.releases', 'SELECT count(*)::int AS releases FROM release');

describe('feeds', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  const releases = async (): Promise<number> => (await test.db.readOne(COUNT, []))?.releases ?? -1;
  const upload = (payload: string, path = 'models.dev/snapshots?asOf=2026-07-01', account = 'platform' as const) =>
    test.http.post(`/v1/feeds/${path}`).set(test.as(account)).set('content-type', 'application/json').send(payload);
  const settle = (): Promise<void> => test.app.get(Workers).idle();
  const runOf = async (location: string) => (await test.http.get(location).set(test.as('platform')).expect(200)).body;

  it('lists the feeds with licence and freshness, in pages', async () => {
    const first = await test.http.get('/v1/feeds?limit=5').set(test.as('auditor')).expect(200);
    expect(first.body.items).toHaveLength(5);
    const second = await test.http
      .get('/v1/feeds')
      .query({ limit: 100, cursor: first.body.next })
      .set(test.as('auditor'))
      .expect(200);
    const names = [...first.body.items, ...second.body.items].map(({ name }: { name: string }) => name);
    expect(names).toEqual([...names].sort());
    expect(names).toHaveLength(first.body.total);
    const { body } = await test.http.get('/v1/feeds/models.dev').set(test.as('auditor')).expect(200);
    expect(body).toMatchObject({ name: 'models.dev', licence: 'MIT', asOf: null, lastRun: null });
    await test.http.get('/v1/feeds/no-such').set(test.as('auditor')).expect(404);
  });

  it('takes a payload over an air gap, reads it as a job and says what it did', async () => {
    const accepted = await upload(models(GPT_OSS, QWEN, IMPOSSIBLE)).expect(202);
    expect(accepted.body).toMatchObject({
      feed: 'models.dev',
      trigger: 'UPLOAD',
      status: 'QUEUED',
      startedBy: expect.any(String),
    });
    expect(accepted.headers['location']).toBe(`/v1/feeds/models.dev/runs/${accepted.body.id}`);
    await settle();
    expect(await runOf(accepted.headers['location'] ?? '')).toMatchObject({
      status: 'SUCCEEDED',
      total: 3,
      done: 3,
      added: 3,
      changed: 0,
      quarantined: 1,
      asOf: '2026-07-01T00:00:00.000Z',
    });
    const { body } = await test.http.get('/v1/feeds/models.dev').set(test.as('auditor')).expect(200);
    expect(body).toMatchObject({ asOf: '2026-07-01T00:00:00.000Z', held: 1, failures: 0 });
    expect(await releases()).toBe(3);
  });

  it('changes nothing when the same payload comes again, and says so at once', async () => {
    const before = await catalogueStateHash(test.db);
    const again = await upload(models(GPT_OSS, QWEN, IMPOSSIBLE)).expect(202);
    expect(again.body.status).toBe('UNCHANGED');
    expect(await catalogueStateHash(test.db)).toBe(before);
  });

  it('never deletes: half a list, a broken one and an empty one leave what is known', async () => {
    const before = await releases();
    const half = await upload(models(GPT_OSS)).expect(202);
    const broken = await upload('{"half').expect(202);
    await upload('').expect(422);
    await settle();
    expect(await runOf(half.headers['location'] ?? '')).toMatchObject({ status: 'SUCCEEDED', unchanged: 1 });
    expect(await runOf(broken.headers['location'] ?? '')).toMatchObject({
      status: 'FAILED',
      error: expect.stringContaining('not JSON'),
    });
    expect(await releases()).toBe(before);
    const { body } = await test.http.get('/v1/feeds/models.dev').set(test.as('auditor'));
    expect(body).toMatchObject({ failures: 1, asOf: '2026-07-01T00:00:00.000Z' });
    const failed = await test.http.get('/v1/feeds/models.dev/runs?status=FAILED').set(test.as('auditor')).expect(200);
    expect(failed.body.total).toBe(1);
  });

  it('refuses a wrong type, a future moment, an unknown feed and a caller without the right', async () => {
    const post = (path: string) => test.http.post(`/v1/feeds/${path}`).set(test.as('platform'));
    await post('models.dev/snapshots').set('content-type', 'image/png').send('x').expect(415);
    const large = Buffer.alloc(33 * 1024 * 1024, 32);
    await post('models.dev/snapshots').set('content-type', 'application/octet-stream').send(large).expect(413);
    const future = await upload(models(QWEN), 'models.dev/snapshots?asOf=2027-01-01').expect(422);
    expect(future.body).toMatchObject({ code: 'as-of-in-future', errors: [{ pointer: '?asOf' }] });
    await upload(models(QWEN), 'models.dev/snapshots?asOf=yesterday').expect(400);
    await upload(models(QWEN), 'no-such/snapshots').expect(404);
    const forbidden = await test.http
      .post('/v1/feeds/models.dev/snapshots')
      .set(test.as('auditor'))
      .set('content-type', 'application/json')
      .send(models(QWEN));
    expect(forbidden.status).toBe(403);
  });

  it('holds a refused item once, with position, reason and payload, until a person decides', async () => {
    const list = await test.http.get('/v1/quarantine?status=HELD').set(test.as('auditor')).expect(200);
    expect(list.body.items).toMatchObject([
      {
        feed: 'models.dev',
        position: 'models/deepseek/deepseek-r1/release_date',
        reason: expect.stringContaining('2025-25-11'),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        item: { id: 'deepseek/deepseek-r1' },
      },
    ]);
    const [{ id }] = list.body.items;
    await test.http.post(`/v1/quarantine/${id}/discard`).set(test.as('auditor')).expect(403);
    const released = await test.http.post(`/v1/quarantine/${id}/release`).set(test.as('platform')).expect(422);
    expect(released.body).toMatchObject({ code: 'still-refused' });
    const discarded = await test.http.post(`/v1/quarantine/${id}/discard`).set(test.as('platform')).expect(200);
    expect(discarded.body).toMatchObject({ status: 'DISCARDED', decidedBy: expect.any(String) });
    const twice = await test.http.post(`/v1/quarantine/${id}/discard`).set(test.as('platform')).expect(409);
    expect(twice.body.code).toBe('already-decided');
  });

  it('records a held item as soon as its vendor is known', async () => {
    const unknown = model('novelab/nova-7b', weights('NoveLab/Nova-7B'));
    await upload(models(unknown)).expect(202);
    await settle();
    const held = await test.http.get('/v1/quarantine?status=HELD&q=nova').set(test.as('platform')).expect(200);
    const [item] = held.body.items;
    expect(item).toMatchObject({ position: 'models/novelab/nova-7b' });
    await test.http.post(`/v1/quarantine/${item.id}/release`).set(test.as('platform')).expect(422);
    await test.http
      .post('/v1/vendors')
      .set(test.as('platform'))
      .send({ slug: 'novelab', name: 'Nove Lab', country: 'SG', hubOrganisations: ['NoveLab'] })
      .expect(201);
    const { body } = await test.http.post(`/v1/quarantine/${item.id}/release`).set(test.as('platform')).expect(200);
    expect(body.status).toBe('RELEASED');
    await test.http.get('/v1/releases/by-key?key=NoveLab/Nova-7B').set(test.as('platform')).expect(200);
  });

  it('records what an older rule refused and today’s does not', async () => {
    const grok = model('xai/grok-2', { ...weights('xai-org/grok-2'), release_date: '2025-26-11' });
    await upload(models(grok)).expect(202);
    await settle();
    const held = await test.http.get('/v1/quarantine?status=HELD&q=grok').set(test.as('platform')).expect(200);
    const [{ id }] = held.body.items;
    await test.http.post(`/v1/quarantine/${id}/release`).set(test.as('platform')).expect(422);
    // As if it were its context that used to be refused.
    await test.db.pool.query(`UPDATE quarantined_item SET position = 'models/xai/grok-2/limit' WHERE id = $1`, [id]);
    const { body } = await test.http.post(`/v1/quarantine/${id}/release`).set(test.as('platform')).expect(200);
    expect(body.status).toBe('RELEASED');
    await test.http.get('/v1/releases/by-key?key=xai-org/grok-2').set(test.as('platform')).expect(200);
  });

  it('ends in the same state for every order of the same payloads', async () => {
    const payloads = [
      { feed: 'models.dev', bytes: models(GPT_OSS, QWEN), asOf: '2026-07-01' },
      {
        feed: 'models.dev',
        bytes: JSON.stringify({ groq: { models: { a: model('qwen/qwen3-32b', { release_date: '2025-04-28' }) } } }),
        asOf: '2026-05-01',
      },
      { feed: 'hub-facts', bytes: JSON.stringify([{ name: 'Qwen/Qwen3-32B', hf_downloads: 7 }]), asOf: '2026-05-12' },
    ];
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ];
    const hashes = await Promise.all(
      orders.map(async (order) => {
        const other = await startTestApp({ env: { WORKERS: 'false' } });
        try {
          for (const index of order) {
            const { feed, bytes, asOf } = payloads[index]!;
            const options = { asOf: new Date(asOf), trigger: 'MANUAL', actor: 'SYSTEM' } as const;
            await other.app.get(FeedRunner).import({ feed, bytes: Buffer.from(bytes) }, options);
          }
          return await catalogueStateHash(other.db);
        } finally {
          await other.stop();
        }
      }),
    );
    expect(new Set(hashes).size).toBe(1);
  });
});
