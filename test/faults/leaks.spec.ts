import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { signInAt } from '../support/api-client.js';
import { startDemoApp } from '../support/demo.js';
import type { TestApp } from '../support/app.js';
import { figuresOf, isFull, measured } from '../support/faults.js';
import { keepAsking } from '../support/load.js';
import { startServerProcess } from '../support/processes.js';
import type { ServerProcess } from '../support/processes.js';

const { requests: REQUESTS = 0, requestsPerSecond: RATE = 0, seconds: SECONDS = 0 } = figuresOf('leaks');
/** In these caches fill and V8 compiles, which goes on a little afterwards, but not in most rounds. */
const WARM_UP_REQUESTS = 1_500;
const ROUNDS = 5;
/** A request that is held weighs more; the noise of a round is a third of this, to either side. */
const BYTES_A_REQUEST = 700;
const WARM_UP_SECONDS = 30;
const SAMPLE_SECONDS = 5;
const SLOPE_MB_A_MINUTE = 1;
const DRIFT = 0.2;

let app: TestApp;
let server: ServerProcess | undefined;
let url: string;
let headers: Record<string, string>;
beforeAll(async () => {
  app = await startDemoApp();
  server = await startServerProcess(app.databaseUrl, { WORKERS: 'false', RATE_LIMIT_READS: '100000000' });
  url = server.url;
  headers = { authorization: `Bearer ${await signInAt(url, 'platform')}` };
}, 300_000);
afterAll(async () => {
  await server?.kill();
  await app.stop();
});

const heapMb = async (): Promise<number> => ((await server?.heapBytes()) ?? 0) / 1e6;

/** What people look at all day: single things, lists, the dashboard, and what is not there. */
async function addresses(): Promise<string[]> {
  const first = async (path: string): Promise<string> => {
    const { items } = Object(await (await fetch(`${url}${path}?limit=1`, { headers })).json());
    return `${path}/${items[0].id}`;
  };
  const single = await Promise.all(['/v1/models', '/v1/tools', '/v1/releases'].map(first));
  const lists = ['/v1/models?limit=20', '/v1/tools?limit=20', '/v1/flags?limit=20', '/v1/dashboard', '/v1/me'];
  return [...single, ...lists, `/v1/models/01980000-0000-7000-8000-000000000000`].map((path) => url + path);
}

/** Slope of the least squares, in units of y per unit of x. */
function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (index: 0 | 1): number => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
  return points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0) / spread;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

const p99 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? 0;

(isFull ? it.skip : it)(
  `keeps nothing of ${REQUESTS} requests`,
  async () => {
    const urls = await addresses();
    const ask = async (requests: number): Promise<void> => {
      for (let sent = 0; sent < requests; sent += urls.length)
        await Promise.all(urls.map(async (address) => (await fetch(address, { headers })).text()));
    };
    await ask(WARM_UP_REQUESTS);
    const heaps = [await heapMb()];
    for (let round = 0; round < ROUNDS; round += 1) {
      await ask(REQUESTS / ROUNDS);
      heaps.push(await heapMb());
    }
    const growth = heaps.slice(1).map((heap, index) => heap - (heaps[index] ?? 0));
    // A leak grows in every round; what is compiled or kept once grows in one or two.
    const bytesARequest = (median(growth) * 1e6 * ROUNDS) / REQUESTS;
    measured('leaks', { requests: REQUESTS, bytesARequest });
    expect(bytesARequest).toBeLessThan(BYTES_A_REQUEST);
  },
  300_000,
);

(isFull ? it : it.skip)(
  `does not grow or slow down at ${RATE} requests a second for ${SECONDS} s`,
  async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 32 });
    const load = keepAsking(agent, { urls: await addresses(), headers, rate: RATE });
    await sleep(WARM_UP_SECONDS * 1_000);
    const warm = load.waits.length;
    const heaps: [number, number][] = [];
    for (let second = 0; second <= SECONDS; second += SAMPLE_SECONDS) {
      heaps.push([second / 60, await heapMb()]);
      await sleep(SAMPLE_SECONDS * 1_000);
    }
    await load.end();
    agent.destroy();
    const waits = load.waits.slice(warm);
    const third = Math.floor(waits.length / 3);
    const [early, late] = [p99(waits.slice(0, third)), p99(waits.slice(-third))];
    const drift = late / early - 1;
    const heapSlopeMbPerMinute = slope(heaps);
    const statuses = [...load.outcomes.keys()].sort();
    measured('leaks', {
      requests: waits.length,
      heapSlopeMbPerMinute,
      p99EarlyMs: early,
      p99LateMs: late,
      p99DriftPercent: 100 * drift,
    });
    expect(statuses).toEqual([200, 404]);
    expect(heapSlopeMbPerMinute).toBeLessThan(SLOPE_MB_A_MINUTE);
    expect(drift).toBeLessThan(DRIFT);
  },
  900_000,
);
