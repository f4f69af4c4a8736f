import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { aModel, aTool, make, makeApprovedModel, pointersOf, startPortfolioApp } from './support/portfolio.js';
import type { Made } from './support/portfolio.js';
import { AssignmentsWriter } from '../src/portfolio/assignments.writer.js';
import { newId } from '../src/kernel/id.js';

type Account = Parameters<TestApp['as']>[0];

describe('assignments', () => {
  let app: TestApp;
  const missing = '01890000-0000-7000-8000-000000000000';

  beforeAll(async () => {
    app = await startPortfolioApp();
  });
  afterAll(() => app.stop());

  const post = (path: string, body: object = {}, account: Account = 'tool-owner') =>
    app.http.post(path).set(app.as(account)).send(body);
  const get = (path: string) => app.http.get(path).set(app.as('auditor'));
  const tool = (over: object = {}): Promise<Made> => make(app, 'tool-owner', '/v1/tools', aTool(over));
  const assign = (of: Made, model: Made, purpose: string, account: Account = 'tool-owner') =>
    post(`/v1/tools/${of.id}/assignments`, { modelId: model.id, purpose }, account);

  it('begins the first primary of a LOW tool and puts an approved model in use', async () => {
    const [low, model] = [await tool(), await makeApprovedModel(app)];
    const answer = await assign(low, model, 'PRIMARY');
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ purpose: 'PRIMARY', validTo: null, assignedBy: { displayName: 'Toni Owner' } });
    expect((await get(`/v1/models/${model.id}`)).body).toMatchObject({
      lifecycle: 'IN_USE',
      tools: 1,
      highestMateriality: 'LOW',
      usedBy: [{ toolId: low.id, purpose: 'PRIMARY' }],
    });
    expect((await get(`/v1/tools/${low.id}`)).body.primary).toMatchObject({ modelId: model.id });
  });

  it('asks for a swap request where one person alone may not decide', async () => {
    const medium = await tool({ materiality: { impact: 'LOW', complexity: 'MEDIUM', reliance: 'LOW' } });
    const [low, first, second] = [await tool(), await makeApprovedModel(app), await makeApprovedModel(app)];
    expect((await assign(medium, first, 'PRIMARY')).body.code).toBe('swap-request-required');
    const primary = await assign(low, first, 'PRIMARY');
    expect((await assign(low, second, 'PRIMARY')).body.code).toBe('swap-request-required');
    const ended = await post(`/v1/tools/${low.id}/assignments/${primary.body.id}/end`);
    expect([ended.status, ended.body.code]).toEqual([409, 'swap-request-required']);
  });

  it('begins, tests and ends a fallback', async () => {
    const [low, model] = [await tool(), await makeApprovedModel(app)];
    const { body: fallback } = await assign(low, model, 'FALLBACK');
    const path = `/v1/tools/${low.id}/assignments/${fallback.id}`;
    expect((await assign(low, model, 'FALLBACK')).body.code).toBe('already-assigned');
    expect(pointersOf((await post(`${path}/fallback-tests`, { testedAt: 'today' })).body)).toContain('/testedAt');
    const future = await post(`${path}/fallback-tests`, { testedAt: '2026-08-01T00:00:00Z' });
    expect([future.status, pointersOf(future.body)]).toEqual([422, ['/testedAt']]);
    const tested = await post(`${path}/fallback-tests`);
    expect(tested.body).toMatchObject({ fallbackTestedAt: '2026-07-02T09:00:00.000Z' });
    expect((await get(`/v1/tools/${low.id}`)).body.fallbacks).toMatchObject([
      { fallbackTestedAt: '2026-07-02T09:00:00.000Z' },
    ]);
    expect((await post(`${path}/end`)).body.validTo).toBe('2026-07-02T09:00:00.000Z');
    expect((await post(`${path}/end`)).body.code).toBe('assignment-ended');
    expect((await post(`/v1/tools/${low.id}/assignments/${missing}/end`)).body.code).toBe('assignment-not-found');
  });

  it('refuses a model that is not approved, or not for such data, unknown records and foreign tools', async () => {
    const low = await tool({ dataClass: 'RESTRICTED' });
    const proposed = await make(app, 'platform', '/v1/models', aModel());
    const approved = await makeApprovedModel(app, { maxDataClass: 'INTERNAL' });
    expect((await assign(low, proposed, 'FALLBACK')).body.code).toBe('model-not-assignable');
    expect((await assign(low, approved, 'FALLBACK')).body.code).toBe('data-class-not-approved');
    const unknown = await post(`/v1/tools/${low.id}/assignments`, { modelId: missing, purpose: 'FALLBACK' });
    expect([unknown.status, pointersOf(unknown.body)]).toEqual([422, ['/modelId']]);
    const wrong = await post(`/v1/tools/${low.id}/assignments`, { modelId: 'x', purpose: 'BOTH' });
    expect([wrong.status, pointersOf(wrong.body)]).toEqual([400, expect.arrayContaining(['/modelId', '/purpose'])]);
    expect((await get(`/v1/tools/${missing}/assignments`)).body.code).toBe('tool-not-found');
    const foreign = await make(app, 'platform', '/v1/tools', aTool());
    expect((await assign(foreign, approved, 'FALLBACK')).body.code).toBe('not-your-tool');
    expect((await assign(foreign, approved, 'FALLBACK', 'manager')).status).toBe(403);
  });

  it('gives a tool one primary when two are begun at once', async () => {
    const [low, first, second] = [await tool(), await makeApprovedModel(app), await makeApprovedModel(app)];
    const both = await Promise.all([assign(low, first, 'PRIMARY'), assign(low, second, 'PRIMARY')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await get(`/v1/tools/${low.id}/assignments`)).body.items).toHaveLength(1);
  });

  it('is kept from two primaries by the database itself', async () => {
    const [low, first, second] = [await tool(), await makeApprovedModel(app), await makeApprovedModel(app)];
    await assign(low, first, 'PRIMARY');
    const insert = app.db.dataSource.query(
      `INSERT INTO assignment (id, tool_id, model_id, purpose, valid_from, assigned_by)
       SELECT $1, $2, $3, 'PRIMARY', '2026-09-01', owner_id FROM tool WHERE id = $2`,
      [newId(), low.id, second.id],
    );
    await expect(insert).rejects.toThrow('assignment_one_primary_ex');
  });

  it('refuses to retire a model that serves a tool', async () => {
    const [low, model] = [await tool(), await makeApprovedModel(app)];
    await assign(low, model, 'PRIMARY');
    const step = (to: string) => post(`/v1/models/${model.id}/lifecycle`, { to, reason: 'old' }, 'platform');
    expect((await step('DEPRECATED')).body.lifecycle).toBe('DEPRECATED');
    expect((await step('RETIRED')).body.code).toBe('model-still-serves');
    await post(`/v1/tools/${low.id}/retire`, { reason: 'gone' });
    expect((await step('RETIRED')).body.lifecycle).toBe('RETIRED');
  });

  it('refuses a move that no swap request stands behind, in the database itself', async () => {
    const [low, first, second] = [await tool(), await makeApprovedModel(app), await makeApprovedModel(app)];
    await assign(low, first, 'PRIMARY');
    const me = await app.db.dataSource.query(`SELECT id FROM person WHERE subject = 'platform'`);
    const actor = { personId: me[0].id, displayName: 'Pat', roles: ['PLATFORM_ENGINEER' as const], teams: [] };
    const writer = app.app.get(AssignmentsWriter, { strict: false });
    const move = { toolId: low.id, toModelId: second.id, at: new Date('2026-07-05T00:00:00Z'), actor };
    const moved = app.db.transaction((tx) => writer.move(tx, { ...move, swapRequestId: newId() }));
    await expect(moved).rejects.toThrow('assignment_swap_request_fk');
    const { items } = (await get(`/v1/tools/${low.id}/assignments`)).body;
    expect(items).toMatchObject([{ model: { id: first.id }, validTo: null }]);
  });

  it('refuses to end, to rewrite or to remove a primary by SQL', async () => {
    const [low, first] = [await tool(), await makeApprovedModel(app)];
    const { body: primary } = await assign(low, first, 'PRIMARY');
    const run = (sql: string) => app.db.dataSource.query(sql, [primary.id]);
    await expect(run(`UPDATE assignment SET valid_to = now() WHERE id = $1`)).rejects.toThrow('ends by a swap request');
    await expect(run(`UPDATE assignment SET valid_from = now() WHERE id = $1`)).rejects.toThrow('never rewritten');
    await expect(run(`DELETE FROM assignment WHERE id = $1`)).rejects.toThrow('never removed');
  });
});
