import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { migrate } from '../../src/database/migrate.js';
import { ask, signInAt } from '../support/api-client.js';
import type { Answer } from '../support/api-client.js';
import { startTestCluster } from '../support/cluster.js';
import type { TestCluster } from '../support/cluster.js';
import { figuresOf, isFull, measured } from '../support/faults.js';
import { startServerProcess } from '../support/processes.js';
import type { ServerProcess } from '../support/processes.js';

const { cycles: CYCLES, frozenSeconds } = figuresOf('lost-database');
/** Promises of a machine that does nothing else: the slowest refusal, and the time from a ready database to the first 200. */
const REFUSED_WITHIN_MS = 250;
const BACK_WITHIN_MS = 1_000;

let cluster: TestCluster;
let server: ServerProcess | undefined;
let token: string;
beforeAll(async () => {
  cluster = await startTestCluster();
  await migrate(cluster.url);
  server = await startServerProcess(cluster.url, { DB_POOL_SIZE: '4' });
  token = await signInAt(server.url, 'platform');
});
afterAll(async () => {
  await server?.kill();
  await cluster.remove();
});

const read = (): Promise<Answer> => ask(`${server?.url}/v1/gpu-pools?limit=1`, token);
const write = (): Promise<Answer> => ask(`${server?.url}/v1/gpu-pools`, token, { json: {} });
const status = async (path: string): Promise<number> => (await fetch(`${server?.url}${path}`)).status;

/** Asks until it is answered with 200; returns how long that took. */
async function untilServed(): Promise<number> {
  const began = performance.now();
  while ((await read()).status !== 200) await sleep(20);
  return performance.now() - began;
}

/** Asks ten times, all of them in vain; returns how long the answers took. */
async function refusals(): Promise<number[]> {
  const waits: number[] = [];
  for (let i = 0; i < 10; i += 1) {
    const began = performance.now();
    const answer = await (i % 2 === 0 ? read() : write());
    waits.push(performance.now() - began);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(JSON.parse(answer.text).code).toBe('database-unavailable');
    expect(answer.text).not.toMatch(/ECONN|127\.0\.0\.1|postgres/);
  }
  return waits.sort((a, b) => a - b);
}

const worst = { refusalMs: 0, backMs: 0 };
async function note(back: number, refused = 0): Promise<void> {
  worst.refusalMs = Math.max(worst.refusalMs, refused);
  worst.backMs = Math.max(worst.backMs, back);
  measured('lost-database', { cycles: CYCLES, exits: 0, ...worst });
  expect(server?.running()).toBe(true);
  if (!isFull) return;
  expect(refused).toBeLessThan(REFUSED_WITHIN_MS);
  expect(back).toBeLessThan(BACK_WITHIN_MS);
}

describe('a server without its database', () => {
  it(`answers 503 at once, lives on and serves again by itself, ${CYCLES} times`, async () => {
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      await (cycle % 2 === 0 ? cluster.crash() : cluster.stopAtOnce());
      const waits = await refusals();
      expect(await status('/livez')).toBe(200);
      expect(await status('/readyz')).toBe(503);
      await cluster.start();
      await note(await untilServed(), waits.at(-1));
    }
  }, 600_000);

  it(`lives through the end of all its sessions, ${CYCLES} times`, async () => {
    const client = new Client({ connectionString: cluster.url });
    await client.connect();
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const load = Array.from({ length: 20 }, read);
      await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name LIKE 'modelfolio%' AND pid <> pg_backend_pid()`);
      const statuses = (await Promise.all(load)).map((answer) => answer.status);
      expect(statuses.filter((each) => each !== 200 && each !== 503)).toEqual([]);
      await note(await untilServed());
    }
    await client.end();
  }, 300_000);

  (process.platform === 'linux' ? it : it.skip)(
    `stays alive and answers everybody when the database freezes for ${frozenSeconds} s`,
    async () => {
      cluster.freeze();
      const load = Array.from({ length: 20 }, read);
      await sleep(frozenSeconds * 500);
      expect(await status('/livez')).toBe(200);
      expect(await (await fetch(`${server?.url}/metrics`)).text()).toContain('modelfolio_database_up 0');
      await sleep(frozenSeconds * 500);
      cluster.thaw();
      const statuses = (await Promise.all(load)).map((answer) => answer.status);
      expect(statuses.filter((each) => each !== 200 && each !== 503)).toEqual([]);
      await note(await untilServed());
    },
    300_000,
  );
});
