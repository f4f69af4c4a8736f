import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SwapJobs } from '../src/swaps/swap.jobs.js';
import type { TestApp } from './support/app.js';
import { startServerProcess } from './support/processes.js';
import { aBench, aSwap, passTime, refusal, startSwapApp, windowAround } from './support/swaps.js';
import type { Account } from './support/swaps.js';

let app: TestApp;

beforeAll(async () => {
  app = await startSwapApp();
});
afterAll(() => app.stop());

const get = async (path: string, account: Account = 'auditor') =>
  (await app.http.get(path).set(app.as(account)).expect(200)).body;

describe('one decision wins', () => {
  it('of approvals that race over two processes', async () => {
    const { options } = app.db.dataSource;
    const other = await startServerProcess('url' in options ? String(options.url) : '');
    const signIn = async (url: string, account: Account): Promise<string> => {
      const answer = await fetch(`${url}/v1/local-session`, json({ account }));
      const { token } = (await answer.json()) as { token: string };
      return token;
    };
    const json = (body: object, headers: object = {}) => ({
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    try {
      const callers = await Promise.all(
        [app.url, other.url].flatMap((url) =>
          (['manager', 'manager-2'] as const).map(async (account) => ({ url, token: await signIn(url, account) })),
        ),
      );
      for (let round = 0; round < 3; round += 1) {
        const swap = await (await aSwap(app, await aBench(app))).assessed();
        const { revision } = await swap.read();
        const race = callers.flatMap(({ url, token }) =>
          Array.from({ length: 5 }, () =>
            fetch(
              `${url}/v1/swap-requests/${swap.id}/approvals`,
              json({ revision }, { authorization: `Bearer ${token}` }),
            ),
          ),
        );
        const statuses = (await Promise.all(race)).map(({ status }) => status);
        expect(statuses.filter((status) => status === 201)).toHaveLength(1);
        expect(statuses.filter((status) => status === 409)).toHaveLength(19);
        const { state, approvalsGiven } = await swap.read();
        expect([state, approvalsGiven.length]).toEqual(['APPROVED', 1]);
      }
    } finally {
      await other.kill();
    }
  });
});

// Last: time does not go back.
describe('an approval that is not used in time', () => {
  it('is refused at once and expires by the job', async () => {
    const swap = await (await aSwap(app, await aBench(app))).approved('manager');
    const scheduled = await (await aSwap(app, await aBench(app))).scheduled('manager');
    expect((await swap.read()).expiresAt).toBe('2026-08-01T09:00:00.000Z');
    await passTime(app, '2026-08-01T09:00:00Z');
    expect(await refusal(swap.post('platform', 'schedule', windowAround(app)))).toEqual([409, 'approval-expired']);
    expect(await refusal(scheduled.post('platform', 'rollout', { stage: 'FULL' }))).toEqual([409, 'approval-expired']);
    const jobs = app.app.get(SwapJobs, { strict: false });
    await jobs.expire();
    await jobs.expire();
    const { state, timeline, tool } = await swap.read();
    expect([state, timeline.at(-1)]).toMatchObject(['EXPIRED', { action: 'expired', actor: null }]);
    expect((await scheduled.read()).state).toBe('EXPIRED');
    expect((await get(`/v1/tools/${tool.id}`)).openRequests).toBe(0);
  });

  it('leaves what was approved later to its own time', async () => {
    const later = await (await aSwap(app, await aBench(app))).approved('manager');
    await app.app.get(SwapJobs, { strict: false }).expire();
    expect(await later.read()).toMatchObject({ state: 'APPROVED', expiresAt: '2026-08-31T09:00:00.000Z' });
  });
});
