import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { make } from './support/portfolio.js';
import type { Made } from './support/portfolio.js';
import { NEW, OLD, startStory } from './support/swap-story.js';
import { Driver, passTime, windowAround } from './support/swaps.js';

/** A bank runs Gemma 3 behind a HIGH-materiality tool; Gemma 4 has been out for three months. */
describe('from a flag to another model in use', () => {
  let app: TestApp;
  let tool: Made;
  let current: Made;
  let spare: Made;
  let flagId: string;

  const get = async (path: string, account: Parameters<TestApp['as']>[0] = 'auditor') =>
    (await app.http.get(path).set(app.as(account)).expect(200)).body;
  const ids = (page: { items: readonly { id: string }[] }): string[] => page.items.map(({ id }) => id);

  beforeAll(async () => {
    ({ app, tool, current, spare, flagId } = await startStory());
  });
  afterAll(() => app.stop());

  let swap: Driver;

  it('gives the flag back when a request ends without a swap', async () => {
    const { id } = await make(app, 'tool-owner', '/v1/swap-requests', { toolId: tool.id, flagId });
    const abandoned = new Driver(app, id);
    await abandoned.take('tool-owner', 'cancel', { comment: 'Too early.' });
    const flag = await get(`/v1/flags/${flagId}`);
    expect([flag.state, flag.toolRows[0].analysisState]).toEqual(['OPEN', 'OPEN']);
    expect(flag.history.slice(-2)).toMatchObject([{ toState: 'ACCEPTED' }, { toState: 'OPEN' }]);
  });

  it('begins with the owner, who opens a request from the flag and finds it prefilled', async () => {
    const { id } = await make(app, 'tool-owner', '/v1/swap-requests', { toolId: tool.id, flagId });
    swap = new Driver(app, id);
    const draft = await swap.read();
    expect(draft).toMatchObject({
      state: 'DRAFT',
      revision: 1,
      changeType: 'NORMAL',
      from: { model: { id: current.id }, release: { key: OLD } },
      to: { model: null, release: { key: NEW } },
      justification: expect.stringContaining('emma'),
      needed: { approvals: 2, validator: true },
      assessment: { whatIf: { modelsBefore: 1, modelsAfter: 1, portfolioSizeTarget: 10 } },
    });
    expect(draft.assessment.gates).toHaveLength(9);
    expect(draft.assessment.score).toMatchObject({ coverage: expect.any(Number) });
    expect(draft.assessment.licence.lost.length).toBeGreaterThan(0);
    expect(draft.assessment.footprint.needGb).toBeGreaterThan(60);
    expect(draft.diff).toContainEqual({ field: 'licenceId', from: 'gemma', to: 'apache-2.0', differs: true });
    expect((await get(`/v1/flags/${flagId}`)).toolRows).toMatchObject([{ analysisState: 'ACCEPTED' }]);
    const twice = await app.http.post('/v1/swap-requests').set(app.as('tool-owner')).send({ toolId: tool.id, flagId });
    expect([twice.status, twice.body.code]).toEqual([409, 'flag-not-open']);
  });

  it('names what is missing before anything is submitted', async () => {
    const { submittable, checks } = await swap.take('tool-owner', 'validate');
    const failing = checks.filter(({ result }: { result: string }) => result === 'FAIL');
    expect([submittable, failing.map(({ name }: { name: string }) => name)]).toEqual([
      false,
      ['EVIDENCE', 'GOLDEN_SET', 'ROLLBACK_PLAN', 'FALLBACK'],
    ]);
    const refused = await swap.post('tool-owner', 'submit');
    expect([refused.status, refused.body.code]).toEqual([422, 'checks-failed']);
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('/checks/ROLLBACK_PLAN');
    expect((await swap.read()).state).toBe('DRAFT');
  });

  it('is written, saved as it grows, and proved', async () => {
    const edited = await swap.edit('tool-owner', {
      rollbackPlan: 'Point the gateway back to Gemma 3.',
      stopRules: 'Stop when the error rate passes 1 %.',
      fallbackModelId: spare.id,
    });
    expect(edited.body).toMatchObject({ revision: 2, fallback: { id: spare.id } });
    const stale = await app.http
      .patch(`/v1/swap-requests/${swap.id}`)
      .set({ ...app.as('tool-owner'), 'if-match': '"1"' })
      .send({ justification: 'late' });
    expect(stale.status).toBe(412);
    const run = await make(app, 'tool-owner', `/v1/tools/${tool.id}/evaluations`, {
      goldenSetId: 'credit-memo-v3',
      championKey: OLD,
      challengerKey: NEW,
      metric: 'rubric',
      higherIsBetter: true,
      n: 400,
      championScore: 81,
      challengerScore: 88,
      halfWidth: 1.5,
      ranAt: '2026-06-28T08:00:00Z',
    });
    await swap.take('tool-owner', 'evidence', { kind: 'EVALUATION', title: 'Golden set', evaluationRunId: run.id });
    const file = await app.http
      .post(`/v1/swap-requests/${swap.id}/evidence/files?fileName=results.csv`)
      .set({ ...app.as('tool-owner'), 'content-type': 'application/octet-stream' })
      .send('case,old,new\n1,0.8,0.9\n');
    expect(file.status).toBe(201);
    expect(file.body.evidence).toMatchObject([{ kind: 'EVALUATION' }, { kind: 'FILE', mediaType: 'text/csv' }]);
    const download = await app.http
      .get(`/v1/swap-requests/${swap.id}/evidence/${file.body.evidence[1].id}`)
      .set(app.as('auditor'));
    expect([download.status, download.headers['content-disposition'], download.text]).toEqual([
      200,
      expect.stringContaining('attachment'),
      'case,old,new\n1,0.8,0.9\n',
    ]);
  });

  it('is submitted, which proposes the new release as a model, and assessed by a validator', async () => {
    const submitted = await swap.take('tool-owner', 'submit');
    expect(submitted).toMatchObject({ state: 'SUBMITTED', policyVersion: 1, to: { model: { lifecycle: 'PROPOSED' } } });
    expect(ids(await get('/v1/swap-requests?awaiting=me', 'validator'))).toContain(swap.id);
    expect(ids(await get('/v1/swap-requests?awaiting=me', 'tool-owner'))).not.toContain(swap.id);
    await swap.take('manager', 'comments', { comment: 'Looks well prepared.' });
    expect(await swap.take('validator', 'assess')).toMatchObject({
      state: 'UNDER_ASSESSMENT',
      comments: [{ text: 'Looks well prepared.', author: { displayName: 'Max Manager' } }],
    });
  });

  it('is approved by two managers and the validator, and by nobody else', async () => {
    const { revision } = await swap.read();
    expect((await swap.approve('manager', revision)).body).toMatchObject({ missing: { managers: 1, validators: 1 } });
    expect((await swap.approve('manager-2', revision)).body.state).toBe('UNDER_ASSESSMENT');
    expect(ids(await get('/v1/swap-requests?awaiting=me', 'manager'))).not.toContain(swap.id);
    const last = await swap.approve('validator', revision);
    expect(last.body).toMatchObject({
      state: 'APPROVED',
      expiresAt: '2026-08-01T09:00:00.000Z',
      to: { model: { lifecycle: 'APPROVED' } },
      missing: { managers: 0, validators: 0 },
    });
    expect(ids(await get('/v1/swap-requests?state=APPROVED&awaiting=me', 'platform'))).toEqual([swap.id]);
  });

  it('is rolled out step by step by the platform engineer, within the window', async () => {
    const later = { windowFrom: '2026-07-03T18:00:00Z', windowTo: '2026-07-04T18:00:00Z' };
    await swap.take('platform', 'schedule', later);
    const early = await swap.post('platform', 'rollout', { stage: 'SHADOW' });
    expect([early.status, early.body.code]).toEqual([409, 'outside-window']);
    await passTime(app, '2026-07-03T19:00:00Z');
    expect(await swap.take('platform', 'rollout', { stage: 'SHADOW' })).toMatchObject({ state: 'IN_ROLLOUT' });
    expect(await swap.take('platform', 'rollout', { stage: 'CANARY' })).toMatchObject({ stage: 'CANARY' });
    const back = await swap.post('platform', 'rollout', { stage: 'SHADOW' });
    expect([back.status, back.body.code]).toEqual([409, 'stage-passed']);
    const before = await get(`/v1/tools/${tool.id}`);
    expect(before.primary.modelId).toBe(current.id);
    expect(await swap.take('platform', 'rollout', { stage: 'FULL' })).toMatchObject({
      state: 'IN_REVIEW',
      to: { model: { lifecycle: 'IN_USE' } },
    });
  });

  it('is completed by the owner: the old model is on its way out', async () => {
    await passTime(app, '2026-07-10T09:00:00Z');
    expect((await swap.post('manager', 'complete')).status).toBe(403);
    expect(await swap.take('tool-owner', 'complete', { comment: 'Works.' })).toMatchObject({ state: 'COMPLETED' });
    expect(await get(`/v1/models/${current.id}`)).toMatchObject({ lifecycle: 'DEPRECATED', tools: 0 });
    const after = await get(`/v1/tools/${tool.id}`);
    expect(after).toMatchObject({ openRequests: 0, fallbacks: [{ modelId: spare.id }] });
  });

  it('tells an examiner what served on which day, by which request, approved by whom', async () => {
    const at = async (asOf: string) => (await get(`/v1/tools/${tool.id}/timeline?asOf=${asOf}`)).items;
    expect(await at('2026-07-03T18:59:59Z')).toMatchObject([{ release: { key: OLD }, swapRequest: null }]);
    const [now] = (await at('2026-07-05T00:00:00Z')).filter(
      ({ purpose }: { purpose: string }) => purpose === 'PRIMARY',
    );
    expect(now).toMatchObject({
      release: { key: NEW },
      swapRequest: {
        id: swap.id,
        requestedBy: { displayName: 'Toni Owner' },
        implementer: { displayName: 'Pat Platform' },
        digest: (await swap.read()).digest,
      },
    });
    expect(
      now.swapRequest.approvals.map(({ approver, asRole }: { approver: { displayName: string }; asRole: string }) => [
        approver.displayName,
        asRole,
      ]),
    ).toEqual([
      ['Max Manager', 'MANAGER'],
      ['Mia Manager', 'MANAGER'],
      ['Val Validator', 'VALIDATOR'],
    ]);
    const { timeline } = await swap.read();
    expect(timeline.map(({ action }: { action: string }) => action)).toEqual([
      'opened',
      'edited',
      'evidence-attached',
      'evidence-attached',
      'submitted',
      'commented',
      'assessed',
      'approval-given',
      'approval-given',
      'approved',
      'scheduled',
      'rollout-shadow',
      'rollout-canary',
      'rollout-full',
      'completed',
    ]);
    const { checks } = await swap.read();
    expect(checks.map(({ name, result }: { name: string; result: string }) => [name, result])).toEqual(
      expect.arrayContaining([
        ['GOLDEN_SET', 'PASS'],
        ['EVIDENCE', 'PASS'],
        ['ROLLBACK_PLAN', 'PASS'],
      ]),
    );
    const trail = await get(`/v1/audit-events?subject=${swap.id}&limit=100`);
    expect(trail.items).toHaveLength(timeline.length);
  });

  it('goes back as well: a second request is rolled back after the move', async () => {
    const body = { toolId: tool.id, toModelId: spare.id, justification: 'Cheaper.', rollbackPlan: 'Back to Gemma 4.' };
    const { id } = await make(app, 'tool-owner', '/v1/swap-requests', { ...body, changeType: 'EMERGENCY' });
    const second = new Driver(app, id);
    await second.link('tool-owner');
    const { to } = await swap.read();
    await second.edit('tool-owner', { fallbackModelId: to.model.id });
    await second.approved('manager');
    await second.take('platform', 'schedule', windowAround(app));
    expect(await second.take('platform', 'rollout', { stage: 'FULL' })).toMatchObject({
      state: 'IN_REVIEW',
      reviewDueAt: '2026-07-17T09:00:00.000Z',
    });
    expect((await get(`/v1/tools/${tool.id}`)).primary.modelId).toBe(spare.id);
    const unreviewed = await second.post('tool-owner', 'complete');
    expect([unreviewed.status, unreviewed.body.code]).toEqual([409, 'review-missing']);
    await passTime(app, '2026-07-11T09:00:00Z');
    expect(await second.take('platform', 'roll-back', { comment: 'Too slow.' })).toMatchObject({
      state: 'ROLLED_BACK',
    });
    const after = await get(`/v1/tools/${tool.id}`);
    expect(after).toMatchObject({ primary: { modelId: to.model.id }, openRequests: 0 });
    expect((await second.post('platform', 'roll-back', { comment: 'Again.' })).status).toBe(409);
  });
});
