import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({
    seed: (db) =>
      db.transaction((tx) =>
        tx.manager.query(
          `INSERT INTO feed_staleness (feed, stale_since) VALUES ('models.dev', '2026-06-20T00:30:00Z'), ('openrouter', '2026-06-18T09:00:00Z')`,
        ),
      ),
  });
});
afterAll(() => app.stop());

it('names the feeds that are out of date, the oldest first, each by the name that its page has', async () => {
  const { body } = await app.http.get('/v1/dashboard').set(app.as('manager'));
  expect(body.attention).toEqual([
    {
      kind: 'FEED_STALE',
      subjectType: 'feed',
      subjectId: 'openrouter',
      sentence: 'The feed openrouter has been out of date since 2026-06-18.',
    },
    {
      kind: 'FEED_STALE',
      subjectType: 'feed',
      subjectId: 'models.dev',
      sentence: 'The feed models.dev has been out of date since 2026-06-20.',
    },
  ]);
});
