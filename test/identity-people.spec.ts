import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { aModel, aTool, startPortfolioApp } from './support/portfolio.js';

let app: TestApp;
beforeAll(async () => {
  app = await startPortfolioApp();
});
afterAll(() => app.stop());

const admin = (): Record<string, string> => app.as('admin');
let serial = 0;

interface Made {
  readonly id: string;
  readonly tag: string;
}

async function person(over: object = {}): Promise<Made> {
  const body = { subject: `subject-${(serial += 1)}`, displayName: 'New Person', roles: ['TOOL_OWNER'], ...over };
  const made = await app.http.post('/v1/people').set(admin()).send(body).expect(201);
  return { id: made.body.id, tag: String(made.headers['etag']) };
}

const change = (id: string, tag: string, body: object) =>
  app.http.patch(`/v1/people/${id}`).set(admin()).set('if-match', tag).send(body);

const tokenFor = (roles: string[], over: object = {}, as = admin()) =>
  app.http
    .post('/v1/tokens')
    .set(as)
    .send({ name: 'nightly job', roles, expiresAt: '2026-12-31T00:00:00Z', ...over });

const myId = async (headers: Record<string, string>): Promise<string> =>
  (await app.http.get('/v1/me').set(headers).expect(200)).body.id;

describe('people', () => {
  it('are listed for everybody, by role, team and name', async () => {
    await person({ displayName: 'Zoë Zhang', teams: ['treasury'] });
    const list = async (query: string): Promise<string[]> =>
      (await app.http.get(`/v1/people${query}`).set(app.as('auditor')).expect(200)).body.items.map(
        ({ displayName }: { displayName: string }) => displayName,
      );
    expect(await list('?team=treasury')).toEqual(['Zoë Zhang']);
    expect(await list('?role=ADMIN')).toEqual(['Ali Admin']);
    expect(await list('?q=zo%C3%AB')).toEqual(['Zoë Zhang']);
    expect(await list('?active=false')).toEqual([]);
  });

  it('are entered by an administrator alone, once', async () => {
    await app.http.post('/v1/people').set(app.as('manager')).send({ subject: 'x', displayName: 'X' }).expect(403);
    await person({ subject: 'twice' });
    const again = await app.http
      .post('/v1/people')
      .set(admin())
      .send({ subject: 'twice', displayName: 'X' })
      .expect(409);
    expect(again.body).toMatchObject({ code: 'person-exists', errors: [{ pointer: '/subject' }] });
  });

  it.each<[string, object]>([
    ['/subject', { displayName: 'X' }],
    ['/displayName', { subject: 'y', displayName: '' }],
    ['/email', { subject: 'y', displayName: 'X', email: 'nonsense' }],
    ['/roles', { subject: 'y', displayName: 'X', roles: ['ROOT'] }],
    ['/teams', { subject: 'y', displayName: 'X', teams: 'a' }],
    ['/id', { subject: 'y', displayName: 'X', id: '0' }],
  ])('are refused for a wrong %s', async (pointer, body) => {
    const refused = await app.http.post('/v1/people').set(admin()).send(body).expect(400);
    expect(refused.body.errors.map((each: { pointer: string }) => each.pointer)).toContain(pointer);
  });

  it('change by merge-patch, and their names never enter the trail', async () => {
    const { id, tag } = await person({ displayName: 'Canary Name', email: 'canary@bank.example', teams: ['a'] });
    const changed = await change(id, tag, { displayName: 'Erased', email: null, roles: ['MANAGER'] }).expect(200);
    expect(changed.body).toMatchObject({
      displayName: 'Erased',
      email: null,
      roles: ['MANAGER'],
      teams: ['a'],
      version: 2,
    });
    await change(id, tag, { teams: [] }).expect(412);
    await change(id, String(changed.headers['etag']), { roles: null }).expect(400);
    const trail = await app.http.get(`/v1/audit-events?subject=${id}`).set(app.as('auditor')).expect(200);
    expect(trail.body.items).toHaveLength(2);
    expect(trail.text).not.toMatch(/canary/i);
  });

  it('cannot take the administration from themselves', async () => {
    const id = await myId(admin());
    const { headers } = await app.http.get(`/v1/people/${id}`).set(admin());
    for (const body of [{ roles: ['AUDITOR'] }, { active: false }]) {
      expect((await change(id, String(headers['etag']), body).expect(422)).body.code).toBe('own-administration');
    }
  });
});

describe('a leaver', () => {
  it('hands everything over in one step', async () => {
    const [leaver, successor] = [await person(), await person()];
    const platform = app.as('platform');
    for (let i = 0; i < 3; i += 1)
      await app.http
        .post('/v1/tools')
        .set(platform)
        .send(aTool({ ownerId: leaver.id }))
        .expect(201);
    await app.http
      .post('/v1/models')
      .set(platform)
      .send(aModel({ stewardId: leaver.id }))
      .expect(201);
    const hand = (to: string) => app.http.post(`/v1/people/${leaver.id}/reassign`).set(admin()).send({ to });
    expect((await hand(successor.id).expect(200)).body).toEqual({ moved: { tools: 3, models: 1 } });
    expect((await hand(successor.id).expect(200)).body).toEqual({ moved: { tools: 0, models: 0 } });
    const owned = await app.http.get(`/v1/tools?owner=${successor.id}`).set(platform).expect(200);
    expect(owned.body.total).toBe(3);
    expect((await hand(leaver.id).expect(422)).body.code).toBe('same-person');
    expect((await hand('00000000-0000-7000-8000-000000000000').expect(422)).body.code).toBe('successor-not-found');
    await change(successor.id, successor.tag, { active: false }).expect(200);
    expect((await hand(successor.id).expect(422)).body.code).toBe('successor-not-found');
  });

  it('is out at once: sessions and tokens end with the account', async () => {
    const { headers } = await app.http.get(`/v1/people/${await myId(app.as('manager-2'))}`).set(admin());
    const { body } = await tokenFor(['MANAGER'], {}, app.as('manager-2')).expect(201);
    const token = { authorization: `Bearer ${body.secret}` };
    const id = await myId(token);
    const gone = await change(id, String(headers['etag']), { active: false }).expect(200);
    await app.http.get('/v1/me').set(token).expect(401);
    await app.http.get('/v1/me').set(app.as('manager-2')).expect(401);
    await app.http.post('/v1/local-session').send({ account: 'manager-2' }).expect(403);
    await change(id, String(gone.headers['etag']), { active: true }).expect(200);
  });
});

describe('local sign-in', () => {
  const signInAt = (host: string) => app.http.post('/v1/local-session').set('host', host).send({ account: 'platform' });

  it.each(['localhost:3000', '127.0.0.1', '[::1]:3000'])('lets in who asks for %s', async (host) => {
    await signInAt(host).expect(201);
  });

  it.each(['bank.example:3000', '127.0.0.1.bank.example', '127.bank.example', 'a b'])(
    'refuses a page that leads %s to this machine',
    async (host) => {
      expect((await signInAt(host).expect(403)).body.code).toBe('foreign-host');
    },
  );
});

describe('API tokens', () => {
  it('act for their owner, are shown once and stored as a hash', async () => {
    const made = await tokenFor(['PLATFORM_ENGINEER'], {}, app.as('platform')).expect(201);
    expect(made.body.secret).toMatch(/^mf_[\w-]{43}$/);
    const me = await app.http.get('/v1/me').set('authorization', `Bearer ${made.body.secret}`).expect(200);
    expect(me.body).toMatchObject({ id: await myId(app.as('platform')), tokenId: made.body.id });
    const { rows } = await app.db.pool.query('SELECT * FROM api_token');
    expect(JSON.stringify(rows)).not.toContain(made.body.secret);
    const shown = await app.http.get(`/v1/tokens/${made.body.id}`).set(app.as('platform')).expect(200);
    expect(shown.text).not.toContain(made.body.secret);
    expect(shown.body).toMatchObject({
      hint: `${made.body.secret.slice(0, 7)}…`,
      lastUsedAt: app.clock.now().toISOString(),
    });
  });

  it('never have a role that their owner does not have, nor keep one that was taken away', async () => {
    expect((await tokenFor(['ADMIN'], {}, app.as('platform')).expect(422)).body.code).toBe('role-not-held');
    const owner = await person({ roles: ['MANAGER', 'VALIDATOR'] });
    const made = await tokenFor(['MANAGER', 'VALIDATOR'], { personId: owner.id }).expect(201);
    const token = { authorization: `Bearer ${made.body.secret}` };
    expect((await app.http.get('/v1/me').set(token).expect(200)).body.roles).toEqual(['MANAGER', 'VALIDATOR']);
    await change(owner.id, owner.tag, { roles: ['VALIDATOR', 'ADMIN'] }).expect(200);
    expect((await app.http.get('/v1/me').set(token).expect(200)).body.roles).toEqual(['VALIDATOR']);
  });

  it('cannot make tokens, nor can others make them for somebody else', async () => {
    const { body } = await tokenFor(['PLATFORM_ENGINEER'], {}, app.as('platform')).expect(201);
    const byToken = await tokenFor(['PLATFORM_ENGINEER'], {}, {
      authorization: `Bearer ${body.secret}`,
    } as never).expect(403);
    expect(byToken.body.code).toBe('token-may-not-create-tokens');
    const other = await person();
    expect(
      (await tokenFor(['PLATFORM_ENGINEER'], { personId: other.id }, app.as('platform')).expect(403)).body.errors[0]
        .code,
    ).toBe('token.admin');
    await tokenFor(['AUDITOR'], {}, app.as('auditor')).expect(403);
  });

  it('end: by expiry, by revocation, with If-Match', async () => {
    const { body, headers } = await tokenFor(
      ['PLATFORM_ENGINEER'],
      { expiresAt: '2026-07-02T10:00:00Z' },
      app.as('platform'),
    ).expect(201);
    const token = { authorization: `Bearer ${body.secret}` };
    const now = app.clock.now();
    app.clock.set(new Date('2026-07-02T10:00:00Z'));
    await app.http.get('/v1/me').set(token).expect(401);
    app.clock.set(now);
    await app.http.get('/v1/me').set(token).expect(200);
    const remove = () => app.http.delete(`/v1/tokens/${body.id}`).set(app.as('platform'));
    await remove().expect(428);
    await app.http
      .delete(`/v1/tokens/${body.id}`)
      .set(app.as('tool-owner'))
      .set('if-match', String(headers['etag']))
      .expect(404);
    await remove().set('if-match', String(headers['etag'])).expect(204);
    await app.http.get('/v1/me').set(token).expect(401);
    await remove().set('if-match', String(headers['etag'])).expect(412);
  });

  it.each(['2026-07-02T09:00:00Z', '2020-01-01T00:00:00Z', '2027-08-01T00:00:00Z'])(
    'must not expire at %s',
    async (expiresAt) => {
      expect((await tokenFor(['ADMIN'], { expiresAt }).expect(422)).body.errors[0].pointer).toBe('/expiresAt');
    },
  );

  it('are listed to their owner, and all of them to an administrator', async () => {
    const count = async (account: 'admin' | 'tool-owner'): Promise<number> =>
      (await app.http.get('/v1/tokens?usable=true').set(app.as(account)).expect(200)).body.total;
    expect(await count('tool-owner')).toBe(0);
    expect(await count('admin')).toBeGreaterThan(2);
  });
});
