import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Database } from '../../src/database/database.js';
import { ask, signInAt } from '../support/api-client.js';
import type { Answer } from '../support/api-client.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { figuresOf, measured } from '../support/faults.js';
import { aModel, aPool, RELEASE_KEYS, seedReleases } from '../support/portfolio.js';
import { startServerProcess } from '../support/processes.js';
import type { ServerProcess } from '../support/processes.js';

const CLIENTS = 40;
const RACES = Math.ceil(figuresOf('one-decision').requests / CLIENTS);
const INTERLEAVINGS = figuresOf('lost-update').interleavings;

let test: TestDatabase;
let database: Database;
let servers: ServerProcess[];
let platform: string;
let validator: string;
beforeAll(async () => {
  test = await createTestDatabase();
  database = await test.open();
  await seedReleases(database, RELEASE_KEYS);
  const env = { WORKERS: 'false' };
  servers = await Promise.all([startServerProcess(test.url, env), startServerProcess(test.url, env)]);
  platform = await signInAt(at(0), 'platform');
  validator = await signInAt(at(1), 'validator');
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()));
  await test.drop();
});

/** The address of one of the two processes, in turn. */
const at = (turn: number): string => servers[turn % servers.length]?.url ?? '';
const bodyOf = (answer: Answer): { id: string; version: number; gpuCount: number } => JSON.parse(answer.text);

async function made(path: string, body: object): Promise<string> {
  const answer = await ask(`${at(0)}${path}`, platform, { json: body });
  if (answer.status !== 201) throw new Error(answer.text);
  return bodyOf(answer).id;
}

describe('one decision', () => {
  it(`has one winner among ${CLIENTS} callers of two processes, ${RACES} times`, async () => {
    for (let race = 0; race < RACES; race += 1) {
      const id = await made('/v1/models', aModel());
      const step = { to: 'APPROVED', reason: 'validated' };
      const answers = await Promise.all(
        Array.from({ length: CLIENTS }, (_, turn) =>
          ask(`${at(turn)}/v1/models/${id}/lifecycle`, validator, { json: step }),
        ),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([200, ...Array.from({ length: CLIENTS - 1 }, () => 409)]);
      const trail = await database.pool.query(
        `SELECT FROM audit_event WHERE subject_id = $1 AND kind = 'model.changed'`,
        [id],
      );
      expect(trail.rowCount).toBe(1);
    }
    measured('one-decision', { lifecycleRequests: RACES * CLIENTS, secondWinners: 0 });
  }, 300_000);
});

interface Step {
  readonly client: number;
  readonly writes: boolean;
}
const STEPS = fc.array(fc.record({ client: fc.nat(3), writes: fc.boolean() }), { minLength: 3, maxLength: 10 });

describe('If-Match', () => {
  const read = (id: string, turn: number): Promise<Answer> => ask(`${at(turn)}/v1/gpu-pools/${id}`, platform);
  const write = (id: string, turn: number, etag: string, gpuCount: number): Promise<Answer> =>
    ask(`${at(turn)}/v1/gpu-pools/${id}`, platform, {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json', 'if-match': etag },
      json: { gpuCount },
    });

  /** Plays the steps against the servers and against what ought to happen. */
  async function play(steps: readonly Step[]): Promise<void> {
    const id = await made('/v1/gpu-pools', aPool({ gpuCount: 1 }));
    const seen = new Map<number, Answer>();
    let state = { version: 1, gpuCount: 1 };
    for (const [turn, { client, writes }] of steps.entries()) {
      const last = seen.get(client);
      if (!writes || last === undefined) {
        const answer = await read(id, turn);
        expect(bodyOf(answer)).toMatchObject(state);
        seen.set(client, answer);
        continue;
      }
      const isCurrent = bodyOf(last).version === state.version;
      const answer = await write(id, turn, last.headers.get('etag') ?? '', turn + 100);
      expect(answer.status).toBe(isCurrent ? 200 : 412);
      if (!isCurrent) continue;
      state = { version: state.version + 1, gpuCount: turn + 100 };
      seen.set(client, answer);
    }
  }

  it(`loses no update in ${INTERLEAVINGS} interleavings of four callers`, async () => {
    await fc.assert(fc.asyncProperty(STEPS, play), { numRuns: INTERLEAVINGS, endOnFailure: true });
    measured('lost-update', { interleavings: INTERLEAVINGS, lostUpdates: 0 });
  }, 900_000);

  it('loses no update of callers who read and write at once', async () => {
    const id = await made('/v1/gpu-pools', aPool({ gpuCount: 1 }));
    let won = 0;
    await Promise.all(
      Array.from({ length: 8 }, async (_, turn) => {
        for (let i = 0; i < 5; i += 1) {
          const last = await read(id, turn);
          const { status } = await write(id, turn, last.headers.get('etag') ?? '', bodyOf(last).gpuCount + 1);
          expect([200, 412]).toContain(status);
          if (status === 200) won += 1;
        }
      }),
    );
    expect(won).toBeGreaterThan(0);
    expect(bodyOf(await read(id, 0))).toMatchObject({ version: won + 1, gpuCount: won + 1 });
  });
});
