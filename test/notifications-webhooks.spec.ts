import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/kernel/id.js';
import { verify, WebhookBench } from './support/webhook-receiver.js';

let bench: WebhookBench;

beforeAll(async () => {
  bench = await WebhookBench.start();
});
afterEach(() => bench.clear());
afterAll(() => bench.stop());

describe('a secret', () => {
  it('that was rotated signs beside the new one for a day', async () => {
    const { id, secret: old } = await bench.subscribe('/rotate');
    const rotated = await bench.test.http.post(`/v1/webhooks/${id}/rotate-secret`).set(bench.admin).expect(200);
    const { secret: fresh }: { secret: string } = rotated.body;
    expect(fresh).not.toBe(old);
    await bench.publish('models.dev');
    await bench.idle();
    for (const secret of [old, fresh])
      expect(verify(secret, bench.first('/rotate'))).toMatchObject({ type: 'feed.stale' });

    bench.received = [];
    await bench.test.db.pool.query(`UPDATE webhook SET previous_secret_until = '2000-01-01' WHERE id = $1`, [id]);
    await bench.publish('gpustack');
    await bench.idle();
    expect(verify(fresh, bench.first('/rotate'))).toBeDefined();
    expect(() => verify(old, bench.first('/rotate'))).toThrow();
  });

  it('that a change of SECRET_KEY has made unreadable holds messages back until it is rotated', async () => {
    const { id, secret: lost } = await bench.subscribe('/rekeyed');
    await bench.test.db.pool.query(`UPDATE webhook SET secret = set_byte(secret, 0, (get_byte(secret, 0) + 1) % 256)`);
    await bench.publish('models.dev');
    await bench.idle();
    const lastError = expect.stringContaining('rotate it');
    expect(await bench.deliveries(id)).toMatchObject([{ state: 'PENDING', lastError }]);
    expect(bench.at('/rekeyed')).toEqual([]);
    const rotated = await bench.test.http.post(`/v1/webhooks/${id}/rotate-secret`).set(bench.admin).expect(200);
    await bench.dueNow();
    await bench.idle();
    expect(await bench.deliveries(id)).toMatchObject([{ state: 'DELIVERED' }]);
    expect(verify(rotated.body.secret, bench.first('/rekeyed'))).toMatchObject({ type: 'feed.stale' });
    expect(() => verify(lost, bench.first('/rekeyed'))).toThrow();
  });

  it('is shown once and readable nowhere else', async () => {
    const { id, secret } = await bench.subscribe('/secret');
    const shown = await bench.test.http.get(`/v1/webhooks/${id}`).set(bench.admin).expect(200);
    expect(shown.text).not.toContain(secret.slice(6));
    const { rows } = await bench.test.db.pool.query<{ text: string }>(
      `SELECT coalesce(string_agg(row::text, ''), '') AS text FROM (SELECT * FROM webhook) row
       UNION ALL SELECT coalesce(string_agg(body, ''), '') FROM audit_event
       UNION ALL SELECT coalesce(string_agg(data::text, ''), '') FROM pgboss.job`,
    );
    expect(rows.map(({ text }) => text).join('')).not.toContain(secret.slice(6));
  });
});

describe('the API', () => {
  it('sends a test on request', async () => {
    const { id, secret } = await bench.subscribe('/test');
    await bench.test.http.post(`/v1/webhooks/${id}/test`).set(bench.admin).expect(202);
    await bench.idle();
    expect(verify(secret, bench.first('/test'))).toMatchObject({ type: 'webhook.test', data: { webhook: '/test' } });
  });

  it('changes what is given, against the version that was seen', async () => {
    const { id, version } = await bench.subscribe('/patch', { filter: { feed: ['x'] } });
    const patch = (tag: number, body: object) =>
      bench.test.http.patch(`/v1/webhooks/${id}`).set(bench.admin).set('if-match', `"${tag}"`).send(body);
    const changed = await patch(version, { enabled: false, filter: null }).expect(200);
    expect(changed.body).toMatchObject({ name: '/patch', filter: {}, enabled: false, disabledReason: 'BY_PERSON' });
    await patch(version, { enabled: true }).expect(412);
    await bench.test.http.patch(`/v1/webhooks/${id}`).set(bench.admin).send({ enabled: true }).expect(428);
    await bench.test.http.post(`/v1/webhooks/${id}/test`).set(bench.admin).expect(409);
    await patch(version + 1, { enabled: true }).expect(200);
  });

  it.each([
    [{ url: 'https://169.254.169.254/' }, 422, '/url'],
    [{ url: 'http://hooks.example/' }, 201, ''],
    [{ url: 'https://evil@hooks.example/' }, 422, '/url'],
    [{ url: 'ftp://hooks.example/' }, 400, '/url'],
    [{ kinds: [] }, 400, '/kinds'],
    [{ kinds: ['model.changed'] }, 400, '/kinds/0'],
    [{ name: '' }, 400, '/name'],
    [{ filter: { feed: 'x' } }, 400, '/filter'],
    [{ filter: [] }, 400, '/filter'],
    [{ secret: 'mine' }, 400, '/secret'],
  ])('answers a webhook with %j by %i', async (over, status, pointer) => {
    const body = { name: 'x', url: 'https://hooks.example/x', kinds: ['flag.raised'], ...over };
    const answer = await bench.test.http.post('/v1/webhooks').set(bench.admin).send(body);
    expect(answer.status).toBe(status);
    if (pointer !== '') expect(answer.body.errors[0].pointer).toMatch(new RegExp(`^${pointer.replace(/\/0$/, '')}`));
  });

  it('is for administrators', async () => {
    await bench.test.http.get('/v1/webhooks').set(bench.test.as('platform')).expect(403);
    await bench.test.http.get(`/v1/webhooks/${newId()}`).set(bench.admin).expect(404);
    await bench.test.http.get(`/v1/webhooks/${newId()}/deliveries`).set(bench.admin).expect(404);
  });
});
