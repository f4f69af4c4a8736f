import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { statement } from '../src/database/statement.js';
import { Workers } from '../src/events/workers.js';
import { FeedPoller } from '../src/feeds/feed-poller.js';
import { FeedSchedule } from '../src/feeds/feed-schedule.job.js';
import { FeedsReader } from '../src/feeds/feeds.reader.js';
import { startTestApp, type TestApp } from './support/app.js';
import { measured } from './support/faults.js';
import { hubPages } from './support/hub-pages.js';

const ROW = {
  id: 'openai/gpt-oss-120b',
  name: 'GPT OSS 120B',
  release_date: '2025-08-05',
  open_weights: true,
  limit: { context: 131072 },
  modalities: { input: ['text'], output: ['text'] },
  weights: [{ url: 'https://huggingface.co/openai/gpt-oss-120b' }],
};
const HOSTS = JSON.stringify({ groq: { models: { 'openai/gpt-oss-120b': ROW } } });
const MODELS = JSON.stringify({ 'openai/gpt-oss-120b': ROW });
const COUNT = statement<{ releases: number }>('test.releases', 'SELECT count(*)::int AS releases FROM release');
const STALE = statement<{ events: number }>(
  'test.stale',
  `SELECT count(*)::int AS events FROM feed_staleness WHERE feed = 'models.dev'`,
);
/** In how many seconds a feed's next poll starts. */
const PLANNED = statement<{ seconds: number }>(
  'test.planned',
  `SELECT extract(epoch FROM start_after - created_on)::float AS seconds FROM pgboss.job
   WHERE name = 'feed.poll' AND data ->> 'feed' = $1 ORDER BY created_on DESC LIMIT 1`,
);

describe('polling', () => {
  let test: TestApp;
  let source: Server;
  let asked: IncomingMessage[];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;

  beforeAll(async () => {
    source = createServer((request, response) => {
      asked.push(request);
      answer(request, response);
    });
    await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(source.address() as AddressInfo).port}`;
    test = await startTestApp({
      env: {
        EGRESS_PRIVATE_NETWORKS: '127.0.0.0/8',
        FEED_MIRRORS: `models.dev=${base},hugging-face=${base}`,
        FEEDS_POLLED: 'models.dev',
        HUB_ORGANISATIONS: 'openai,Qwen',
        HUB_TOKEN: 'hf_a-token-of-the-tests',
      },
    });
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(async () => {
    await test.stop();
    source.closeAllConnections();
    source.close();
  });

  const reply =
    (body: string, headers: Record<string, string> = {}, status = 200) =>
    (_: IncomingMessage, response: ServerResponse): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    };
  /** The two lists of models.dev, by their addresses. */
  const lists =
    (models = MODELS) =>
    (request: IncomingMessage, response: ServerResponse): void =>
      reply(request.url === '/api.json' ? HOSTS : models)(request, response);
  const releases = async (): Promise<number> => (await test.db.readOne(COUNT, []))?.releases ?? -1;
  const poll = (feed: string) => test.app.get(FeedPoller).fetch({ feed, trigger: 'MANUAL', actor: null });
  const runs = async (feed: string) =>
    (await test.http.get(`/v1/feeds/${feed}/runs`).set(test.as('auditor'))).body.items;

  const planned = async (feed: string) => (await test.db.readOne(PLANNED, [feed]))?.seconds;

  it('polls on demand as a job: 202, then a run for every address', async () => {
    answer = (request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json; charset=utf-8', etag: `"${request.url}"` })
        .end(request.url === '/api.json' ? HOSTS : MODELS);
    const accepted = await test.http.post('/v1/feeds/models.dev/runs').set(test.as('platform')).expect(202);
    expect(accepted.headers['location']).toBe(`/v1/feeds/models.dev/runs/${accepted.body.id}`);
    await test.app.get(Workers).idle();
    expect(asked.map(({ url }) => url)).toEqual(['/api.json', '/models.json']);
    expect(await runs('models.dev')).toMatchObject([
      { status: 'SUCCEEDED' },
      { id: accepted.body.id, status: 'SUCCEEDED', trigger: 'MANUAL', startedBy: expect.any(String) },
    ]);
    expect(await releases()).toBe(1);
  });

  it('asks whether anything changed, and a 304 makes the feed fresh without reading', async () => {
    answer = (request, response) =>
      response.writeHead(request.headers['if-none-match'] === `"${request.url}"` ? 304 : 500).end();
    test.clock.set(new Date('2026-07-02T15:00:00Z'));
    await poll('models.dev');
    expect((await runs('models.dev')).slice(0, 2)).toMatchObject([{ status: 'UNCHANGED' }, { status: 'UNCHANGED' }]);
    const { body } = await test.http.get('/v1/feeds/models.dev').set(test.as('auditor'));
    expect(body).toMatchObject({ asOf: '2026-07-02T15:00:00.000Z', stale: false, everyHours: 6, failures: 0 });
  });

  it('follows a source that goes back to what it said before', async () => {
    const contextOf = async (): Promise<number> =>
      (await test.http.get('/v1/releases/by-key?key=openai/gpt-oss-120b').set(test.as('auditor'))).body.contextTokens;
    const saying = (context: number): void => {
      const models = JSON.stringify({ 'openai/gpt-oss-120b': { ...ROW, limit: { context } } });
      answer = lists(models);
    };
    for (const [hour, context] of [
      ['16', 65_536],
      ['17', 131_072],
      ['18', 131_072],
    ] as const) {
      test.clock.set(new Date(`2026-07-02T${hour}:00:00Z`));
      saying(context);
      await poll('models.dev');
      expect(await contextOf()).toBe(context);
    }
    expect((await runs('models.dev')).slice(0, 2)).toMatchObject([{ status: 'UNCHANGED' }, { status: 'UNCHANGED' }]);
  });

  const gzipBomb = gzipSync(Buffer.alloc(40 * 1024 * 1024, 32));
  const FAULTS: [string, (response: ServerResponse) => void, RegExp][] = [
    ['an error', (r) => r.writeHead(500).end(), /answered 500/],
    ['a web page', (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<html>'), /text\/html/],
    ['a redirect', (r) => r.writeHead(302, { location: 'http://169.254.169.254/' }).end(), /answered 302/],
    ['half an answer', (r) => r.writeHead(200, { 'content-type': 'application/json' }).end('{"half'), /not JSON/],
    [
      'a bomb of 40 MB',
      (r) => r.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipBomb),
      /./,
    ],
    ['a cut connection', (r) => r.destroy(), /cannot be reached/],
  ];
  it.each(FAULTS)('survives %s: the run says why, nothing is lost', async (_, fault, reason) => {
    answer = (__, response) => fault(response);
    await poll('models.dev');
    const [last] = await runs('models.dev');
    expect(last).toMatchObject({ status: 'FAILED', error: expect.stringMatching(reason) });
    expect(await releases()).toBe(1);
    const trail = await test.http.get('/v1/audit-events?kind=feed.imported&limit=100').set(test.as('auditor'));
    expect(trail.text.split(last.id)).toHaveLength(2);
  });

  it('keeps what it knows of a source that flaps, and is fresh again with every answer', async () => {
    const flaps = 10;
    for (let turn = 1; turn <= flaps; turn += 1) {
      const isUp = turn % 2 === 0;
      test.clock.set(new Date(Date.parse('2026-07-02T18:00:00Z') + turn * 60_000));
      answer = isUp ? lists() : reply('', {}, 503);
      await poll('models.dev');
      expect(await releases()).toBe(1);
      const { body } = await test.http.get('/v1/feeds/models.dev').set(test.as('auditor'));
      expect(body).toMatchObject({ stale: false, ...(isUp ? { failures: 0 } : {}) });
      if (!isUp) expect(body.failures).toBeGreaterThan(0);
    }
    measured('dead-feed', { faults: FAULTS.length, flaps, releasesLost: 0 });
  });

  it('comes back later when the source asks for a pause', async () => {
    answer = reply('', { 'retry-after': '120' }, 429);
    await poll('models.dev');
    expect((await runs('models.dev'))[0]).toMatchObject({ status: 'FAILED', error: expect.stringContaining('pause') });
    expect(await planned('models.dev')).toBeCloseTo(120, -1);
  });

  it('stops between two pages when no call is left, and goes on when the limit is over', async () => {
    answer = reply('[]', { link: '</api/models?page=2>; rel="next"', ratelimit: '"api";r=0;t=240' });
    await poll('hugging-face');
    expect(asked).toHaveLength(1);
    expect((await runs('hugging-face'))[0]).toMatchObject({ error: expect.stringContaining('no more calls') });
    expect(await planned('hugging-face')).toBeCloseTo(240, -1);
  });

  it('reads the pages of every organisation as one list, with the token', async () => {
    answer = hubPages;
    await poll('hugging-face');
    expect(asked).toHaveLength(3);
    expect(asked.every(({ headers }) => headers.authorization === 'Bearer hf_a-token-of-the-tests')).toBe(true);
    expect((await runs('hugging-face'))[0]).toMatchObject({ status: 'SUCCEEDED', total: 3 });
    const read = await test.http.get('/v1/releases/by-key?key=openai/gpt-oss-10b').set(test.as('auditor')).expect(200);
    expect(read.body).toMatchObject({ licenceId: 'apache-2.0', totalParamsB: 10 });
  });

  it('lists the organisations that an engineer names, as often as they say, and remembers who changed that', async () => {
    const path = '/v1/feeds/hugging-face';
    const before = await test.http.get(path).set(test.as('auditor')).expect(200);
    expect(before.body).toMatchObject({ organisations: ['openai', 'Qwen'], version: 0 });
    const change = (body: object, account: 'platform' | 'auditor' = 'platform', to = path) =>
      test.http
        .patch(to)
        .set(test.as(account))
        .set('if-match', String(before.headers['etag']))
        .set('content-type', 'application/merge-patch+json')
        .send(body);
    await change({ organisations: ['mistralai'] }, 'auditor').expect(403);
    await change({ organisations: ['../etc'] }).expect(400);
    const changed = await change({ organisations: ['mistralai'], everyHours: 2 }).expect(200);
    expect(changed.body).toMatchObject({ organisations: ['mistralai'], version: 1 });
    expect((await change({ organisations: null })).status).toBe(412);
    answer = reply('[]');
    await poll('hugging-face');
    expect(asked.map(({ url }) => /author=([^&]+)/.exec(url ?? '')?.[1])).toEqual(['mistralai']);
    const { body: trail } = await test.http.get('/v1/audit-events?kind=feed.changed').set(test.as('auditor'));
    expect(trail.items).toMatchObject([
      { changes: { organisations: { before: ['openai', 'Qwen'], after: ['mistralai'] }, everyHours: { after: 2 } } },
    ]);
    const other = await change({ organisations: ['Qwen'] }, 'platform', '/v1/feeds/models.dev').expect(422);
    expect(other.body.errors).toMatchObject([{ pointer: '/organisations', code: 'no-organisations' }]);
    await change({ everyHours: 1 }, 'platform', '/v1/feeds/ollama').expect(409);
    const back = await test.http
      .patch(path)
      .set(test.as('platform'))
      .set('if-match', String(changed.headers['etag']))
      .send({ organisations: null });
    expect(back.body).toMatchObject({ organisations: ['openai', 'Qwen'], version: 2 });
  });

  it('refuses to poll what is only carried in, or lacks its key', async () => {
    const refused = await test.http.post('/v1/feeds/ollama/runs').set(test.as('platform')).expect(409);
    expect(refused.body.code).toBe('feed-not-polled');
    const keyless = await test.http.post('/v1/feeds/artificial-analysis/runs').set(test.as('platform')).expect(409);
    expect(keyless.body.detail).toContain('ARTIFICIAL_ANALYSIS_KEY');
    await test.http.post('/v1/feeds/models.dev/runs').set(test.as('auditor')).expect(403);
  });

  it('polls what is due, and tells of a stale feed once, until it is fresh again', async () => {
    answer = reply('', {}, 500);
    test.clock.set(new Date('2026-07-04T15:00:00Z'));
    await test.app.get(FeedSchedule).tick();
    await test.app.get(FeedSchedule).tick();
    expect((await test.db.readOne(STALE, []))?.events).toBe(1);
    expect(await test.app.get(FeedsReader).get('models.dev')).toMatchObject({ isStale: true });
    answer = lists();
    await poll('models.dev');
    await test.app.get(FeedSchedule).tick();
    expect((await test.db.readOne(STALE, []))?.events).toBe(0);
  });
});
