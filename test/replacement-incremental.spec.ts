import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Assessor } from '../src/replacement/assessor.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { assign, IN_USE, listed, record, settled, smallPortfolio } from './support/flags.js';
import type { SmallPortfolio } from './support/flags.js';
import { aTool, make } from './support/portfolio.js';

type Account = Parameters<TestApp['as']>[0];

describe('a change and what it concerns', () => {
  let app: TestApp;
  let own: SmallPortfolio;
  let assessor: Assessor;
  const assessed = new Set<string>();

  /** Places in the portfolio of the models that the change led to be assessed, by itself; and nothing else was missed. */
  async function assessedBy(change: () => Promise<unknown>): Promise<number[]> {
    await settled(app.app);
    assessed.clear();
    await change();
    await settled(app.app);
    const places = own.models.flatMap(({ id }, index) => (assessed.has(id) ? [index] : []));
    expect(await assessor.assess()).toMatchObject({ raised: 0, resolved: 0, changed: 0 });
    return places;
  }
  async function patch(path: string, body: object, account: Account = 'platform'): Promise<void> {
    const { headers } = await app.http.get(path).set(app.as('auditor'));
    const answer = await app.http
      .patch(path)
      .set({ ...app.as(account), 'if-match': headers['etag'] ?? '', 'content-type': 'application/merge-patch+json' })
      .send(JSON.stringify(body));
    expect([path, answer.status, answer.body.detail]).toEqual([path, 200, undefined]);
  }
  const flags = async (): Promise<readonly { id: string; candidate: { key: string } }[]> =>
    (await app.http.get('/v1/flags?limit=100&sort=rank&active=true').set(app.as('auditor'))).body.items;

  beforeAll(async () => {
    app = await startTestApp({ now: '2026-07-02T09:00:00Z' });
    assessor = app.app.get(Assessor, { strict: false });
    own = await smallPortfolio(app);
    const assess = assessor.assess.bind(assessor);
    assessor.assess = async (change) => {
      const counts = await assess(change);
      for (const id of change === undefined ? [] : counts.modelIds) assessed.add(id);
      return counts;
    };
  });
  afterAll(() => app.stop());

  it('is a release: the models that it may replace, and nobody else', async () => {
    expect(await flags()).toEqual([]);
    expect(
      await assessedBy(() => record(app.app, '2026-05-01', listed('zai-org/GLM-5-110B', 110, '2026-04-15'))),
    ).toEqual([0]);
    expect((await flags()).map(({ candidate }) => candidate.key)).toEqual(['zai-org/GLM-5-110B']);
    const granite = listed('ibm-granite/granite-9.0-8b-instruct', 8, '2026-04-01');
    expect(await assessedBy(() => record(app.app, '2026-05-02', granite))).toEqual([]);
  });

  it('is new knowledge about a release in use: the models that run it, and those that share its memory', async () => {
    const [key] = IN_USE[1];
    expect(await assessedBy(() => record(app.app, '2026-05-03', listed(key, 95, '2025-07-28')))).toEqual([0, 1]);
  });

  it('is a tool: its model', async () => {
    const change = () => patch(`/v1/tools/${own.tools[0]?.id}`, { usage: { concurrentTokens: 64_000 } }, 'tool-owner');
    expect(await assessedBy(change)).toEqual([0]);
  });

  it('is a model: itself; in fewer bits or in another pool, those that share its memory too', async () => {
    expect(await assessedBy(() => patch(`/v1/models/${own.models[0]?.id}`, { quantisation: 'FP8' }))).toEqual([0, 1]);
    expect(
      await assessedBy(() => patch(`/v1/models/${own.models[2]?.id}`, { endpointUrl: 'https://llm.example/v1' })),
    ).toEqual([2]);
    expect(await assessedBy(() => patch(`/v1/models/${own.models[1]?.id}`, { gpuPoolId: own.pools[1]?.id }))).toEqual([
      0, 1, 2,
    ]);
    expect(await assessedBy(() => patch(`/v1/models/${own.models[1]?.id}`, { gpuPoolId: own.pools[0]?.id }))).toEqual([
      0, 1, 2,
    ]);
  });

  it('is a pool: its models', async () => {
    expect(await assessedBy(() => patch(`/v1/gpu-pools/${own.pools[0]?.id}`, { gpuCount: 48 }))).toEqual([0, 1]);
    expect(await assessedBy(() => patch(`/v1/gpu-pools/${own.pools[0]?.id}`, { location: 'Hall 2' }))).toEqual([]);
  });

  it('is an own evaluation: the model of its tool', async () => {
    const run = {
      ...{ goldenSetId: 'minutes-1', championKey: IN_USE[0][0], challengerKey: 'zai-org/GLM-5-110B' },
      ...{ metric: 'exact match', higherIsBetter: true, n: 200, championScore: 71.5, challengerScore: 76 },
      ranAt: '2026-07-01T10:00:00Z',
    };
    expect(await assessedBy(() => make(app, 'tool-owner', `/v1/tools/${own.tools[0]?.id}/evaluations`, run))).toEqual([
      0,
    ]);
  });

  it('is an assignment: the models that it names; all of them where it shifts the shares of vendors', async () => {
    expect(await assessedBy(() => assign(app, own.tools[0], own.models[2], 'FALLBACK'))).toEqual([0, 2]);
    const tool = await make(app, 'tool-owner', '/v1/tools', aTool());
    expect(await assessedBy(() => assign(app, tool, own.models[2], 'PRIMARY'))).toEqual([0, 1, 2]);
  });

  it('is a decision: the model of the flag, whose next candidate may take the place', async () => {
    const [flag] = await flags();
    const decision = { state: 'DISMISSED', justification: 'ALREADY_PLANNED', comment: 'Next quarter.' };
    const decide = () => app.http.post(`/v1/flags/${flag?.id}/analysis`).set(app.as('tool-owner')).send(decision);
    expect(await assessedBy(decide)).toEqual([0]);
  });

  it('is the policy: everything', async () => {
    const proposal = { changes: { minimumReleaseAgeDays: 20 }, reason: 'Calmer.' };
    const { id } = await make(app, 'manager', '/v1/policy/proposals', proposal);
    const everything: unknown[] = [];
    const assess = assessor.assess.bind(assessor);
    assessor.assess = (change) => (everything.push(change), assess(change));
    await app.http.post(`/v1/policy/proposals/${id}/approvals`).set(app.as('manager-2')).send({});
    await settled(app.app);
    assessor.assess = assess;
    expect(everything).toEqual([undefined]);
    expect(await assessor.assess()).toMatchObject({ models: 3, changed: 0 });
  });
});
