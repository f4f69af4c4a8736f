import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { aTool, make, makeApprovedModel, pointersOf, startPortfolioApp } from './support/portfolio.js';
import type { Made } from './support/portfolio.js';

type Account = Parameters<TestApp['as']>[0];
const HIGH = { impact: 'HIGH', complexity: 'LOW', reliance: 'LOW' };

describe('tools', () => {
  let app: TestApp;
  const missing = '01890000-0000-7000-8000-000000000000';
  const leaver = '01890000-0000-7000-8000-00000000000a';

  beforeAll(async () => {
    app = await startPortfolioApp();
  });
  afterAll(() => app.stop());

  const post = (path: string, body: object = {}, account: Account = 'tool-owner') =>
    app.http.post(path).set(app.as(account)).send(body);
  const patch = (path: string, etag: string, body: object, account: Account = 'tool-owner') =>
    app.http.patch(path).set(app.as(account)).set('if-match', etag).send(body);
  const get = (path: string, account: Account = 'auditor') => app.http.get(path).set(app.as(account));
  const mine = (over: object = {}): Promise<Made> => make(app, 'tool-owner', '/v1/tools', aTool(over));
  const foreign = (over: object = {}): Promise<Made> => make(app, 'platform', '/v1/tools', aTool(over));

  it('registers a tool for its owner and reads it back', async () => {
    const requirements = { minContextTokens: 32000, languages: ['en', 'ta'], capabilities: ['TOOL_CALL'] };
    const made = await mine({ name: 'Memo summariser', materiality: HIGH, requirements });
    const shown = await get(`/v1/tools/${made.id}`);
    expect(shown.body).toMatchObject({
      name: 'Memo summariser',
      owner: { displayName: 'Toni Owner', active: true },
      materiality: { ...HIGH, level: 'HIGH' },
      requirements: { ...requirements, inputModalities: ['TEXT'] },
      goldenSet: { exists: false },
      primary: null,
      fallbacks: [],
      version: 1,
    });
  });

  it('knows a language by one code, whichever is given', async () => {
    const made = await mine({ requirements: { languages: ['tl', 'en'] } });
    expect((await get(`/v1/tools/${made.id}`)).body.requirements.languages).toEqual(['fil', 'en']);
  });

  it.each([
    [{ name: '' }, '/name'],
    [{ task: 'COOKING' }, '/task'],
    [{ dataClass: null }, '/dataClass'],
    [{ materiality: { impact: 'EXTREME', complexity: 'LOW', reliance: 'LOW' } }, '/materiality/impact'],
    [{ requirements: { languages: ['English'] } }, '/requirements/languages'],
    [{ requirements: { minContextTokens: 0 } }, '/requirements/minContextTokens'],
    [{ requirements: { capabilities: ['MAGIC'] } }, '/requirements/capabilities'],
    [{ coupling: { interface: 'TELEX' } }, '/coupling/interface'],
    [{ goldenSet: { exists: true, lastRunAt: '2026-13-01' } }, '/goldenSet/lastRunAt'],
    [{ usage: { requestsPerMonth: -1 } }, '/usage/requestsPerMonth'],
    [{ switchingEffort: { prompts: 'two' } }, '/switchingEffort/prompts'],
    [{ ownerId: 'me' }, '/ownerId'],
    [{ businessUnit: 5 }, '/businessUnit'],
    [{ description: 5 }, '/description'],
    [{ usage: [] }, '/usage'],
    [{ openRequests: 1 }, '/openRequests'],
  ])('refuses %j on POST and PATCH and names the field', async (wrong, pointer) => {
    const created = await post('/v1/tools', aTool(wrong));
    expect([created.status, pointersOf(created.body)]).toEqual([400, expect.arrayContaining([pointer])]);
    const made = await mine();
    const changed = await patch(`/v1/tools/${made.id}`, made.etag, wrong);
    expect([changed.status, pointersOf(changed.body)]).toEqual([400, expect.arrayContaining([pointer])]);
    expect((await get(`/v1/tools/${made.id}`)).body.version).toBe(1);
  });

  it('refuses runs and rehearsals that are still to come', async () => {
    const run = (lastRunAt: string): object => ({ goldenSet: { exists: true, lastRunAt } });
    const made = await mine(run('2026-07-02'));
    const later = await post('/v1/tools', aTool(run('2026-07-03')));
    expect([later.status, pointersOf(later.body)]).toEqual([422, ['/goldenSet/lastRunAt']]);
    const rehearsal = { coupling: { rollbackRehearsedOn: '2027-01-01' } };
    const changed = await patch(`/v1/tools/${made.id}`, made.etag, rehearsal);
    expect([changed.status, pointersOf(changed.body)]).toEqual([422, ['/coupling/rollbackRehearsedOn']]);
  });

  it('merges a patch: absent leaves, null clears', async () => {
    const usage = { requestsPerMonth: 10, tokensPerMonth: 20 };
    const made = await mine({ usage, requirements: { minContextTokens: 9000, languages: ['en'] } });
    const change = {
      usage: { tokensPerMonth: null },
      requirements: { minContextTokens: null },
      coupling: { fineTuned: true },
    };
    const changed = await patch(`/v1/tools/${made.id}`, made.etag, change);
    expect(changed.body).toMatchObject({
      usage: { requestsPerMonth: 10 },
      requirements: { minContextTokens: null, languages: ['en'] },
      coupling: { fineTuned: true, promptsVersioned: true },
      version: 2,
    });
    expect(changed.body.usage).not.toHaveProperty('tokensPerMonth');
    expect((await patch(`/v1/tools/${made.id}`, made.etag, { name: 'late' })).status).toBe(412);
  });

  it('lets a tool owner write tools of their own or of their team alone', async () => {
    const other = await foreign();
    expect((await patch(`/v1/tools/${other.id}`, other.etag, { name: 'mine now' })).body.code).toBe('not-your-tool');
    expect((await post(`/v1/tools/${other.id}/confirm-owner`)).body.code).toBe('not-your-tool');
    expect((await post(`/v1/tools/${other.id}/retire`, { reason: 'x' })).body.code).toBe('not-your-tool');
    const { owner } = (await get(`/v1/tools/${other.id}`)).body;
    expect((await post('/v1/tools', aTool({ ownerId: owner.id }))).body.code).toBe('not-your-tool');
    expect((await post('/v1/tools', aTool(), 'manager')).status).toBe(403);
    expect((await patch(`/v1/tools/${missing}`, '"1"', { name: 'x' })).body.code).toBe('tool-not-found');
    const own = await mine();
    expect((await patch(`/v1/tools/${own.id}`, own.etag, { description: 'by platform' }, 'platform')).status).toBe(200);
  });

  it('counts a team as owner', async () => {
    const team = await foreign({ ownerTeam: 'harbour' });
    await app.db.dataSource.query(`UPDATE person SET teams = '{harbour}' WHERE subject = 'tool-owner'`);
    const changed = await patch(`/v1/tools/${team.id}`, team.etag, { description: 'ours' });
    expect(changed.status).toBe(200);
    const listed = await get('/v1/tools?mine=true&team=harbour', 'tool-owner');
    expect(listed.body).toMatchObject({ total: 1, items: [{ id: team.id }] });
  });

  it('lets a manager alone lower the materiality, and nobody while a swap request is open', async () => {
    const made = await mine({ materiality: HIGH });
    const lower = { materiality: { impact: 'LOW' } };
    const byOwner = await patch(`/v1/tools/${made.id}`, made.etag, lower);
    expect([byOwner.status, byOwner.body.code]).toEqual([403, 'materiality-lowered-by-manager-only']);
    await app.db.dataSource.query('UPDATE tool SET open_requests = 1 WHERE id = $1', [made.id]);
    const early = await patch(`/v1/tools/${made.id}`, made.etag, lower, 'manager');
    expect(early.body.code).toBe('materiality-while-request-open');
    await app.db.dataSource.query('UPDATE tool SET open_requests = 0 WHERE id = $1', [made.id]);
    const lowered = await patch(`/v1/tools/${made.id}`, made.etag, lower, 'manager');
    expect(lowered.body.materiality.level).toBe('LOW');
    const more = await patch(`/v1/tools/${made.id}`, lowered.headers['etag'] ?? '', { name: 'x' }, 'manager');
    expect(more.body.code).toBe('not-your-tool');
    const raised = await patch(`/v1/tools/${made.id}`, lowered.headers['etag'] ?? '', { materiality: HIGH });
    expect(raised.body.materiality.level).toBe('HIGH');
  });

  it('confirms and retires a tool', async () => {
    const made = await mine();
    const confirmed = await post(`/v1/tools/${made.id}/confirm-owner`);
    expect(confirmed.body).toMatchObject({ ownerConfirmedAt: '2026-07-02T09:00:00.000Z', version: 2 });
    const model = await makeApprovedModel(app);
    await post(`/v1/tools/${made.id}/assignments`, { modelId: model.id, purpose: 'PRIMARY' });
    app.clock.set(new Date('2026-07-02T13:00:00Z'));
    expect(pointersOf((await post(`/v1/tools/${made.id}/retire`)).body)).toContain('/reason');
    const retired = await post(`/v1/tools/${made.id}/retire`, { reason: 'replaced by a form' });
    expect(retired.body).toMatchObject({ retiredAt: '2026-07-02T13:00:00.000Z', primary: null });
    expect((await post(`/v1/tools/${made.id}/retire`, { reason: 'again' })).body.code).toBe('tool-retired');
    expect((await post(`/v1/tools/${made.id}/confirm-owner`)).body.code).toBe('tool-retired');
    const before = await get(`/v1/tools/${made.id}/timeline?asOf=2026-07-02T10:00:00Z`);
    expect(before.body.items).toMatchObject([{ model: { id: model.id }, validTo: '2026-07-02T13:00:00.000Z' }]);
    expect((await get(`/v1/tools/${made.id}/timeline?asOf=2026-07-02T14:00:00Z`)).body.items).toEqual([]);
    app.clock.set(new Date('2026-07-02T09:00:00Z'));
  });

  it('filters the list', async () => {
    const made = await foreign({
      name: 'Filtered tool',
      task: 'TRANSLATION',
      dataClass: 'PUBLIC',
      ownerTeam: 'letters',
      requirements: { languages: ['ja'] },
    });
    for (const filter of ['task=TRANSLATION', 'dataClass=PUBLIC', 'team=letters', 'language=ja', 'q=filtered']) {
      const listed = await get(`/v1/tools?${filter}`);
      expect([filter, listed.body.total, listed.body.items[0]?.id]).toEqual([filter, 1, made.id]);
    }
    expect((await get('/v1/tools?orphaned=true')).body.total).toBe(0);
    await app.db.dataSource.query(
      `INSERT INTO person (id, issuer, subject, display_name, active) VALUES ($1, 'test', 'leaver', 'Lee Ver', false)`,
      [leaver],
    );
    await app.db.dataSource.query('UPDATE tool SET owner_id = $2 WHERE id = $1', [made.id, leaver]);
    expect((await get('/v1/tools?orphaned=true')).body).toMatchObject({ total: 1, items: [{ id: made.id }] });
    expect((await get('/v1/tools?retired=false&materiality=HIGH')).status).toBe(200);
    expect((await get('/v1/tools?mine=perhaps')).status).toBe(400);
    const page = await get('/v1/tools?limit=2&sort=-materiality');
    expect(page.body.items).toHaveLength(2);
    expect(page.body.next).toEqual(expect.any(String));
    const csv = await get('/v1/tools.csv?task=TRANSLATION');
    expect(csv.text).toContain('Filtered tool');
  });

  it('takes each name once, also when two ask at once', async () => {
    const both = await Promise.all([
      post('/v1/tools', aTool({ name: 'Twin' })),
      post('/v1/tools', aTool({ name: 'Twin' })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'name-taken' });
  });
});
