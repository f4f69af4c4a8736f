import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Database } from '../../src/database/database.js';
import { ask, signInAt } from '../support/api-client.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { figuresOf, measured } from '../support/faults.js';
import { startServerProcess } from '../support/processes.js';

const { kills: KILLS, writers: WRITERS } = figuresOf('acknowledged-writes');

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  database = await test.open();
});
afterAll(() => test.drop());

const aPool = (name: string): object => ({
  ...{ name, gpuType: 'NVIDIA H100', gpuCount: 8, memoryGbPerGpu: 80, hosting: 'IN_HOUSE', location: 'Hall 1' },
});

/** Writes until the server is gone; returns the names that it has acknowledged. */
async function write(url: string, token: string, prefix: string, acknowledged: string[]): Promise<void> {
  for (let i = 0; ; i += 1) {
    const name = `${prefix}-${i}`;
    const answer = await ask(`${url}/v1/gpu-pools`, token, { json: aPool(name) }).catch(() => undefined);
    if (answer === undefined) return;
    if (answer.status === 201) acknowledged.push(name);
  }
}

it(`loses nothing that it acknowledged and halves nothing, killed ${KILLS} times under ${WRITERS} writers`, async () => {
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await startServerProcess(test.url, { WORKERS: 'false' });
    const token = await signInAt(server.url, 'platform');
    const before = acknowledged.length;
    const writers = Array.from({ length: WRITERS }, (_, w) => write(server.url, token, `${kill}-${w}`, acknowledged));
    while (acknowledged.length < before + 20) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 200));
    await server.kill();
    await Promise.all(writers);
  }
  const { rows } = await database.pool.query<{ name: string; audited: number; published: number }>(
    `SELECT name,
       (SELECT count(*)::int FROM audit_event e WHERE e.subject_id = p.id::text AND e.kind = 'pool.registered') AS audited,
       (SELECT count(*)::int FROM pgboss.job j WHERE j.name = 'outbox' AND j.data ->> 'gpuPoolId' = p.id::text) AS published
     FROM gpu_pool p`,
  );
  const kept = new Set(rows.map(({ name }) => name));
  expect(acknowledged.filter((name) => !kept.has(name))).toEqual([]);
  expect(rows.filter(({ audited, published }) => audited !== 1 || published !== 1)).toEqual([]);
  // And nothing is told of a change that did not happen.
  const orphans = await database.pool.query(
    `SELECT FROM audit_event e WHERE kind = 'pool.registered' AND NOT EXISTS (SELECT FROM gpu_pool p WHERE p.id::text = e.subject_id)`,
  );
  expect(orphans.rowCount).toBe(0);
  expect(rows.length).toBeGreaterThanOrEqual(acknowledged.length);
  measured('acknowledged-writes', { kills: KILLS, acknowledgedWrites: acknowledged.length, lost: 0, halfDone: 0 });
}, 1_200_000);
