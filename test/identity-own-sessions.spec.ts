import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SessionRetentionJob } from '../src/identity/session-retention.job.js';
import { startTestApp } from './support/app.js';
import type { Credentials, TestApp } from './support/app.js';

const IDLE_MINUTES = 30;
const DAY_MS = 86_400_000;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ env: { SESSION_IDLE_MINUTES: String(IDLE_MINUTES) } });
});
beforeEach(() => app.db.pool.query('DELETE FROM session'));
afterAll(() => app.stop());

async function open(account: string, client = 'Tester/1.0'): Promise<Credentials> {
  const answer = await app.http.post('/v1/local-session').set('user-agent', client).send({ account }).expect(201);
  return { authorization: `Bearer ${answer.body.token}` };
}

const listed = async (session: Credentials): Promise<readonly Record<string, unknown>[]> =>
  (await app.http.get('/v1/sessions').set(session).expect(200)).body.items;
const idOf = async (session: Credentials): Promise<string> =>
  String((await listed(session)).find(({ current }) => current === true)?.['id']);
const statusOf = async (session: Credentials): Promise<number> => (await app.http.get('/v1/me').set(session)).status;
const ended = async (): Promise<readonly { body: string }[]> =>
  (
    await app.db.pool.query(
      `SELECT body FROM audit_event WHERE body::jsonb ->> 'kind' = 'session.ended' ORDER BY position`,
    )
  ).rows;

describe('open sessions', () => {
  it('are shown to their person alone, with the client and which one asks', async () => {
    const here = await open('auditor', 'Firefox on the desk');
    await open('auditor', 'x'.repeat(1_000));
    const stranger = await open('manager');
    const [there, asking] = [...(await listed(here))].sort((a, b) => Number(a['current']) - Number(b['current']));
    expect(asking).toMatchObject({ client: 'Firefox on the desk', method: 'LOCAL', current: true });
    expect(there).toMatchObject({ client: 'x'.repeat(300), current: false });
    expect(Object.keys(asking ?? {}).sort()).toEqual([
      'client',
      'createdAt',
      'current',
      'expiresAt',
      'id',
      'lastSeenAt',
      'method',
    ]);
    expect(await listed(stranger)).toHaveLength(1);
    const found = await app.http.get('/v1/sessions?q=DESK').set(here).expect(200);
    expect(found.body).toMatchObject({ total: 1, items: [{ client: 'Firefox on the desk' }] });
  });

  it('leave the list when nobody has used them for a while', async () => {
    const here = await open('auditor');
    await open('auditor', 'idle');
    expect(await listed(here)).toHaveLength(2);
    app.clock.set(new Date(app.clock.now().getTime() + (IDLE_MINUTES - 5) * 60_000));
    expect(await statusOf(here)).toBe(200);
    app.clock.set(new Date(app.clock.now().getTime() + 10 * 60_000));
    expect(await listed(here)).toMatchObject([{ current: true }]);
  });
});

describe('signing out', () => {
  it('is written once, of the session that it ends', async () => {
    const answer = await app.http.post('/v1/local-session').send({ account: 'auditor' }).expect(201);
    const session = { authorization: `Bearer ${answer.body.token}` };
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    const [id, before] = [await idOf(session), (await ended()).length];
    const leave = () => app.http.post('/auth/logout').set({ cookie, origin: app.url });
    await leave().expect(200);
    expect(await statusOf(session)).toBe(401);
    await leave();
    const events = await ended();
    expect(events).toHaveLength(before + 1);
    expect(events.at(-1)?.body).toContain(id);
  });
});

describe('ending a session', () => {
  it('shuts it out on its next request, and is written in the trail', async () => {
    const [here, there] = [await open('auditor'), await open('auditor', 'lost laptop')];
    expect(await statusOf(there)).toBe(200);
    const id = await idOf(there);
    const before = (await ended()).length;
    await app.http.delete(`/v1/sessions/${id}`).set(here).expect(204);
    expect(await statusOf(there)).toBe(401);
    expect(await statusOf(here)).toBe(200);
    const events = await ended();
    expect(events).toHaveLength(before + 1);
    expect(events.at(-1)?.body).toContain(id);
    await app.http.delete(`/v1/sessions/${id}`).set(here).expect(404);
  });

  it('of somebody else is refused as if there were none', async () => {
    const [mine, theirs] = [await open('admin'), await open('auditor')];
    const { body } = await app.http
      .delete(`/v1/sessions/${await idOf(theirs)}`)
      .set(mine)
      .expect(404);
    expect(body.code).toBe('session-not-found');
    expect(await statusOf(theirs)).toBe(200);
  });

  it('ends all others at once and keeps the one that asks', async () => {
    const [here, first, second, stranger] = [
      await open('auditor'),
      await open('auditor'),
      await open('auditor'),
      await open('manager'),
    ];
    const { body } = await app.http.post('/v1/sessions/end-others').set(here).expect(200);
    expect(body).toEqual({ ended: 2 });
    expect(await Promise.all([here, first, second, stranger].map(statusOf))).toEqual([200, 401, 401, 200]);
    expect((await app.http.post('/v1/sessions/end-others').set(here).expect(200)).body).toEqual({ ended: 0 });
  });

  it('is done each time it is asked for, whatever Idempotency-Key says', async () => {
    const here = await open('auditor');
    const asked = () => app.http.post('/v1/sessions/end-others').set({ ...here, 'idempotency-key': 'the-same' });
    const first = await open('auditor');
    expect((await asked().expect(200)).body).toEqual({ ended: 1 });
    const second = await open('auditor');
    expect((await asked().expect(200)).body).toEqual({ ended: 1 });
    expect(await Promise.all([first, second].map(statusOf))).toEqual([401, 401]);
  });

  it('is for people: a token sees the sessions and ends none', async () => {
    const here = await open('manager');
    const expiresAt = new Date(app.clock.now().getTime() + DAY_MS).toISOString();
    const wanted = { name: 'program', roles: ['MANAGER'], expiresAt };
    const { body } = await app.http.post('/v1/tokens').set(here).send(wanted).expect(201);
    const token = { authorization: `Bearer ${body.secret}` };
    expect(await listed(token)).toMatchObject([{ current: false }]);
    for (const refused of [
      await app.http.delete(`/v1/sessions/${await idOf(here)}`).set(token),
      await app.http.post('/v1/sessions/end-others').set(token),
    ])
      expect(refused).toMatchObject({ status: 403, body: { code: 'token-may-not-end-sessions' } });
    expect(await statusOf(here)).toBe(200);
  });
});

describe('sessions long over', () => {
  it('are forgotten a month later', async () => {
    for (let n = 0; n < 3; n += 1) await open('auditor');
    const left = async (): Promise<number> => {
      await app.app.get(SessionRetentionJob).forget();
      return Number((await app.db.pool.query('SELECT count(*) FROM session')).rows[0].count);
    };
    app.clock.set(new Date(app.clock.now().getTime() + 30 * DAY_MS));
    const here = await open('auditor');
    expect(await left()).toBe(4);
    app.clock.set(new Date(app.clock.now().getTime() + DAY_MS / 2 + 60_000));
    expect(await left()).toBe(1);
    expect(await statusOf(here)).toBe(401);
  });
});
