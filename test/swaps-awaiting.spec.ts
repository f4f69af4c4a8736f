import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOCAL_ACCOUNT_NAMES } from '../src/identity/domain/local-accounts.js';
import type { TestApp } from './support/app.js';
import { aBench, aSwap, raise, startSwapApp, windowAround } from './support/swaps.js';
import type { Account, Driver } from './support/swaps.js';

let app: TestApp;

beforeAll(async () => {
  app = await startSwapApp();
});
afterAll(() => app.stop());

const get = async (path: string, account: Account = 'auditor') =>
  (await app.http.get(path).set(app.as(account)).expect(200)).body;

/** Who finds the request among those that wait for them; the dashboard's number is the list's. */
async function awaitedBy({ id }: Driver): Promise<string[]> {
  const found = await Promise.all(
    LOCAL_ACCOUNT_NAMES.map(async (account) => {
      const list = await get('/v1/swap-requests?awaiting=me&limit=100', account);
      const { requestsAwaitingMe, approvalsAwaitingMe } = await get('/v1/dashboard', account);
      expect([account, requestsAwaitingMe]).toEqual([account, list.total]);
      expect(approvalsAwaitingMe).toBeLessThanOrEqual(requestsAwaitingMe);
      return list.items.some((each: { id: string }) => each.id === id) ? [account] : [];
    }),
  );
  return found.flat();
}
const approvals = async (account: Account): Promise<number> =>
  (await get('/v1/dashboard', account)).approvalsAwaitingMe;

describe('what waits for me', () => {
  it('goes from hand to hand with the request, and is the number on the first screen', async () => {
    const swap = await aSwap(app, await aBench(app, 'MEDIUM'));
    expect(await awaitedBy(swap)).toEqual(['tool-owner']);
    expect([await approvals('manager'), await approvals('tool-owner')]).toEqual([0, 0]);
    await swap.submitted();
    expect(await awaitedBy(swap)).toEqual(['manager', 'manager-2']);
    await swap.take('manager', 'assess');
    expect(await awaitedBy(swap)).toEqual(['manager', 'manager-2']);
    expect([await approvals('manager'), await approvals('validator')]).toEqual([1, 0]);
    await swap.approve('manager');
    expect(await awaitedBy(swap)).toEqual(['manager-2']);
    expect(await approvals('manager')).toBe(0);
    await swap.approve('manager-2');
    expect(await awaitedBy(swap)).toEqual(['platform']);
    await swap.take('platform', 'schedule', windowAround(app));
    await swap.take('platform', 'rollout', { stage: 'FULL' });
    expect(await awaitedBy(swap)).toEqual(['tool-owner']);
    await swap.take('tool-owner', 'complete');
    expect(await awaitedBy(swap)).toEqual([]);
  });

  it('is the validator’s alone once both managers have agreed to a HIGH tool', async () => {
    const bench = await aBench(app, 'MEDIUM');
    const swap = await (await aSwap(app, bench)).assessed();
    await raise(app, bench.tool, 'HIGH');
    expect(await awaitedBy(swap)).toEqual(['manager', 'manager-2', 'validator']);
    await swap.approve('manager');
    await swap.approve('manager-2');
    expect(await awaitedBy(swap)).toEqual(['validator']);
  });

  it('comes back to who approved once changes were asked for', async () => {
    const swap = await (await aSwap(app, await aBench(app, 'MEDIUM'))).assessed();
    await swap.approve('manager');
    await swap.take('manager-2', 'request-changes', { comment: 'Say why.' });
    expect(await awaitedBy(swap)).toEqual(['tool-owner']);
    await swap.submitted();
    expect(await awaitedBy(swap)).toEqual(['manager', 'manager-2']);
    await swap.take('manager-2', 'assess');
    expect(await awaitedBy(swap)).toEqual(['manager', 'manager-2']);
  });

  it('counts the review of an emergency', async () => {
    const swap = await aSwap(app, await aBench(app, 'MEDIUM'), { changeType: 'EMERGENCY' });
    await swap.moved('manager');
    expect(await awaitedBy(swap)).toEqual(['tool-owner', 'manager-2']);
    expect((await swap.approve('manager-2')).status).toBe(201);
    expect(await awaitedBy(swap)).toEqual(['tool-owner']);
  });
});

describe('the search', () => {
  it('finds requests by their tool, target or id, open ones first', async () => {
    const bench = await aBench(app);
    const [over, open] = [await aSwap(app, bench), await aSwap(app, bench)];
    await over.take('tool-owner', 'cancel', { comment: 'Not now.' });
    const { name } = await get(`/v1/tools/${bench.tool.id}`);
    const hits = async (q: string) =>
      (await get(`/v1/search?q=${encodeURIComponent(q)}`)).items.filter(
        ({ kind }: { kind: string }) => kind === 'request',
      );
    expect(await hits(name)).toMatchObject([
      { id: open.id, title: `${name} → Large-30B`, hint: 'draft' },
      { id: over.id, hint: 'cancelled' },
    ]);
    expect(await hits(open.id)).toMatchObject([{ id: open.id }]);
    expect((await hits('Large-30B')).length).toBeGreaterThan(1);
  });
});
