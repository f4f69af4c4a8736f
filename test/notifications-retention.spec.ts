import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../src/kernel/id.js';
import { RetentionJob } from '../src/notifications/retention.job.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';

const DAY_MS = 86_400_000;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.http.get('/v1/me').set(app.as('admin')).expect(200);
});
afterAll(() => app.stop());

const daysAgo = (days: number): Date => new Date(app.clock.now().getTime() - days * DAY_MS);

async function notice(days: number): Promise<void> {
  await app.db.pool.query(
    `INSERT INTO notification (id, person_id, event_id, kind, title, detail, created_at)
     SELECT $1, id, $2, 'feed.stale', $3, '{}', $4 FROM person LIMIT 1`,
    [newId(), newId(), `${days} days`, daysAgo(days)],
  );
}

async function delivery(webhookId: string, state: string, days: number): Promise<void> {
  await app.db.pool.query(
    `INSERT INTO webhook_delivery (id, webhook_id, event_id, kind, body, state, attempts, give_up_at, created_at, delivered_at)
     VALUES ($1, $2, $3, 'feed.stale', $4, $5, 1, $6, $6, CASE WHEN $5 = 'DELIVERED' THEN $6::timestamptz END)`,
    [newId(), webhookId, newId(), `${state} ${days}`, state, daysAgo(days)],
  );
}

it('forgets old notices and finished deliveries, and nothing that is still tried', async () => {
  const webhookId = newId();
  await app.db.pool.query(
    `INSERT INTO webhook (id, name, url, kinds, secret, created_by, created_at, updated_at)
     SELECT $1, 'Receiver', 'https://hooks.example/', '{feed.stale}', '\\x00', id, now(), now() FROM person LIMIT 1`,
    [webhookId],
  );
  for (const days of [1, 364, 366, 900]) await notice(days);
  for (const days of [1, 89, 91])
    for (const state of ['DELIVERED', 'FAILED', 'PENDING']) await delivery(webhookId, state, days);
  await delivery(webhookId, 'DELIVERED', 120);
  await app.db.pool.query(`UPDATE webhook_delivery SET last_attempt_at = $1 WHERE body = 'DELIVERED 120'`, [
    daysAgo(2),
  ]);
  await app.app.get(RetentionJob).forget();
  const notices = await app.db.pool.query(`SELECT title FROM notification ORDER BY created_at DESC`);
  expect(notices.rows.map(({ title }) => title)).toEqual(['1 days', '364 days']);
  const deliveries = await app.db.pool.query(`SELECT body FROM webhook_delivery WHERE webhook_id = $1`, [webhookId]);
  expect(deliveries.rows.map(({ body: text }) => text).sort()).toEqual([
    'DELIVERED 1',
    'DELIVERED 120',
    'DELIVERED 89',
    'FAILED 1',
    'FAILED 89',
    'PENDING 1',
    'PENDING 89',
    'PENDING 91',
  ]);
});
