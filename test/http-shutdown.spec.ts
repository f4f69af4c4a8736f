import { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { figuresOf, measured } from './support/faults.js';
import { keepAsking } from './support/load.js';
import { signInAt } from './support/api-client.js';
import { startServerProcess } from './support/processes.js';

const { requestsPerSecond: RATE, stops: STOPS } = figuresOf('polite-stop');
const CONNECTIONS = 40;
const EXIT_WITHIN_MS = 10_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('stopping under load', () => {
  it(`answers what has begun, lets everybody go and ends, at ${RATE} requests a second`, async () => {
    let slowestExitMs = 0;
    let answered = 0;
    for (let stop = 0; stop < STOPS; stop += 1) {
      const server = await startServerProcess(database.url, { WORKERS: 'false' });
      const token = await signInAt(server.url, 'platform');
      const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
      const headers = { authorization: `Bearer ${token}` };
      const load = keepAsking(agent, {
        urls: [`${server.url}/v1/gpu-pools?limit=1`, `${server.url}/readyz`],
        headers,
        rate: RATE,
      });
      while ((load.outcomes.get(200) ?? 0) < 2 * RATE) await new Promise((resolve) => setTimeout(resolve, 20));
      const began = performance.now();
      await server.stop();
      slowestExitMs = Math.max(slowestExitMs, performance.now() - began);
      await load.end();
      agent.destroy();
      answered += load.outcomes.get(200) ?? 0;
      const others = [...load.outcomes].filter(([each]) => each !== 200 && each !== 503 && each !== 'ECONNREFUSED');
      expect(others).toEqual([]);
    }
    // Past this a supervisor kills, and then somebody is cut off.
    expect(slowestExitMs).toBeLessThan(EXIT_WITHIN_MS);
    measured('polite-stop', { stops: STOPS, answered, resets: 0, slowestExitMs });
  }, 300_000);
});
