import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { migrate } from '../../src/database/migrate.js';
import { ask, isFull, signInAt } from '../support/api-client.js';
import type { Answer } from '../support/api-client.js';
import { startTestCluster } from '../support/cluster.js';
import type { TestCluster } from '../support/cluster.js';
import { startServerProcess } from '../support/processes.js';
import type { ServerProcess } from '../support/processes.js';

const CYCLES = isFull ? 20 : 2;
const FROZEN_MS = isFull ? 10_000 : 1_500;
/** The targets are 250 ms and one second on a quiet machine; tests that run beside others are given more. */
const REFUSED_WITHIN_MS = isFull ? 250 : 2_000;
const BACK_WITHIN_MS = isFull ? 1_000 : 5_000;

let cluster: TestCluster;
let server: ServerProcess | undefined;
let token: string;
beforeAll(async () => {
  cluster = await startTestCluster();
  await migrate(cluster.url);
  server = await startServerProcess(cluster.url, { DB_POOL_SIZE: '4' });
  token = await signInAt(server.url, 'platform');
}, 120_000);
afterAll(async () => {
  await server?.kill();
  await cluster.remove();
});

const read = (): Promise<Answer> => ask(`${server?.url}/v1/gpu-pools?limit=1`, token);
const status = async (path: string): Promise<number> => (await fetch(`${server?.url}${path}`)).status;

/** Asks until it is answered with 200; returns how long that took. */
async function untilServed(): Promise<number> {
  const began = performance.now();
  while ((await read()).status !== 200 && performance.now() - began < 30_000) await sleep(20);
  return performance.now() - began;
}

describe('a server without its database', () => {
  it(`answers 503 at once, lives on and serves again by itself, ${CYCLES} times`, async () => {
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      await cluster.crash();
      const refusals: number[] = [];
      for (let i = 0; i < 10; i += 1) {
        const began = performance.now();
        const answer = await read();
        refusals.push(performance.now() - began);
        expect(answer.status).toBe(503);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(JSON.parse(answer.text).code).toBe('database-unavailable');
        expect(answer.text).not.toMatch(/ECONN|127\.0\.0\.1|postgres/);
      }
      expect(refusals.sort((a, b) => a - b)[5]).toBeLessThan(REFUSED_WITHIN_MS);
      expect(await status('/livez')).toBe(200);
      expect(await status('/readyz')).toBe(503);
      await cluster.start();
      expect(await untilServed()).toBeLessThan(BACK_WITHIN_MS);
    }
    expect(server?.running()).toBe(true);
  }, 600_000);

  it('lives through the end of all its sessions', async () => {
    const client = new Client({ connectionString: cluster.url });
    await client.connect();
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const load = Array.from({ length: 20 }, read);
      await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name LIKE 'modelfolio%' AND pid <> pg_backend_pid()`);
      const statuses = (await Promise.all(load)).map((answer) => answer.status);
      expect(statuses.filter((each) => each !== 200 && each !== 503)).toEqual([]);
      expect(await untilServed()).toBeLessThan(BACK_WITHIN_MS);
    }
    await client.end();
    expect(server?.running()).toBe(true);
  }, 300_000);

  (process.platform === 'linux' ? it : it.skip)(
    'stays alive and answers everybody when the database freezes for a while',
    async () => {
      cluster.freeze();
      const load = Array.from({ length: 20 }, read);
      await sleep(FROZEN_MS / 2);
      expect(await status('/livez')).toBe(200);
      expect(await (await fetch(`${server?.url}/metrics`)).text()).toContain('modelfolio_database_up 0');
      await sleep(FROZEN_MS / 2);
      cluster.thaw();
      const statuses = (await Promise.all(load)).map((answer) => answer.status);
      expect(statuses.filter((each) => each !== 200 && each !== 503)).toEqual([]);
      expect(await untilServed()).toBeLessThan(BACK_WITHIN_MS);
      expect(server?.running()).toBe(true);
    },
    300_000,
  );
});
