import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { startServerProcess } from './support/processes.js';
import type { ServerProcess } from './support/processes.js';

const CALLERS = 20;

let database: TestDatabase;
let server: ServerProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServerProcess(database.url);
}, 60_000);
afterAll(async () => {
  await server.kill();
  await database.drop();
});

/** Asks once and returns the status, or the code of the network's error. */
const ask = (agent: Agent): Promise<number | string> =>
  new Promise((resolve) => {
    const call = request(`${server.url}/readyz`, { agent }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    call.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    call.end();
  });

describe('stopping under load', () => {
  it('answers what has begun, lets everybody go and ends within ten seconds', async () => {
    const outcomes = new Map<number | string, number>();
    let running = true;
    const callers = Array.from({ length: CALLERS }, async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      while (running) {
        const outcome = await ask(agent);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        if (outcome === 'ECONNREFUSED') break;
      }
      agent.destroy();
    });
    await new Promise((resolve) => setTimeout(resolve, 700));
    const began = Date.now();
    await server.stop();
    expect(Date.now() - began).toBeLessThan(10_000);
    running = false;
    await Promise.all(callers);
    expect(outcomes.get(200)).toBeGreaterThan(CALLERS);
    const others = [...outcomes.keys()].filter((each) => each !== 200 && each !== 503 && each !== 'ECONNREFUSED');
    expect(others).toEqual([]);
  });
});
