import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { figuresOf, measured } from './support/faults.js';
import { PROBE_TABLE, ProbeModule } from './support/probe.module.js';
import { startServerProcess } from './support/processes.js';
import type { ServerProcess } from './support/processes.js';

const { keys: KEYS, kills: KILLS } = figuresOf('retried-post');
const KILLS_AT_ONCE = 3;

let app: TestApp;
let databaseUrl: string;
beforeAll(async () => {
  app = await startTestApp({
    now: new Date().toISOString(),
    modules: [ProbeModule],
    seed: async ({ pool }) => void (await pool.query(PROBE_TABLE)),
  });
  const [row] = (await app.db.pool.query('SELECT current_database() AS name')).rows;
  const address = new URL(String(process.env['TEST_DATABASE_SERVER']));
  address.pathname = `/${row.name}`;
  databaseUrl = address.href;
});
afterAll(() => app.stop());

const count = async (name: string): Promise<number> =>
  (await app.db.pool.query('SELECT count(*)::int AS n FROM probe WHERE name = $1', [name])).rows[0].n;

const post = (key: string, body: object, path = '/v1/probes') =>
  app.http.post(path).set(app.as('platform')).set('idempotency-key', key).send(body);

describe('a POST with an Idempotency-Key', () => {
  it('acts once and replays its first answer', async () => {
    const first = await post('k1', { name: 'once' }).expect(201);
    const second = await post('k1', { name: 'once' }).expect(201);
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(second.text).toBe(first.text);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect(await count('once')).toBe(1);
  });

  it('refuses the key for another body or address', async () => {
    await post('k2', { name: 'a' }).expect(201);
    expect((await post('k2', { name: 'b' }).expect(422)).body.code).toBe('idempotency-key-reused');
    await post('k2', { name: 'a' }, '/v1/probes/secrets').expect(422);
  });

  it('belongs to its caller', async () => {
    await post('k3', { name: 'mine' }).expect(201);
    await app.http
      .post('/v1/probes')
      .set(app.as('admin'))
      .set('idempotency-key', 'k3')
      .send({ name: 'other' })
      .expect(201);
  });

  it('leaves nothing of a refused request, which may be mended under its key', async () => {
    await post('k4', { name: 'refused' }).expect(409);
    expect(await count('refused')).toBe(0);
    await post('k4', { name: 'mended' }).expect(201);
  });

  it('never stores a secret', async () => {
    const { body } = await post('k5', {}, '/v1/probes/secrets').expect(201);
    expect((await post('k5', {}, '/v1/probes/secrets').expect(409)).body.code).toBe('secret-not-replayable');
    const { rows } = await app.db.pool.query('SELECT * FROM idempotency_key');
    expect(JSON.stringify(rows)).not.toContain(body.secret);
  });

  it('is forgotten after a day', async () => {
    const now = app.clock.now();
    await post('k6', { name: 'daily' }).expect(201);
    app.clock.set(new Date(now.getTime() + 9 * 3_600_000));
    const again = app.http.post('/v1/local-session').send({ account: 'platform' });
    const authorization = `Bearer ${(await again).body.token}`;
    app.clock.set(new Date(now.getTime() + 20 * 3_600_000));
    const replayed = await post('k6', { name: 'daily' }).set({ authorization }).expect(201);
    expect(replayed.headers['idempotent-replayed']).toBe('true');
    app.clock.set(new Date(now.getTime() + 20.9 * 3_600_000));
    const fresh = await app.http.post('/v1/local-session').send({ account: 'platform' });
    app.clock.set(new Date(now.getTime() + 24.1 * 3_600_000));
    await post('k6', { name: 'daily' })
      .set({ authorization: `Bearer ${fresh.body.token}` })
      .expect(201);
    expect(await count('daily')).toBe(2);
    app.clock.set(now);
  });

  it.each(['', 'ä', 'x'.repeat(256), 'a b'])('refuses the key %j', async (key) => {
    const headers = {
      ...app.as('platform'),
      'content-type': 'application/json',
      'idempotency-key': Buffer.from(key).toString('latin1'),
    };
    const { status } = await fetch(`${app.url}/v1/probes`, { method: 'POST', headers, body: '{"name":"x"}' });
    expect(status).toBe(400);
  });
});

interface Outcome {
  readonly status: number;
  readonly text: string;
}

async function send(url: string, key: string, name: string, over: Record<string, string> = {}): Promise<Outcome> {
  const headers = { ...app.as('platform'), 'content-type': 'application/json', 'idempotency-key': key, ...over };
  const answer = await fetch(`${url}/v1/probes`, { method: 'POST', headers, body: JSON.stringify({ name }) });
  return { status: answer.status, text: await answer.text() };
}

/** Sends again while the first request is running, as a client does. */
async function insist(url: () => string, key: string, name: string): Promise<Outcome> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const outcome = await send(url(), key, name).catch(() => undefined);
    if (outcome !== undefined && outcome.status === 201) return outcome;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the request never succeeded');
}

describe('over two server processes', () => {
  let servers: ServerProcess[];
  beforeAll(async () => {
    servers = await Promise.all([startServerProcess(databaseUrl), startServerProcess(databaseUrl)]);
  });
  afterAll(() => Promise.all(servers.map((server) => server.kill())));

  it('50 parallel POSTs with one key make one effect and one body', async () => {
    for (let k = 0; k < KEYS; k += 1) {
      const name = `race-${k}`;
      const urls = Array.from({ length: 50 }, (_, i) => servers[i % 2]?.url ?? '');
      const first = await Promise.all(urls.map((url) => send(url, name, name)));
      expect([...new Set(first.map(({ status }) => status))].sort().join()).toMatch(/^201(,409)?$/);
      const outcomes = await Promise.all(urls.slice(0, 4).map((url) => insist(() => url, name, name)));
      const bodies = [...first.filter(({ status }) => status === 201), ...outcomes].map(({ text }) => text);
      expect(new Set(bodies).size).toBe(1);
      expect(await count(name)).toBe(1);
    }
    measured('retried-post', { keys: KEYS, requests: KEYS * 50, secondEffects: 0 });
  }, 600_000);

  /** Most of a kill is the start of its victim, so a few go on at once. */
  async function kill(kind: string, one: (victim: ServerProcess, name: string, turn: number) => Promise<void>) {
    const turns = Array.from({ length: KILLS / 2 }, (_, turn) => turn);
    while (turns.length > 0)
      await Promise.all(
        turns
          .splice(0, KILLS_AT_ONCE)
          .map(async (turn) => one(await startServerProcess(databaseUrl), `${kind}-${turn}`, turn)),
      );
  }

  it('a server killed between commit and answer has acted, and another one gives the answer once more', async () => {
    await kill('committed', async (victim, name, turn) => {
      await expect(send(victim.url, name, name, { 'x-die': 'before the answer' })).rejects.toThrow();
      expect(await count(name)).toBe(1);
      const answer = await insist(() => servers[turn % 2]?.url ?? '', name, name);
      expect(JSON.parse(answer.text)).toMatchObject({ name });
      expect(await count(name)).toBe(1);
    });
    measured('retried-post', { killsBetweenCommitAndAnswer: KILLS / 2 });
  }, 1_800_000);

  it('a server killed at any moment leaves one effect and one body', async () => {
    await kill('kill', async (victim, prefix) => {
      const names = Array.from({ length: 10 }, (_, i) => `${prefix}-${i}`);
      let url = victim.url;
      const first = Promise.all(names.map((name) => insist(() => url, name, name)));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      await victim.kill();
      url = servers[0]?.url ?? '';
      const answers = await first;
      for (const [i, name] of names.entries()) {
        expect((await send(url, name, name)).text).toBe(answers[i]?.text);
        expect(await count(name)).toBe(1);
      }
    });
    measured('retried-post', { killsAtAnyMoment: KILLS / 2 });
  }, 1_800_000);
});
