import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SwapJobs } from '../src/swaps/swap.jobs.js';
import type { TestApp } from './support/app.js';
import { aTool, make, makeApprovedModel, pointersOf } from './support/portfolio.js';
import { startServerProcess } from './support/processes.js';
import {
  aBench,
  aSwap,
  Driver,
  ownBench,
  passTime,
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

const MISSING = '01890000-0000-7000-8000-000000000000';
const get = async (path: string, account: Account = 'auditor') =>
  (await app.http.get(path).set(app.as(account)).expect(200)).body;
const refusal = async (answer: PromiseLike<{ status: number; body: { code: string } }>): Promise<unknown> => {
  const { status, body } = await answer;
  return [status, body.code];
};
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

describe('evidence', () => {
  const upload = (id: string, bytes: Buffer, fileName = 'a.txt') =>
    app.http
      .post(`/v1/swap-requests/${id}/evidence/files?fileName=${encodeURIComponent(fileName)}`)
      .set({ ...app.as('tool-owner'), 'content-type': 'application/octet-stream' })
      .send(bytes);

  it('is taken by what its bytes show, up to 10 MB, once', async () => {
    const swap = await aSwap(app, await aBench(app));
    const html = await upload(swap.id, Buffer.from('<html><script>alert(1)</script>'), 'report.pdf');
    expect([html.status, html.body.code]).toEqual([422, 'media-type-refused']);
    expect((await upload(swap.id, Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))).status).toBe(413);
    const before = (await swap.read()).digest;
    const pdf = await upload(swap.id, Buffer.from('%PDF-1.7\n'), 'bericht ä.pdf');
    expect(pdf.body.evidence.at(-1)).toMatchObject({ kind: 'FILE', mediaType: 'application/pdf', sizeBytes: 9 });
    expect(pdf.body.digest).not.toBe(before);
    expect(await refusal(upload(swap.id, Buffer.from('%PDF-1.7\n')))).toEqual([409, 'evidence-attached']);
    expect((await upload(swap.id, Buffer.from('x'), 'a/b.txt')).status).toBe(400);
    const { items } = await get(`/v1/swap-requests/${swap.id}/evidence`);
    const file = await app.http.get(`/v1/swap-requests/${swap.id}/evidence/${items[1].id}`).set(app.as('auditor'));
    expect([file.headers['content-type'], file.headers['content-disposition']]).toEqual([
      'application/pdf',
      `attachment; filename*=UTF-8''bericht%20%C3%A4.pdf`,
    ]);
    const link = app.http.get(`/v1/swap-requests/${swap.id}/evidence/${items[0].id}`).set(app.as('auditor'));
    expect(await refusal(link)).toEqual([404, 'evidence-not-found']);
  });

  it('names links and runs of the same tool only', async () => {
    const swap = await aSwap(app, await aBench(app));
    const attach = (body: object) => swap.post('tool-owner', 'evidence', { title: 'x', ...body });
    expect((await attach({ kind: 'LINK', url: 'javascript:alert(1)' })).status).toBe(400);
    expect((await attach({ kind: 'LINK' })).status).toBe(400);
    expect((await attach({ kind: 'EVALUATION', url: 'https://a.example' })).status).toBe(400);
    const foreign = await attach({ kind: 'EVALUATION', evaluationRunId: MISSING });
    expect([foreign.status, pointersOf(foreign.body)]).toEqual([422, ['/evaluationRunId']]);
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
    expect(await refusal(swap.post('tool-owner', 'complete'))).toEqual([409, 'review-missing']);
    expect((await get('/v1/swap-requests?awaiting=me', 'manager')).items[0].id).toBe(swap.id);
    expect((await swap.approve('manager')).body.approvalsGiven).toMatchObject([{ purpose: 'REVIEW' }]);
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
});

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
  }, 60_000);
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

  it('leaves the base of others as it was', async () => {
    expect((await makeApprovedModel(app, { releaseKey: SWAP_RELEASES[3] })).id).toBeDefined();
    expect((await get('/v1/swap-requests?state=EXPIRED,CANCELLED&limit=100')).total).toBeGreaterThan(2);
  });
});
