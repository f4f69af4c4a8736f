import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Test } from 'supertest';
import { Client } from 'pg';
import { Database } from '../src/database/database.js';
import { Snapshots } from '../src/database/snapshots.js';
import type { LocalAccountName } from '../src/identity/domain/local-accounts.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { aModel, make, RELEASE_KEYS, seedReleases } from './support/portfolio.js';
import { sqlOf } from './support/sql.js';

let app: TestApp;
let word: string;
beforeAll(async () => {
  app = await startTestApp({ env: { WORKERS: 'false' }, seed: (db) => seedReleases(db, RELEASE_KEYS) });
  await make(app, 'platform', '/v1/models', aModel());
});
afterAll(() => app.stop());

const reads = jest.spyOn(Database.prototype, 'read');
const listed = (): number => reads.mock.calls.filter(([{ name }]) => name.startsWith('models.list')).length;
const list = (account: LocalAccountName = 'auditor', query = ''): Test =>
  app.http.get(`/v1/models${query}`).set(app.as(account));

describe('the snapshot of the database', () => {
  it('is another after every transaction that wrote', async () => {
    const snapshots = app.app.get(Snapshots);
    const words = new Set([await snapshots.current()]);
    for (let n = 0; n < 5; n += 1) {
      await sqlOf(app)(`UPDATE model SET owner_team = owner_team`);
      words.add(await snapshots.current());
    }
    expect(words.size).toBe(6);
  });

  it('is the same while nobody writes', async () => {
    const snapshots = app.app.get(Snapshots);
    // Other tests write on the same server, yet not at every moment.
    const words = [await snapshots.current()];
    const isSame = (): boolean => words.length > 1 && words.at(-1) === words.at(-2);
    while (!isSame() && words.length < 1_000) words.push(await snapshots.current());
    expect(words.length).toBeLessThan(1_000);
  });

  it('is asked for once by all who wait', async () => {
    const snapshots = app.app.get(Snapshots);
    reads.mockClear();
    await Promise.all(Array.from({ length: 50 }, () => snapshots.current()));
    expect(reads.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('is never older than the question', async () => {
    const snapshots = app.app.get(Snapshots);
    const early = snapshots.current();
    const shared = snapshots.current();
    const before = await early;
    await sqlOf(app)(`UPDATE model SET owner_team = owner_team`);
    expect(await snapshots.current()).not.toBe(before);
    await shared;
  });

  it('answers again after it could not be asked', async () => {
    const snapshots = app.app.get(Snapshots);
    reads.mockRejectedValueOnce(new Error('gone'));
    const [failed, next] = await Promise.allSettled([snapshots.current(), snapshots.current()]);
    expect(failed.status).toBe('rejected');
    expect(next.status).toBe('fulfilled');
  });

  it('is another once a session was lost, as after a crash of the server', async () => {
    const snapshots = app.app.get(Snapshots);
    const losses = async (): Promise<number> => Number((await snapshots.current())?.split('/')[0]);
    const before = await losses();
    const owner = new Client({ connectionString: String(process.env['TEST_DATABASE_SERVER']) });
    await owner.connect();
    await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [
      new URL(app.databaseUrl).pathname.slice(1),
    ]);
    await owner.end();
    // The sockets tell a moment after the server does.
    while ((await losses().catch(() => before)) === before) await sleep(20);
    expect(await losses()).toBeGreaterThan(before);
  });

  it('is nothing when the database does not say it', async () => {
    reads.mockImplementationOnce(() => new Promise(() => undefined));
    expect(await app.app.get(Snapshots).current()).toBeUndefined();
    expect(await app.app.get(Snapshots).current()).toBeDefined();
  });
});

describe('an answer', () => {
  beforeEach(() => {
    word = 'first';
    jest.spyOn(app.app.get(Snapshots), 'current').mockImplementation(() => Promise.resolve(word));
    app.clock.set(new Date(app.clock.now().getTime() + 60_000));
    reads.mockClear();
  });
  afterEach(() => {
    jest.spyOn(app.app.get(Snapshots), 'current').mockRestore();
  });

  it('is given again, to the letter, while nothing has changed', async () => {
    const first = await list().expect(200);
    const second = await list().expect(200);
    expect(second.text).toBe(first.text);
    for (const field of ['etag', 'content-type', 'cache-control', 'content-length'])
      expect(second.headers[field]).toBe(first.headers[field]);
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    expect(listed()).toBe(1);
    await list().set('if-none-match', String(first.headers['etag'])).expect(304);
    expect(listed()).toBe(1);
  });

  it('is worked out anew after any change', async () => {
    await list().expect(200);
    word = 'second';
    await list().expect(200);
    expect(listed()).toBe(2);
  });

  it('is worked out where nobody knows whether something has changed', async () => {
    jest.spyOn(app.app.get(Snapshots), 'current').mockResolvedValue(undefined);
    await list().expect(200);
    await list().expect(200);
    expect(listed()).toBe(2);
  });

  it('is worked out anew after ten seconds', async () => {
    await list().expect(200);
    app.clock.set(new Date(app.clock.now().getTime() + 10_000));
    await list().expect(200);
    expect(listed()).toBe(2);
  });

  it('is worked out for each caller and each address', async () => {
    await list('auditor').expect(200);
    await list('manager').expect(200);
    await list('auditor', '?limit=1').expect(200);
    expect(listed()).toBe(3);
  });

  it('is worked out for each media type', async () => {
    await list().expect(200);
    const csv = await list().set('accept', 'text/csv').expect(200);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(listed()).toBe(2);
    await list().set('accept', 'text/csv').expect(200);
    expect(listed()).toBe(3);
  });

  it('names the next page again', async () => {
    await make(app, 'platform', '/v1/models', aModel({ releaseKey: RELEASE_KEYS[1] }));
    const first = await list('auditor', '?limit=1').expect(200);
    const second = await list('auditor', '?limit=1').expect(200);
    expect(first.headers['link']).toContain('rel="next"');
    expect(second.headers['link']).toBe(first.headers['link']);
    expect(listed()).toBe(1);
  });

  it('is not kept when it is a refusal', async () => {
    const path = '/v1/models/00000000-0000-4000-8000-000000000000';
    await app.http.get(path).set(app.as('auditor')).expect(404);
    reads.mockClear();
    await app.http.get(path).set(app.as('auditor')).expect(404);
    expect(reads.mock.calls.some(([{ name }]) => name.startsWith('models.one'))).toBe(true);
  });
});

describe('whoever asks', () => {
  const names = async (account: LocalAccountName): Promise<string[]> =>
    (await list(account).expect(200)).body.items.map(({ name }: { name: string }) => name);

  it('sees what anybody has committed, at once', async () => {
    for (let n = 0; n < 20; n += 1) {
      await names('auditor');
      await sqlOf(app)(`UPDATE model SET name = 'called ' || $1 WHERE name = (SELECT min(name) FROM model)`, [n]);
      expect(await names('auditor')).toContain(`called ${n}`);
    }
  });

  it('sees nothing of what is not committed', async () => {
    const before = await names('auditor');
    await app.db
      .transaction(async (tx) => {
        await tx.manager.query(`UPDATE model SET name = name || ' not yet'`);
        expect(await names('auditor')).toEqual(before);
        throw new Error('undone');
      })
      .catch(() => undefined);
    expect(await names('auditor')).toEqual(before);
  });

  it('gets the answer of the roles that they have now', async () => {
    const me = (): Test => app.http.get('/v1/me').set(app.as('validator'));
    expect((await me().expect(200)).body.roles).toEqual(['VALIDATOR']);
    await sqlOf(app)(`UPDATE person SET roles = '{AUDITOR}' WHERE issuer = 'local' AND subject = 'validator'`);
    app.clock.set(new Date(app.clock.now().getTime() + 3_000));
    expect((await me().expect(200)).body.roles).toEqual(['AUDITOR']);
  });
});

describe('with ANSWER_MEMORY_MB=0', () => {
  it('nothing is kept', async () => {
    const plain = await startTestApp({ env: { WORKERS: 'false', ANSWER_MEMORY_MB: '0' } });
    const asked = jest.spyOn(plain.app.get(Snapshots), 'current');
    await plain.http.get('/v1/models').set(plain.as('auditor')).expect(200);
    expect(asked).not.toHaveBeenCalled();
    await plain.stop();
  });
});
