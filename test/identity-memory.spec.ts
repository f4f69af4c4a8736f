import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { parseEnv } from '../src/config/env.js';
import { createApp } from '../src/create-app.js';
import { startTestApp } from './support/app.js';
import type { Credentials, TestApp } from './support/app.js';

/** Two processes over one database: what is taken from somebody on the first is gone on the second, too. */
const KEPT_MS = 2_000;
let first: TestApp;
let second: NestFastifyApplication;
let there: ReturnType<typeof supertest>;

beforeAll(async () => {
  first = await startTestApp();
  const env = { NODE_ENV: 'test', LOG_LEVEL: 'silent', SECRET_KEY: 'a secret of the tests, long enough for all' };
  const config = parseEnv({ ...env, DATABASE_URL: first.databaseUrl, WORKERS: 'false' });
  second = await createApp(config, { clock: first.clock });
  await second.listen(0, '127.0.0.1');
  there = supertest(await second.getUrl());
});

afterAll(async () => {
  await second.close();
  await first.stop();
});

const later = (): void => first.clock.set(new Date(first.clock.now().getTime() + KEPT_MS));
const write = (http: typeof there, caller: Credentials) =>
  http
    .post('/v1/gpu-pools')
    .set(caller)
    .send({ name: `pool ${Math.random()}` });

async function token(): Promise<{ caller: Credentials; id: string; tag: string }> {
  const wanted = { name: 'replica', roles: ['PLATFORM_ENGINEER'], expiresAt: '2026-08-01T00:00:00Z' };
  const { body, headers } = await first.http.post('/v1/tokens').set(first.as('platform')).send(wanted).expect(201);
  return { caller: { authorization: `Bearer ${body.secret}` }, id: body.id, tag: String(headers['etag']) };
}

const revoke = ({ id, tag }: { id: string; tag: string }) =>
  first.http.delete(`/v1/tokens/${id}`).set(first.as('platform')).set('if-match', tag).expect(204);

describe('a token that is revoked on one process', () => {
  it('is refused there at once, elsewhere for writes at once and for reads within two seconds', async () => {
    const revoked = await token();
    await first.http.get('/v1/me').set(revoked.caller).expect(200);
    await there.get('/v1/me').set(revoked.caller).expect(200);
    await revoke(revoked);
    await first.http.get('/v1/me').set(revoked.caller).expect(401);
    await write(there, revoked.caller).expect(401);
    later();
    await there.get('/v1/me').set(revoked.caller).expect(401);
  });
});

describe('a role that is taken on one process', () => {
  it('is gone there at once, elsewhere for writes at once and for reads within two seconds', async () => {
    const { caller } = await token();
    const { body: me } = await there.get('/v1/me').set(caller).expect(200);
    await first.http.get('/v1/me').set(caller).expect(200);
    const admin = first.as('admin');
    const { headers } = await first.http.get(`/v1/people/${me.id}`).set(admin).expect(200);
    const change = (roles: string[], tag: string) =>
      first.http.patch(`/v1/people/${me.id}`).set(admin).set('if-match', tag).send({ roles }).expect(200);
    const taken = await change(['AUDITOR'], String(headers['etag']));
    await first.http.get('/v1/me').set(caller).expect(403);
    await write(there, caller).expect(403);
    later();
    await there.get('/v1/me').set(caller).expect(403);
    await change(['PLATFORM_ENGINEER'], String(taken.headers['etag']));
    await first.http.get('/v1/me').set(caller).expect(200);
  });
});

describe('a session that ends on one process', () => {
  it('is refused there at once, elsewhere within two seconds', async () => {
    const { headers } = await first.http.post('/v1/local-session').send({ account: 'manager' }).expect(201);
    const [cookie = ''] = String(headers['set-cookie']).split(';');
    await first.http.get('/v1/me').set('cookie', cookie).expect(200);
    await there.get('/v1/me').set('cookie', cookie).expect(200);
    await first.http.post('/auth/logout').set('cookie', cookie).set('origin', first.url).expect(200);
    await first.http.get('/v1/me').set('cookie', cookie).expect(401);
    later();
    await there.get('/v1/me').set('cookie', cookie).expect(401);
  });
});
