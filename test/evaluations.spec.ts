import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { aTool, make, pointersOf, RELEASE_KEYS, startPortfolioApp } from './support/portfolio.js';
import type { Made } from './support/portfolio.js';

type Account = Parameters<TestApp['as']>[0];

const run = (over: object = {}): object => ({
  goldenSetId: 'credit-memo-v3',
  championKey: RELEASE_KEYS[0],
  challengerKey: RELEASE_KEYS[2],
  metric: 'exact match',
  higherIsBetter: true,
  n: 200,
  championScore: 80,
  challengerScore: 84.5,
  regressions: 6,
  ranAt: '2026-07-01T08:00:00Z',
  ...over,
});

describe('own evaluations', () => {
  let app: TestApp;
  let tool: Made;

  beforeAll(async () => {
    app = await startPortfolioApp();
    tool = await make(app, 'tool-owner', '/v1/tools', aTool());
  });
  afterAll(() => app.stop());

  const path = (): string => `/v1/tools/${tool.id}/evaluations`;
  const record = (body: object, account: Account = 'tool-owner') =>
    app.http.post(path()).set(app.as(account)).send(body);

  it('records a run, judges it by the policy and says how sure it is', async () => {
    const { body, status } = await record(run());
    expect(status).toBe(201);
    expect(body).toMatchObject({ passed: true, gain: 4.5, policyVersion: 1, champion: { key: RELEASE_KEYS[0] } });
    expect(body.halfWidth).toBeCloseTo(7.49, 2);
    const again = await app.http.get(`${path()}/${body.id}`).set(app.as('auditor'));
    expect(again.body).toEqual(body);
    const { body: owner } = await app.http.get(`/v1/tools/${tool.id}`).set(app.as('auditor'));
    expect(owner.goldenSet).toEqual({ exists: true, lastRunAt: '2026-07-01' });
  });

  it('knows no run of a golden set that does not exist', async () => {
    const contradiction = aTool({ goldenSet: { exists: false, lastRunAt: '2026-06-01' } });
    const { body, status } = await app.http.post('/v1/tools').set(app.as('tool-owner')).send(contradiction);
    expect([status, body.code, pointersOf(body)]).toEqual([422, 'golden-set-missing', ['/goldenSet/lastRunAt']]);
  });

  it('fails a challenger that is worse by more than the noise, errors counted the other way round', async () => {
    const worse = { higherIsBetter: false, championScore: 4, challengerScore: 9 };
    expect((await record(run(worse))).body).toMatchObject({ passed: false, gain: -5 });
  });

  it('lists the runs of a tool by release and outcome', async () => {
    const list = (query: string) => app.http.get(`${path()}?${query}`).set(app.as('auditor'));
    expect((await list('passed=true')).body.total).toBe(1);
    expect((await list('q=credit')).body.total).toBe(2);
    expect((await list('release=01890000-0000-7000-8000-000000000000')).body.total).toBe(0);
  });

  it('names what is wrong and stores nothing', async () => {
    const bad = await record(run({ n: 0, championScore: 101, championDigest: 'md5:1', extra: 1 }));
    expect(bad.status).toBe(400);
    expect(pointersOf(bad.body).sort()).toEqual(['/championDigest', '/championScore', '/extra', '/n']);
    expect(pointersOf((await record(run({ ranAt: '2027-01-01T00:00:00Z' }))).body)).toEqual(['/ranAt']);
    expect(pointersOf((await record(run({ challengerKey: RELEASE_KEYS[0] }))).body)).toEqual(['/challengerKey']);
    expect((await record(run({ challengerKey: 'nobody/nothing' }))).status).toBe(404);
    expect((await app.http.get(path()).set(app.as('auditor'))).body.total).toBe(2);
  });

  it('takes runs of the tool’s people, platform engineers and validators only', async () => {
    expect((await record(run(), 'manager')).body.code).toBe('permission-missing');
    expect((await record(run(), 'validator')).status).toBe(201);
    const foreign = await make(app, 'platform', '/v1/tools', aTool());
    const answer = await app.http.post(`/v1/tools/${foreign.id}/evaluations`).set(app.as('tool-owner')).send(run());
    expect(answer.body.code).toBe('not-your-tool');
  });
});
