import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { PROBE_TABLE, ProbeModule } from './support/probe.module.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    modules: [ProbeModule],
    seed: async ({ pool }) => {
      await pool.query(PROBE_TABLE);
      await pool.query(
        `INSERT INTO probe (id, name, size) SELECT gen_random_uuid(), 'p' || lpad(i::text, 3, '0'), i % 7 FROM generate_series(1, 130) i`,
      );
    },
  });
});
afterAll(() => app.stop());

const auth = (): ReturnType<TestApp['as']> => app.as('auditor');

type Answer = Awaited<ReturnType<TestApp['http']['get']>>;

async function created(name = 'one'): Promise<{ id: string; tag: string }> {
  const { body, headers } = await app.http.post('/v1/probes').set(auth()).send({ name, size: 1 }).expect(201);
  return { id: body.id, tag: String(headers['etag']) };
}

describe('lists', () => {
  it('walks through every row once, following Link', async () => {
    const names: string[] = [];
    let next: string | undefined = '/v1/probes?limit=50&sort=-size&like=p%25';
    while (next !== undefined) {
      const { body, headers }: Answer = await app.http.get(next).set(auth()).expect(200);
      names.push(...body.items.map(({ name }: { name: string }) => name));
      expect(body.total).toBe(130);
      next = /<(.+)>; rel="next"/.exec(String(headers['link'] ?? ''))?.[1];
    }
    expect(new Set(names).size).toBe(130);
    expect(names).toHaveLength(130);
  });

  it('binds a cursor to its route, sort and filters', async () => {
    const { body } = await app.http.get('/v1/probes?limit=2&sort=name').set(auth()).expect(200);
    const cursor = encodeURIComponent(body.next);
    await app.http.get(`/v1/probes?limit=5&sort=name&cursor=${cursor}`).set(auth()).expect(200);
    for (const other of [
      `/v1/probes?sort=-name&cursor=${cursor}`,
      `/v1/probes?sort=name&like=p&cursor=${cursor}`,
      `/v1/probes?sort=name&cursor=${cursor}x`,
      `/v1/probes?sort=name&cursor=e30`,
    ]) {
      const refused = await app.http.get(other).set(auth()).expect(400);
      expect(refused.body.code).toBe('bad-cursor');
    }
  });

  it.each(['?limit=0', '?limit=101', '?limit=ten', '?limit=1&limit=2', '?sort=id', '?unknown=1', '?like='])(
    'refuses %s, naming the parameter',
    async (query) => {
      const { body } = await app.http.get(`/v1/probes${query}`).set(auth()).expect(400);
      expect(body.code).toBe('validation-failed');
      expect(body.errors[0].pointer).toBe(`?${/\?(\w+)/.exec(query)?.[1]}`);
    },
  );

  it('answers exactly the rows of the filters as CSV, by Accept or ending, with formulas disarmed', async () => {
    await created('=cmd|calc');
    const byEnding = await app.http.get('/v1/probes.csv?like=p%25').set(auth()).expect(200);
    expect(byEnding.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(byEnding.text.trim().split('\r\n')).toHaveLength(131);
    const byAccept = await app.http.get('/v1/probes?like=%3D%25').set(auth()).set('accept', 'text/csv').expect(200);
    expect(byAccept.text.split('\r\n')[1]).toMatch(/,'=cmd\|calc,1,1$/);
    expect(byAccept.headers['ratelimit-policy']).toContain('"exports"');
    expect((await app.http.get('/v1/probes.csv?like=?').set(auth()).expect(200)).text).toBe('');
  });

  it.each(['/v1/probes?limit=2', '/v1/probes.csv'])('answers HEAD %s with the header fields of GET', async (path) => {
    const [got, head] = [await app.http.get(path).set(auth()), await app.http.head(path).set(auth())];
    const fields = ['etag', 'content-type', 'content-length', 'link'];
    expect(head.status).toBe(200);
    expect(fields.map((name) => head.headers[name])).toEqual(fields.map((name) => got.headers[name]));
    expect(got.headers['etag']).toBeDefined();
  });
});

describe('versions', () => {
  it('answers 304 while nothing has changed, and the new state afterwards', async () => {
    const { id } = await created();
    const { headers } = await app.http.get(`/v1/probes/${id}`).set(auth()).expect(200);
    expect(headers['etag']).toMatch(/^"1\.[\w-]{16}"$/);
    const again = await app.http
      .get(`/v1/probes/${id}`)
      .set(auth())
      .set('if-none-match', String(headers['etag']))
      .expect(304);
    expect(again.text).toBe('');
    await app.http
      .patch(`/v1/probes/${id}`)
      .set(auth())
      .set('if-match', String(headers['etag']))
      .send({ name: 'two' })
      .expect(200);
    await app.http.get(`/v1/probes/${id}`).set(auth()).set('if-none-match', String(headers['etag'])).expect(200);
  });

  it('needs If-Match to change, and refuses a stale one', async () => {
    const { id, tag } = await created();
    const patch = () =>
      app.http.patch(`/v1/probes/${id}`).set(auth()).set('content-type', 'application/merge-patch+json');
    expect((await patch().send('{"name": "b"}').expect(428)).body.code).toBe('if-match-required');
    expect((await patch().set('if-match', 'W/"1"').send('{"name": "b"}').expect(400)).body.code).toBe('bad-if-match');
    const { headers } = await patch().set('if-match', tag).send('{"name": "b"}').expect(200);
    expect((await patch().set('if-match', tag).send('{"name": "c"}').expect(412)).body.code).toBe('stale');
    await patch().set('if-match', String(headers['etag'])).send('{"name": "c"}').expect(200);
  });

  it('clears by null and leaves what is absent', async () => {
    const { id, tag } = await created();
    const { body, headers } = await app.http
      .patch(`/v1/probes/${id}`)
      .set(auth())
      .set('if-match', tag)
      .send({ name: 'b' });
    expect(body).toMatchObject({ name: 'b', size: 1 });
    const cleared = await app.http
      .patch(`/v1/probes/${id}`)
      .set(auth())
      .set('if-match', String(headers['etag']))
      .send({ size: null });
    expect(cleared.body).toMatchObject({ name: 'b', size: null });
  });
});
