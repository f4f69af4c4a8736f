import { createServer, request } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { ask, signInAt } from '../support/api-client.js';
import { aPool } from '../support/portfolio.js';
import { startServerProcess } from '../support/processes.js';
import type { ServerProcess } from '../support/processes.js';

const REPLICAS = 3;
const WRITES = 12;

const name = `replicas_${randomBytes(6).toString('hex')}`;
let administrator: Client;
let client: Client;
let replicas: ServerProcess[];
let balancer: Server;
let url: string;
const served = new Set<string>();

beforeAll(async () => {
  const address = new URL(String(process.env['TEST_DATABASE_SERVER']));
  administrator = new Client({ connectionString: address.href });
  await administrator.connect();
  // Empty: the replicas themselves make the schema and load the first data, all at once.
  await administrator.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  address.pathname = `/${name}`;
  const env = { PORT: '0', DEMO: 'true', FEEDS_POLLED: 'none', RATE_LIMIT_WRITES: String(WRITES) };
  replicas = await Promise.all(
    Array.from({ length: REPLICAS }, () => startServerProcess(address.href, env, 'service')),
  );
  client = new Client({ connectionString: address.href });
  await client.connect();
  balancer = roundRobin(replicas.map((replica) => replica.url));
  await new Promise<void>((resolve) => balancer.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(balancer.address() as AddressInfo).port}`;
}, 300_000);

afterAll(async () => {
  await new Promise((resolve) => balancer.close(resolve));
  await Promise.all(replicas.map((replica) => replica.kill()));
  await client.end();
  await administrator.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await administrator.end();
});

/** Sends each request to the next of the addresses. */
function roundRobin(targets: readonly string[]): Server {
  let turn = 0;
  return createServer((incoming, outgoing) => {
    const target = targets[(turn += 1) % targets.length] ?? '';
    served.add(target);
    const { method, headers, url: path = '/' } = incoming;
    const onward = request(new URL(path, target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
}

const count = async (sql: string): Promise<number> => Number((await client.query(sql)).rows[0].count);

describe(`${REPLICAS} replicas that start at once on an empty database`, () => {
  it('migrate it once and load the first data once', async () => {
    expect(await count(`SELECT count(*) - count(DISTINCT name) AS count FROM migrations`)).toBe(0);
    expect(await count(`SELECT count(*) FROM migrations`)).toBeGreaterThan(8);
    expect(await count(`SELECT count(*) FROM feed_run WHERE trigger = 'BUNDLED'`)).toBeLessThanOrEqual(1);
    expect(await count(`SELECT count(*) FROM tool`)).toBe(30);
    expect(await count(`SELECT count(*) FROM model`)).toBe(10);
    expect(await count(`SELECT count(*) - count(DISTINCT key_norm) AS count FROM release`)).toBe(0);
  });

  it('know each session, wherever it was opened', async () => {
    const token = await signInAt(url, 'platform');
    served.clear();
    for (let i = 0; i < 2 * REPLICAS; i += 1) {
      expect((await ask(`${url}/v1/me`, token)).status).toBe(200);
      expect((await ask(`${url}/v1/models?limit=5`, token)).status).toBe(200);
    }
    expect(served.size).toBe(REPLICAS);
  });

  it('share one budget of writes, and do each job once', async () => {
    const token = await signInAt(url, 'platform');
    const answers = await Promise.all(
      Array.from({ length: WRITES + 10 }, () => ask(`${url}/v1/gpu-pools`, token, { json: aPool() })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((each) => each === 201)).toHaveLength(WRITES);
    expect(statuses.filter((each) => each === 429)).toHaveLength(10);
    const left = `SELECT count(*) FROM pgboss.job WHERE data::text LIKE '%pool.changed%' AND state < 'completed'`;
    for (let waited = 0; waited < 1_500 && (await count(left)) > 0; waited += 1) await sleep(100);
    const { rows } = await client.query<{ name: string; jobs: number; events: number; repeats: number }>(
      `SELECT name, count(*)::int AS jobs, count(DISTINCT coalesce(data ->> 'id', id::text))::int AS events,
         sum(retry_count)::int AS repeats
       FROM pgboss.job WHERE data::text LIKE '%pool.changed%' AND state = 'completed' GROUP BY name`,
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const { jobs, events, repeats } of rows)
      expect({ jobs, events, repeats }).toEqual({ jobs: WRITES, events: WRITES, repeats: 0 });
  }, 240_000);
});
