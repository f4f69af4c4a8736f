import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { aTool, make, pointersOf, seedReleases } from './support/portfolio.js';
import { aBench, aSwap, Driver, refusal, startSwapApp, SWAP_RELEASES, windowAround } from './support/swaps.js';
import type { Account } from './support/swaps.js';

let app: TestApp;

beforeAll(async () => {
  app = await startSwapApp();
});
afterAll(() => app.stop());

const MISSING = '01890000-0000-7000-8000-000000000000';
const get = async (path: string, account: Account = 'auditor') =>
  (await app.http.get(path).set(app.as(account)).expect(200)).body;
const open = (body: object, account: Account = 'tool-owner') =>
  app.http.post('/v1/swap-requests').set(app.as(account)).send(body);

describe('opening a request', () => {
  it('names every field that is wrong', async () => {
    const { tool, target, current } = await aBench(app);
    const wrong = await open({ toolId: 'x', changeType: 'QUICK', requestedBy: MISSING });
    expect([wrong.status, pointersOf(wrong.body)]).toEqual([
      400,
      expect.arrayContaining(['/toolId', '/changeType', '/requestedBy']),
    ]);
    const base = { toolId: tool.id, justification: 'x' };
    expect(pointersOf((await open(base)).body)).toEqual(['/toModelId']);
    expect(pointersOf((await open({ ...base, toModelId: MISSING })).body)).toEqual(['/toModelId']);
    expect(pointersOf((await open({ ...base, toReleaseKey: 'no/such' })).body)).toEqual(['/toReleaseKey']);
    expect(pointersOf((await open({ toolId: tool.id, toModelId: target.id })).body)).toEqual(['/justification']);
    const both = { ...base, toModelId: target.id, toReleaseKey: SWAP_RELEASES[3] };
    expect(pointersOf((await open(both)).body)).toEqual(['/toReleaseKey']);
    const self = { ...base, toModelId: target.id, fallbackModelId: target.id };
    expect(pointersOf((await open(self)).body)).toEqual(['/fallbackModelId']);
    expect(await refusal(open({ ...base, toModelId: current.id }))).toEqual([409, 'already-primary']);
    expect(await refusal(open({ ...base, toModelId: target.id, toolId: MISSING }))).toEqual([404, 'tool-not-found']);
    expect(await refusal(open({ ...base, toModelId: target.id, flagId: MISSING }))).toEqual([404, 'flag-not-found']);
    expect(await refusal(open({ ...base, toModelId: target.id }, 'manager'))).toEqual([403, 'permission-missing']);
    expect((await get(`/v1/tools/${tool.id}`)).openRequests).toBe(0);
  });

  it('is for the tool’s owner, or a platform engineer for them', async () => {
    const { target } = await aBench(app);
    const foreign = await make(app, 'platform', '/v1/tools', aTool());
    const body = { toolId: foreign.id, toModelId: target.id, justification: 'x' };
    expect(await refusal(open(body))).toEqual([403, 'not-your-tool']);
    const { id } = await make(app, 'platform', '/v1/swap-requests', body);
    const swap = new Driver(app, id);
    expect(await refusal(swap.edit('tool-owner', { justification: 'mine' }))).toEqual([403, 'swap-party']);
    expect(await refusal(swap.post('tool-owner', 'cancel'))).toEqual([403, 'swap-party']);
    expect(await refusal(swap.link('tool-owner'))).toEqual([403, 'swap-party']);
  });

  it('to a release of another kind, or of a kind that nobody knows, does not pass the gates', async () => {
    const { tool } = await aBench(app);
    const keys = ['acme/Embedder-8B', 'acme/Mystery-8B'];
    await seedReleases(app.db, keys);
    await app.db.pool.query(`UPDATE release SET kind = CASE key WHEN $1 THEN 'EMBEDDING' END WHERE key = ANY ($2)`, [
      keys[0],
      keys,
    ]);
    const gates = async (toReleaseKey: string | undefined): Promise<{ result: string; sentence: string }> => {
      const body = { toolId: tool.id, toReleaseKey, justification: 'x' };
      const swap = new Driver(app, (await make(app, 'tool-owner', '/v1/swap-requests', body)).id);
      expect((await swap.read()).diff).toContainEqual(expect.objectContaining({ field: 'kind', differs: true }));
      return (await swap.take('tool-owner', 'validate')).checks[0];
    };
    const sentence = expect.stringContaining('KIND: The model in use is of CHAT, the target of');
    expect(await gates(keys[0])).toMatchObject({ result: 'FAIL', sentence });
    expect(await gates(keys[1])).toMatchObject({ result: 'WARN', sentence });
  });

  it('keeps the tool’s materiality and life as they are while it is open', async () => {
    const bench = await aBench(app, 'MEDIUM');
    const swap = await aSwap(app, bench);
    const tool = await app.http.get(`/v1/tools/${bench.tool.id}`).set(app.as('manager'));
    const lowered = await app.http
      .patch(`/v1/tools/${bench.tool.id}`)
      .set({ ...app.as('manager'), 'if-match': tool.headers['etag'] ?? '' })
      .send({ materiality: { impact: 'LOW' } });
    expect([lowered.status, lowered.body.code]).toEqual([409, 'materiality-while-request-open']);
    const retire = () =>
      app.http.post(`/v1/tools/${bench.tool.id}/retire`).set(app.as('tool-owner')).send({ reason: 'gone' });
    expect(await refusal(retire())).toEqual([409, 'swap-request-open']);
    await swap.take('tool-owner', 'cancel', { comment: 'Not now.' });
    expect((await retire()).status).toBe(200);
  });

  it('gives a MEDIUM tool its first primary by a request with nothing to leave', async () => {
    const { target, spare } = await aBench(app);
    const materiality = { impact: 'MEDIUM', complexity: 'LOW', reliance: 'LOW' };
    const tool = await make(app, 'tool-owner', '/v1/tools', aTool({ materiality }));
    const swap = await aSwap(app, { tool, target, spare, current: target });
    expect(await swap.read()).toMatchObject({ from: null, assessment: { score: null } });
    await swap.moved('manager', 'manager-2');
    expect((await get(`/v1/tools/${tool.id}`)).primary.modelId).toBe(target.id);
    await swap.take('tool-owner', 'roll-back', { comment: 'Wrong tool.' });
    expect(await get(`/v1/tools/${tool.id}`)).toMatchObject({ primary: null, openRequests: 0 });
  });
});

describe('steps in the wrong state or by the wrong people', () => {
  const BODIES: Readonly<Record<string, object>> = {
    'request-changes': { comment: 'More.' },
    approvals: { revision: 2 },
    rejections: { comment: 'No.' },
    rollout: { stage: 'SHADOW' },
    'roll-back': { comment: 'Back.' },
  };
  const STEPS: readonly (readonly [Account, string])[] = [
    ['tool-owner', 'submit'],
    ['validator', 'assess'],
    ['manager', 'request-changes'],
    ['manager', 'approvals'],
    ['manager', 'rejections'],
    ['platform', 'schedule'],
    ['tool-owner', 'complete'],
    ['tool-owner', 'roll-back'],
  ];
  const bodyOf = (step: string): object => (step === 'schedule' ? windowAround(app) : (BODIES[step] ?? {}));

  it.each([
    ['DRAFT', ['submit']],
    ['SUBMITTED', ['assess']],
    ['UNDER_ASSESSMENT', ['request-changes', 'approvals', 'rejections']],
    ['CANCELLED', []],
  ] as const)('from %s only %j may follow', async (state, allowed) => {
    const swap = await aSwap(app, await aBench(app));
    if (state !== 'DRAFT') await swap.submitted();
    if (state === 'UNDER_ASSESSMENT') await swap.take('validator', 'assess');
    if (state === 'CANCELLED') await swap.take('manager', 'cancel');
    for (const [account, step] of STEPS) {
      if ((allowed as readonly string[]).includes(step)) continue;
      const answer = await swap.post(account, step, bodyOf(step));
      expect([step, answer.status, answer.body.code]).toEqual([step, 409, 'swap-transition']);
    }
    expect((await swap.read()).state).toBe(state);
  });

  it('rollout is for the implementer alone', async () => {
    const swap = await (await aSwap(app, await aBench(app))).scheduled('manager');
    expect((await swap.read()).implementer.displayName).toBe('Pat Platform');
    const [{ id }] = await app.db.dataSource.query(`SELECT id FROM person WHERE subject = 'tool-owner'`);
    const other = await (await aSwap(app, await aBench(app))).approved('manager');
    const named = await other.post('platform', 'schedule', { ...windowAround(app), implementerId: id });
    expect([named.status, pointersOf(named.body)]).toEqual([422, ['/implementerId']]);
    const { windowFrom } = windowAround(app);
    const past = await other.post('platform', 'schedule', { windowFrom, windowTo: windowFrom });
    expect([past.status, pointersOf(past.body)]).toEqual([422, ['/windowTo']]);
    expect((await swap.post('tool-owner', 'rollout', { stage: 'SHADOW' })).status).toBe(403);
    expect((await swap.post('platform', 'rollout', { stage: 'HALF' })).status).toBe(400);
  });

  it('one rejection is enough, and it needs a reason', async () => {
    const swap = await (await aSwap(app, await aBench(app))).assessed();
    expect((await swap.post('manager', 'rejections', {})).status).toBe(400);
    expect(await swap.take('validator', 'rejections', { comment: 'Not proved.' })).toMatchObject({ state: 'REJECTED' });
    expect((await swap.read()).timeline.at(-1)).toMatchObject({ action: 'rejected', comment: 'Not proved.' });
    expect(await refusal(swap.edit('tool-owner', { justification: 'again' }))).toEqual([409, 'request-frozen']);
    expect(await refusal(swap.link('tool-owner', 'https://late.example'))).toEqual([409, 'request-frozen']);
  });

  it('nothing is written into it afterwards that its submission would have refused', async () => {
    const swap = await (await aSwap(app, await aBench(app, 'MEDIUM'))).assessed();
    const cleared = await swap.edit('tool-owner', { rollbackPlan: null });
    expect([cleared.status, pointersOf(cleared.body)]).toEqual([422, ['/checks/ROLLBACK_PLAN']]);
    const standard = await swap.edit('tool-owner', { changeType: 'STANDARD' });
    expect([standard.status, pointersOf(standard.body)]).toEqual([422, ['/checks/CHANGE_TYPE']]);
    const other = await swap.edit('tool-owner', { toReleaseKey: SWAP_RELEASES[3] });
    expect(other.body).toMatchObject({ to: { model: { lifecycle: 'PROPOSED' }, release: { key: SWAP_RELEASES[3] } } });
    await swap.approve('manager');
    expect((await swap.approve('manager-2')).body).toMatchObject({ to: { model: { lifecycle: 'APPROVED' } } });
  });

  it('changes that were asked for lead to another submission', async () => {
    const swap = await (await aSwap(app, await aBench(app))).assessed();
    await swap.take('manager', 'request-changes', { comment: 'Say more.' });
    const { revision } = await swap.read();
    expect((await swap.edit('tool-owner', { justification: 'Much better.' })).body.revision).toBe(revision + 1);
    await swap.submitted();
    await swap.take('manager', 'assess');
    expect((await swap.approve('manager')).body.state).toBe('APPROVED');
  });
});
