import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { pointersOf, startPortfolioApp } from './support/portfolio.js';

type Account = Parameters<TestApp['as']>[0];

describe('the policy', () => {
  let app: TestApp;
  const missing = '01890000-0000-7000-8000-000000000000';
  beforeAll(async () => {
    app = await startPortfolioApp();
  });
  afterAll(() => app.stop());

  const post = (path: string, body: object, account: Account = 'manager') =>
    app.http.post(`/v1/policy/${path}`).set(app.as(account)).send(body);
  const policy = async () => (await app.http.get('/v1/policy').set(app.as('auditor'))).body;
  const propose = async (changes: object): Promise<string> =>
    (await post('proposals', { changes, reason: 'because' })).body.id;

  it('begins with the defaults, made by nobody', async () => {
    expect(await policy()).toMatchObject({
      version: 1,
      proposedBy: null,
      document: { minimumReleaseAgeDays: 14, maxOpenFlagsPerModel: 3, portfolioSizeTarget: 10 },
    });
  });

  it('changes by one manager and a second one', async () => {
    const id = await propose({ minimumReleaseAgeDays: 30, enterprise: { monthlyActiveUsers: 4000 } });
    expect((await policy()).version).toBe(1);
    expect((await post(`proposals/${id}/approvals`, {})).body.code).toBe('own-proposal');
    expect((await post(`proposals/${id}/approvals`, {}, 'validator')).status).toBe(403);
    const approved = await post(`proposals/${id}/approvals`, { comment: 'agreed' }, 'manager-2');
    expect([approved.status, approved.body.state]).toEqual([201, 'APPROVED']);
    expect(await policy()).toMatchObject({
      version: 2,
      document: { minimumReleaseAgeDays: 30, enterprise: { monthlyActiveUsers: 4000, establishedInEu: null } },
      proposedBy: { displayName: 'Max Manager' },
      approvedBy: { displayName: 'Mia Manager' },
    });
    expect((await post(`proposals/${id}/approvals`, {}, 'manager-2')).body.code).toBe('proposal-decided');
    const history = await app.http.get('/v1/policy/history').set(app.as('auditor'));
    expect(history.body.items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  });

  it('voids a proposal when the policy moves, and lets one of two approvals through', async () => {
    const [first, second] = [await propose({ deniedCountries: ['AQ'] }), await propose({ adoptionFloor: 1000 })];
    const both = await Promise.all([first, second].map((id) => post(`proposals/${id}/approvals`, {}, 'manager-2')));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('policy-moved');
  });

  it('clears a limit by null and refuses a proposal', async () => {
    const id = await propose({ concentrationLimits: { vendorTopShare: { warn: null } } });
    const shown = await app.http.get(`/v1/policy/proposals/${id}`).set(app.as('auditor'));
    expect(shown.body.document.concentrationLimits.vendorTopShare).toEqual({ warn: null, breach: 0.4 });
    expect(pointersOf((await post(`proposals/${id}/rejections`, {})).body)).toContain('/comment');
    const rejected = await post(`proposals/${id}/rejections`, { comment: 'no' });
    expect(rejected.body).toMatchObject({ state: 'REJECTED', comment: 'no' });
    const open = await app.http.get('/v1/policy/proposals?state=REJECTED').set(app.as('auditor'));
    expect(open.body).toMatchObject({ total: 1, items: [{ id }] });
  });

  it.each([
    [{ changes: { minimumReleaseAgeDays: -1 }, reason: 'x' }, '/changes/minimumReleaseAgeDays'],
    [{ changes: { minimumAge: 3 }, reason: 'x' }, '/changes/minimumAge'],
    [{ changes: { scoreWeights: { quality: 'all' } }, reason: 'x' }, '/changes/scoreWeights/quality'],
    [{ changes: {}, reason: 'x' }, '/changes'],
    [{ changes: { minimumReleaseAgeDays: 20 } }, '/reason'],
    [{ changes: { minimumReleaseAgeDays: 20 }, reason: 'x', version: 9 }, '/version'],
  ])('refuses %j and names the field', async (body, pointer) => {
    const before = (await policy()).version;
    const answer = await post('proposals', body);
    expect([answer.status, pointersOf(answer.body)]).toEqual([400, expect.arrayContaining([pointer])]);
    expect((await policy()).version).toBe(before);
  });

  it('refuses a proposal that changes nothing, other roles, and unknown proposals', async () => {
    const { document } = await policy();
    const same = await post('proposals', {
      changes: { maxOpenFlagsPerModel: document.maxOpenFlagsPerModel },
      reason: 'x',
    });
    expect([same.status, same.body.code]).toEqual([422, 'policy-unchanged']);
    expect((await post('proposals', { changes: { adoptionFloor: 5 }, reason: 'x' }, 'platform')).status).toBe(403);
    expect((await post(`proposals/${missing}/approvals`, {}, 'manager-2')).body.code).toBe('proposal-not-found');
  });
});
