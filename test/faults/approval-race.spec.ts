import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, signInAt } from '../support/api-client.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { figuresOf, measured } from '../support/faults.js';
import { seedReleases } from '../support/portfolio.js';
import { startServerProcess } from '../support/processes.js';
import type { ServerProcess } from '../support/processes.js';
import { aBench, aSwap, SWAP_RELEASES } from '../support/swaps.js';

const CLIENTS = 20;
const { requests: REQUESTS } = figuresOf('one-decision');
const RACES = REQUESTS / (2 * CLIENTS);
/** A tool of medium materiality takes two managers; each of them may win once. */
const APPROVERS = ['manager', 'manager-2'] as const;

let app: TestApp;
let servers: ServerProcess[] = [];
let tokens: string[];
beforeAll(async () => {
  app = await startTestApp({
    now: new Date().toISOString(),
    env: { WORKERS: 'false' },
    seed: (db) => seedReleases(db, SWAP_RELEASES),
  });
  const env = { WORKERS: 'false' };
  servers = await Promise.all([startServerProcess(app.databaseUrl, env), startServerProcess(app.databaseUrl, env)]);
  tokens = await Promise.all(APPROVERS.map((account) => signInAt(servers[0]?.url ?? '', account)));
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()));
  await app.stop();
});

describe('the same approval', () => {
  it(`has one winner among ${CLIENTS} callers over two processes, for ${2 * RACES} approvals`, async () => {
    const bench = await aBench(app, 'MEDIUM');
    for (let race = 0; race < RACES; race += 1) {
      const swap = await aSwap(app, race === 0 ? bench : await aBench(app, 'MEDIUM'));
      await swap.assessed();
      const { revision } = await swap.read();
      for (const token of tokens) {
        const answers = await Promise.all(
          Array.from({ length: CLIENTS }, (_, caller) =>
            ask(`${servers[caller % 2]?.url}/v1/swap-requests/${swap.id}/approvals`, token, { json: { revision } }),
          ),
        );
        const statuses = answers.map(({ status }) => status).sort();
        expect(statuses).toEqual([201, ...Array.from({ length: CLIENTS - 1 }, () => 409)]);
      }
      expect((await swap.read()).state).toBe('APPROVED');
      const kept = await app.db.pool.query(
        `SELECT (SELECT count(*)::int FROM swap_approval WHERE swap_request_id = $1::uuid) AS approvals,
           (SELECT count(*)::int FROM audit_event WHERE subject_id = $1::text AND kind LIKE 'swap.approv%') AS trail`,
        [swap.id],
      );
      expect(kept.rows).toEqual([{ approvals: 2, trail: 2 }]);
    }
    measured('one-decision', { approvalRequests: REQUESTS, secondWinners: 0 });
  }, 600_000);
});
