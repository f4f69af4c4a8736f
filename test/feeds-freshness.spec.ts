import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statement } from '../src/database/statement.js';
import { FeedPoller } from '../src/feeds/feed-poller.js';
import { FeedSchedule } from '../src/feeds/feed-schedule.job.js';
import { FeedsReader } from '../src/feeds/feeds.reader.js';
import { startTestApp, type TestApp } from './support/app.js';

const ROW = {
  id: 'openai/gpt-oss-120b',
  name: 'GPT OSS 120B',
  release_date: '2025-08-05',
  open_weights: true,
  limit: { context: 131072 },
  modalities: { input: ['text'], output: ['text'] },
};
const PAYLOADS: Readonly<Record<string, string>> = {
  '/api.json': JSON.stringify({ groq: { models: { [ROW.id]: ROW } } }),
  '/models.json': JSON.stringify({ [ROW.id]: ROW }),
};

describe('freshness of a feed with two addresses', () => {
  let test: TestApp;
  let source: Server;
  const down = new Set<string>();

  beforeAll(async () => {
    source = createServer((request, response) => {
      const path = request.url ?? '';
      const etag = `"${path}"`;
      if (down.has(path)) response.writeHead(500).end();
      else if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'application/json', etag }).end(PAYLOADS[path]);
    });
    await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(source.address() as AddressInfo).port}`;
    const env = { EGRESS_PRIVATE_NETWORKS: '127.0.0.0/8', FEED_MIRRORS: `models.dev=${base}`, WORKERS: 'false' };
    test = await startTestApp({ now: '2026-07-02T00:00:00Z', env: { ...env, FEEDS_POLLED: 'models.dev' } });
  });
  afterAll(async () => {
    await test.stop();
    source.closeAllConnections();
    source.close();
  });

  const pollAt = async (hour: number): Promise<void> => {
    test.clock.set(new Date(Date.UTC(2026, 6, 2, hour)));
    await test.app.get(FeedPoller).fetch({ feed: 'models.dev', trigger: 'SCHEDULE', actor: null });
  };
  const stale = async (): Promise<boolean> => (await test.app.get(FeedsReader).get('models.dev')).isStale;

  it('is that of the one heard longest ago, whichever of them is down', async () => {
    for (const [index, path] of Object.keys(PAYLOADS).entries()) {
      const start = 48 * index;
      down.clear();
      await pollAt(start);
      await pollAt(start + 6);
      expect(await stale()).toBe(false);
      down.add(path);
      await pollAt(start + 18);
      expect(await stale()).toBe(false);
      await pollAt(start + 19);
      expect(await stale()).toBe(true);
    }
    down.clear();
    await pollAt(100);
    expect(await stale()).toBe(false);
  });

  it('asks again in the next hour where one of them was down, else when it is due', async () => {
    const planned = statement<{ n: number }>(
      'test.planned',
      `SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'feed.poll'`,
    );
    const duePolls = async (hour: number): Promise<number> => {
      test.clock.set(new Date(Date.UTC(2026, 6, 2, hour)));
      const before = (await test.db.readOne(planned, []))?.n ?? NaN;
      await test.app.get(FeedSchedule).tick();
      return ((await test.db.readOne(planned, []))?.n ?? NaN) - before;
    };
    expect(await duePolls(101)).toBe(0);
    down.add('/api.json');
    await pollAt(102);
    expect(await duePolls(103)).toBe(1);
  });
});
