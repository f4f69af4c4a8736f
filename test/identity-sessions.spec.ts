import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp } from './support/app.js';
import type { Credentials, TestApp } from './support/app.js';

const IDLE_MINUTES = 30;
const HOURS = 12;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ env: { SESSION_IDLE_MINUTES: String(IDLE_MINUTES) } });
});
afterAll(() => app.stop());

async function open(): Promise<Credentials> {
  const { body } = await app.http.post('/v1/local-session').send({ account: 'auditor' }).expect(201);
  return { authorization: `Bearer ${body.token}` };
}

const pass = (minutes: number): void => app.clock.set(new Date(app.clock.now().getTime() + minutes * 60_000));
const statusOf = async (session: Credentials): Promise<number> => (await app.http.get('/v1/me').set(session)).status;

describe('a session', () => {
  it('ends when nobody has used it for a while, for reads and for writes', async () => {
    const [reading, writing] = [await open(), await open()];
    pass(IDLE_MINUTES - 1);
    expect(await statusOf(reading)).toBe(200);
    pass(2);
    expect((await app.http.post('/v1/gpu-pools').set(writing).send({})).status).toBe(401);
    expect(await statusOf(reading)).toBe(200);
    pass(IDLE_MINUTES);
    expect(await statusOf(reading)).toBe(401);
  });

  it('lasts as long as it is used, yet no longer than twelve hours', async () => {
    const session = await open();
    const step = IDLE_MINUTES - 5;
    let minutes = step;
    for (; minutes < HOURS * 60; minutes += step) {
      pass(step);
      expect([minutes, await statusOf(session)]).toEqual([minutes, 200]);
    }
    pass(step);
    expect(await statusOf(session)).toBe(401);
  });

  it('is noted as used at most once a minute', async () => {
    const session = await open();
    pass(2);
    const notes = async (): Promise<string> =>
      JSON.stringify((await app.db.pool.query(`SELECT xmin FROM session ORDER BY id DESC LIMIT 1`)).rows);
    await statusOf(session);
    const noted = await notes();
    for (let i = 0; i < 3; i += 1) await app.http.post('/v1/gpu-pools').set(session).send({});
    expect(await notes()).toBe(noted);
  });
});
