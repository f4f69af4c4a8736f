import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { make } from './support/portfolio.js';
import {
  aBench,
  aSwap,
  Driver,
  ownBench,
  refusal,
  startSwapApp,
  SWAP_RELEASES,
  windowAround,
} from './support/swaps.js';
import type { Account } from './support/swaps.js';

let app: TestApp;

beforeAll(async () => {
  app = await startSwapApp();
});
afterAll(() => app.stop());

const get = async (path: string, account: Account = 'auditor') =>
  (await app.http.get(path).set(app.as(account)).expect(200)).body;

describe('a standard change', () => {
  const evaluate = async (toolId: string, passed: boolean): Promise<void> => {
    await make(app, 'tool-owner', `/v1/tools/${toolId}/evaluations`, {
      ...{ goldenSetId: 'g1', championKey: SWAP_RELEASES[0], challengerKey: SWAP_RELEASES[1], metric: 'exact' },
      ...{ higherIsBetter: true, n: 500, championScore: 80, challengerScore: passed ? 90 : 60, halfWidth: 1 },
      ranAt: '2026-07-01T00:00:00Z',
    });
  };

  it('is decided by its checks alone', async () => {
    const bench = await aBench(app);
    const swap = await aSwap(app, bench, { changeType: 'STANDARD' });
    expect(await refusal(swap.post('tool-owner', 'submit'))).toEqual([422, 'checks-failed']);
    await evaluate(bench.tool.id, true);
    expect(await swap.take('tool-owner', 'submit')).toMatchObject({ state: 'APPROVED', needed: { approvals: 0 } });
    const { timeline } = await swap.read();
    expect(timeline.slice(-3)).toMatchObject([
      { action: 'submitted', actor: { displayName: 'Toni Owner' } },
      { action: 'assessed', actor: null },
      { action: 'approved', actor: null },
    ]);
    await swap.take('platform', 'schedule', windowAround(app));
    expect(await swap.take('platform', 'rollout', { stage: 'FULL' })).toMatchObject({ state: 'IN_REVIEW' });
  });

  it('is not one for a tool of MEDIUM materiality', async () => {
    const bench = await aBench(app, 'MEDIUM');
    await evaluate(bench.tool.id, true);
    const swap = await aSwap(app, bench, { changeType: 'STANDARD' });
    const { checks } = await swap.take('manager', 'validate');
    expect(checks.at(-1)).toMatchObject({
      name: 'CHANGE_TYPE',
      result: 'FAIL',
      sentence: expect.stringContaining('MEDIUM'),
    });
  });
});

describe('a fail-over', () => {
  const failOver = (toolId: string, body: object = { reason: 'The cluster is down.' }) =>
    app.http.post(`/v1/tools/${toolId}/fail-over`).set(app.as('tool-owner')).send(body);

  it('goes to a tested fallback at once, and is reviewed by another person', async () => {
    const { tool, current, spare } = await ownBench(app, 'MEDIUM');
    expect(await refusal(failOver(tool.id))).toEqual([409, 'no-tested-fallback']);
    const fallback = await make(app, 'tool-owner', `/v1/tools/${tool.id}/assignments`, {
      ...{ modelId: spare.id, purpose: 'FALLBACK' },
    });
    expect(await refusal(failOver(tool.id))).toEqual([409, 'no-tested-fallback']);
    await make(app, 'tool-owner', `/v1/tools/${tool.id}/assignments/${fallback.id}/fallback-tests`, {});
    const { status, body } = await failOver(tool.id);
    expect([status, body]).toMatchObject([
      201,
      { state: 'IN_REVIEW', changeType: 'EMERGENCY', failOver: true, reviewDueAt: '2026-07-09T09:00:00.000Z' },
    ]);
    expect((await get(`/v1/tools/${tool.id}`)).primary.modelId).toBe(spare.id);
    const swap = new Driver(app, body.id);
    const [served] = (await get(`/v1/tools/${tool.id}/timeline?asOf=2026-07-02`)).items;
    expect(served).toMatchObject({
      model: { id: spare.id },
      artifacts: [{ releaseKey: SWAP_RELEASES[2] }],
      swapRequest: { id: swap.id, changeType: 'EMERGENCY', justification: 'The cluster is down.', approvals: [] },
    });
    expect(await refusal(swap.post('tool-owner', 'complete'))).toEqual([409, 'review-missing']);
    expect((await get('/v1/swap-requests?awaiting=me', 'manager')).items[0].id).toBe(swap.id);
    expect((await swap.approve('manager')).body.approvalsGiven).toMatchObject([{ purpose: 'REVIEW' }]);
    const [reviewed] = (await get(`/v1/tools/${tool.id}/timeline?asOf=2026-07-02`)).items;
    expect(reviewed.swapRequest.approvals).toMatchObject([
      { approver: { displayName: 'Max Manager' }, purpose: 'REVIEW' },
    ]);
    expect(await swap.take('tool-owner', 'complete')).toMatchObject({ state: 'COMPLETED' });
    expect((await get(`/v1/models/${current.id}`)).lifecycle).toBe('DEPRECATED');
  });

  it('goes back with the fallback standing by again, as tested as before', async () => {
    const { tool, current, spare } = await aBench(app);
    const fallback = await make(app, 'tool-owner', `/v1/tools/${tool.id}/assignments`, {
      ...{ modelId: spare.id, purpose: 'FALLBACK' },
    });
    await make(app, 'tool-owner', `/v1/tools/${tool.id}/assignments/${fallback.id}/fallback-tests`, {});
    const swap = new Driver(app, (await failOver(tool.id)).body.id);
    await swap.take('manager', 'roll-back', { comment: 'The cluster is up.' });
    expect(await get(`/v1/tools/${tool.id}`)).toMatchObject({
      primary: { modelId: current.id },
      fallbacks: [{ modelId: spare.id, fallbackTestedAt: '2026-07-02T09:00:00.000Z' }],
    });
  });

  it('is not the only way back to a fallback: a planned swap to it that is rolled back restores it, too', async () => {
    const bench = await ownBench(app);
    const { tool, current, target } = bench;
    const role = { modelId: target.id, purpose: 'FALLBACK' };
    await make(app, 'tool-owner', `/v1/tools/${tool.id}/assignments`, role);
    const swap = await (await aSwap(app, bench, { fallbackModelId: current.id })).moved('manager');
    expect(await get(`/v1/tools/${tool.id}`)).toMatchObject({ fallbacks: [{ modelId: current.id }] });
    await swap.take('manager', 'roll-back', { comment: 'Too slow.' });
    const after = await get(`/v1/tools/${tool.id}`);
    expect(after).toMatchObject({ primary: { modelId: current.id }, fallbacks: [{ modelId: target.id }] });
  });

  it('or a swap in review keeps the model that it may go back to from being retired', async () => {
    const bench = await ownBench(app);
    const swap = await (await aSwap(app, bench)).moved('manager');
    const steward = (to: string) =>
      app.http
        .post(`/v1/models/${bench.current.id}/lifecycle`)
        .set(app.as('platform'))
        .send({ to, reason: 'Tidying up.' });
    expect((await steward('DEPRECATED')).body.lifecycle).toBe('DEPRECATED');
    expect(await refusal(steward('RETIRED'))).toEqual([409, 'model-way-back']);
    await swap.take('manager', 'roll-back', { comment: 'Too slow.' });
    expect(await get(`/v1/models/${bench.current.id}`)).toMatchObject({ lifecycle: 'IN_USE', tools: 1 });
  });
});
