import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AssessmentJobs } from '../src/replacement/assessment.jobs.js';
import { Assessor } from '../src/replacement/assessor.js';
import type { TestApp } from './support/app.js';
import { movePrimary } from './support/demo.js';
import { listed, record, settled } from './support/flags.js';
import { aTool, make, pointersOf } from './support/portfolio.js';
import { play } from './support/published.js';

describe('decisions on flags', () => {
  let app: TestApp;
  let flagId: string;

  beforeAll(async () => {
    app = await play(['2026-05-01']);
    const [flag] = (await app.http.get('/v1/flags?q=gemma&active=true').set(app.as('tool-owner'))).body.items;
    flagId = flag.id;
  });
  afterAll(() => app.stop());

  const decide = (body: object, account: Parameters<TestApp['as']>[0] = 'tool-owner') =>
    app.http.post(`/v1/flags/${flagId}/analysis`).set(app.as(account)).send(body);

  it('refuses decisions that lack what they need, and names the field', async () => {
    expect(pointersOf((await decide({ state: 'GONE' })).body)).toEqual(['/state']);
    expect(pointersOf((await decide({ state: 'SNOOZED', comment: 'later' })).body)).toEqual(['/until']);
    expect(pointersOf((await decide({ state: 'DISMISSED', comment: 'no' })).body)).toEqual(['/justification']);
    expect((await decide({ state: 'OPEN', surprise: 1 })).status).toBe(400);
    expect((await app.http.get(`/v1/flags/${flagId}`).set(app.as('auditor'))).body.state).toBe('OPEN');
  });

  it('takes a decision of the owner only', async () => {
    expect((await decide({ state: 'IN_TRIAGE' }, 'platform')).status).toBe(403);
    expect((await decide({ state: 'IN_TRIAGE' }, 'auditor')).body.code).toBe('permission-missing');
    const foreign = { state: 'IN_TRIAGE', toolIds: ['01890000-0000-7000-8000-000000000000'] };
    expect((await decide(foreign)).body.code).toBe('not-your-tool');
  });

  it('keeps a snooze through assessments and wakes it at its end', async () => {
    const snooze = { state: 'SNOOZED', until: '2026-07-02T10:00:00Z', comment: 'after the release freeze' };
    expect((await decide(snooze)).body).toMatchObject({ state: 'SNOOZED' });
    const assess = () => app.app.get(Assessor, { strict: false }).assess();
    await assess();
    const state = async () => (await app.http.get(`/v1/flags/${flagId}`).set(app.as('auditor'))).body;
    expect((await state()).state).toBe('SNOOZED');
    app.clock.set(new Date('2026-07-02T10:00:00Z'));
    await app.app.get(AssessmentJobs, { strict: false }).due();
    const woken = await state();
    expect(woken.state).toBe('OPEN');
    expect(woken.history.at(-1).sentence).toBe('The snooze has ended.');
  });

  it('keeps a dismissal quiet, with its justification on the row', async () => {
    const dismissal = { state: 'DISMISSED', justification: 'LANGUAGE_GAP', comment: 'No Tamil yet.' };
    expect((await decide(dismissal)).status).toBe(200);
    await app.app.get(Assessor, { strict: false }).assess();
    const { body } = await app.http.get(`/v1/flags/${flagId}`).set(app.as('auditor'));
    expect(body).toMatchObject({ state: 'DISMISSED', active: true });
    expect(body.toolRows[0]).toMatchObject({
      justification: 'LANGUAGE_GAP',
      comment: 'No Tamil yet.',
      decidedBy: 'Toni Owner',
    });
  });

  it('brings a dismissed flag back for a new policy or a new reason alone, and says which', async () => {
    const proposal = { changes: { maxOpenFlagsPerModel: 2 }, reason: 'Fewer.' };
    const { id } = await make(app, 'manager', '/v1/policy/proposals', proposal);
    await app.http.post(`/v1/policy/proposals/${id}/approvals`).set(app.as('manager-2')).send({});
    await app.app.get(Assessor, { strict: false }).assess();
    const { body } = await app.http.get(`/v1/flags/${flagId}`).set(app.as('auditor'));
    expect(body).toMatchObject({ state: 'OPEN', active: true });
    expect(body.history.at(-1)).toMatchObject({
      ...{ fromState: 'DISMISSED', toState: 'OPEN', actor: null },
      sentence: 'Raised again: the policy has changed since it was dismissed.',
    });
  });

  it('keeps a decision per tool, and leaves the flag as open as its most open one', async () => {
    const shown = async () => (await app.http.get(`/v1/flags/${flagId}`).set(app.as('auditor'))).body;
    const [first] = (await shown()).toolRows;
    const modelId = (await shown()).model.id;
    const second = await make(app, 'tool-owner', '/v1/tools', aTool({ name: 'Another on the same model' }));
    await make(app, 'tool-owner', `/v1/tools/${second.id}/assignments`, { modelId, purpose: 'PRIMARY' });
    await app.app.get(Assessor, { strict: false }).assess();
    const dismissal = { state: 'DISMISSED', justification: 'LOW_SUPPORT', comment: 'Wait.', toolIds: [first.toolId] };
    expect((await decide(dismissal)).status).toBe(200);
    await app.app.get(Assessor, { strict: false }).assess();
    const { state, toolRows } = await shown();
    const states = toolRows
      .map((row: { toolId: string; analysisState: string }) => [row.toolId, row.analysisState])
      .sort();
    expect(states).toEqual(
      [
        [first.toolId, 'DISMISSED'],
        [second.id, 'OPEN'],
      ].sort(),
    );
    expect(state).toBe('OPEN');
  });

  it('keeps a dismissal while the tool uses another model for some minutes', async () => {
    const { body: before } = await app.http.get(`/v1/flags/${flagId}`).set(app.as('auditor'));
    const dismissed = before.toolRows.find((row: { analysisState: string }) => row.analysisState === 'DISMISSED');
    const { body: others } = await app.http.get('/v1/models?q=gpt-oss').set(app.as('auditor'));
    const moved = async (to: string, at: string): Promise<object> => {
      app.clock.set(new Date(at));
      await movePrimary(app, { tool: dismissed.toolName, to, at });
      await app.app.get(Assessor, { strict: false }).assess();
      const { body } = await app.http.get(`/v1/flags/${flagId}`).set(app.as('auditor'));
      return body.toolRows.find((row: { toolId: string }) => row.toolId === dismissed.toolId);
    };
    const away = await moved(others.items[0].name, '2026-07-02T10:05:00Z');
    expect(away).toMatchObject({ analysisState: 'RESOLVED', active: false });
    const back = await moved(before.model.name, '2026-07-02T10:15:00Z');
    expect(back).toMatchObject({ analysisState: 'DISMISSED', active: true, justification: 'LOW_SUPPORT' });
    const counts = await app.app.get(Assessor, { strict: false }).assess();
    expect(counts).toMatchObject({ raised: 0, resolved: 0, changed: 0 });
    const { history } = (await app.http.get(`/v1/flags/${flagId}`).set(app.as('auditor'))).body;
    expect(history.at(-1).sentence).toBe('Found again; what was decided about it still stands.');
  });
});

describe('a release in its cool-down', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await play([]);
  });
  afterAll(() => app.stop());

  it('waits, says until when, and opens by itself', async () => {
    await record(app.app, '2026-07-01', listed('google/gemma-4-31B-it', 31, '2026-06-30'));
    await settled(app.app);
    const { body } = await app.http.get('/v1/flags?q=gemma').set(app.as('auditor'));
    expect(body.items).toMatchObject([{ state: 'PENDING', active: true, notBefore: '2026-07-15T00:00:00.000Z' }]);
    app.clock.set(new Date('2026-07-15T00:30:00Z'));
    await app.app.get(AssessmentJobs, { strict: false }).due();
    // Whoever had signed in a fortnight ago is not any more.
    const history: readonly object[] = await app.db.dataSource.query(
      `SELECT f.state, e.to_state AS "to", e.sentence FROM replacement_flag f JOIN flag_event e ON e.flag_id = f.id
       WHERE f.id = $1 ORDER BY e.at`,
      [body.items[0].id],
    );
    expect(history).toEqual([
      { state: 'OPEN', to: 'PENDING', sentence: 'Found; it opens when the release is old enough.' },
      { state: 'OPEN', to: 'OPEN', sentence: 'The release is old enough now.' },
    ]);
  });
});
