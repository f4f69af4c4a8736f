import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Events } from '../src/events/events.writer.js';
import type { DomainEvent } from '../src/events/event-kinds.js';
import { JobQueue } from '../src/events/job-queue.js';
import { Workers } from '../src/events/workers.js';
import { newId } from '../src/kernel/id.js';
import type { TestApp } from './support/app.js';
import { aTool, make, makeApprovedModel, startPortfolioApp } from './support/portfolio.js';

type Account = Parameters<TestApp['as']>[0];
interface Notification {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly link: string;
  readonly detail: Record<string, unknown>;
  readonly readAt: string | null;
}

const SIGNED_IN = new Date('2026-07-02T09:00:00Z');

let test: TestApp;
let toolId: string;
let modelId: string;
let flagId: string;
let otherId: string;

const idle = (): Promise<void> => test.app.get(Workers).idle();

async function publish(event: DomainEvent): Promise<void> {
  await test.db.transaction((tx) => test.app.get(Events).publish(tx, event));
  await idle();
}

async function run(job: string): Promise<void> {
  await test.db.transaction((tx) => test.app.get(JobQueue).send(tx, job, {}));
  await idle();
}

/** Sessions last hours, so the clock is put back while somebody reads. */
async function inbox(account: Account, query = ''): Promise<Notification[]> {
  const now = test.clock.now();
  test.clock.set(SIGNED_IN);
  const { body } = await test.http.get(`/v1/notifications?limit=100${query}`).set(test.as(account)).expect(200);
  test.clock.set(now);
  return body.items;
}

/** A model in use behind a tool of `tool-owner`, with an open flag for it. */
beforeAll(async () => {
  test = await startPortfolioApp();
  modelId = (await makeApprovedModel(test, { name: 'summariser' })).id;
  otherId = (await makeApprovedModel(test, { name: 'successor', releaseKey: 'acme/Large-30B' })).id;
  toolId = (await make(test, 'tool-owner', '/v1/tools', aTool({ name: 'Minutes' }))).id;
  await make(test, 'tool-owner', `/v1/tools/${toolId}/assignments`, { modelId, purpose: 'PRIMARY' });
  await idle();
  flagId = newId();
  await test.db.pool.query(
    `INSERT INTO replacement_flag (id, model_id, candidate_release_id, reasons, title, severity, confidence, rank, state,
       active, policy_version, raised_at, assessed_at)
     SELECT $1, $2, release.id, '{NEWER_GENERATION}', 'Large-30B could replace summariser', 'WARN', 'MEDIUM', 1, 'OPEN',
       true, (SELECT min(version) FROM policy_version), now(), now()
     FROM release WHERE key = 'acme/Large-30B'`,
    [flagId, modelId],
  );
  await test.db.pool.query(
    `WITH told AS (
       INSERT INTO flag_explanation (flag_id, digest, reasons, gates) VALUES ($1, repeat('0', 64), '[]', '[]') RETURNING digest)
     INSERT INTO flag_finding (flag_id, tool_id, active, analysis_state, eligibility, severity, confidence, reasons, explanation)
     SELECT $1, $2, true, 'OPEN', 'ELIGIBLE', 'WARN', 'MEDIUM', '{}', digest FROM told`,
    [flagId, toolId],
  );
});

afterAll(() => test.stop());

describe('the inbox', () => {
  it('tells the owners of the tools about a flag, once, in words', async () => {
    await publish({ kind: 'flag.raised', flagId, modelId, toolIds: [toolId] });
    const [notice, ...rest] = await inbox('tool-owner', '&kind=flag.raised');
    expect(rest).toEqual([]);
    expect(notice).toMatchObject({
      title: 'Large-30B could replace summariser',
      link: `/flags?open=${flagId}`,
      detail: { severity: 'WARN', model: 'summariser', candidate: 'acme/Large-30B', toolNames: ['Minutes'] },
      readAt: null,
    });
    expect(await inbox('platform', '&kind=flag.raised')).toEqual([]);
  });

  it('tells managers and validators about a submitted swap, the owner about its outcome', async () => {
    const swapRequestId = newId();
    await publish({ kind: 'swap.submitted', swapRequestId, toolId });
    await publish({ kind: 'swap.rejected', swapRequestId, toolId });
    for (const account of ['manager', 'manager-2', 'validator'] as const)
      expect(await inbox(account)).toMatchObject([{ title: 'The swap request for Minutes was submitted' }]);
    expect(await inbox('tool-owner', '&kind=swap.rejected')).toMatchObject([
      { link: `/swap-requests/${swapRequestId}` },
    ]);
    expect(await inbox('tool-owner', '&kind=swap.submitted')).toEqual([]);
  });

  it('keeps what was read apart, and other people out', async () => {
    const [notice] = await inbox('tool-owner', '&kind=flag.raised');
    const path = `/v1/notifications/${String(notice?.id)}/read`;
    await test.http.post(path).set(test.as('manager')).expect(404);
    const read = await test.http.post(path).set(test.as('tool-owner')).expect(200);
    const again = await test.http.post(path).set(test.as('tool-owner')).expect(200);
    expect(again.body.readAt).toBe(read.body.readAt);
    expect(await inbox('tool-owner', '&kind=flag.raised&unread=true')).toEqual([]);
    expect(await inbox('tool-owner', '&kind=flag.raised&unread=false')).toHaveLength(1);
    await test.http.get('/v1/notifications?unread=perhaps').set(test.as('manager')).expect(400);
  });
});

describe('the end of support', () => {
  const endsOn = (date: string, statedBy: string): Promise<unknown> =>
    test.db.pool.query(
      `UPDATE release SET support_end = jsonb_build_object('date', $1::text, 'statedBy', $2::text) WHERE key = 'acme/Small-30B'`,
      [date, statedBy],
    );
  const warnings = async (): Promise<unknown[]> =>
    (await inbox('tool-owner', '&kind=model.support-ending')).map(({ detail }) => detail['daysAhead']).reverse();

  it('is announced at 90, 60, 30 and 7 days, each once, also after days without a run or of a model on its way out', async () => {
    await test.db.pool.query(`UPDATE model SET lifecycle = 'DEPRECATED' WHERE id = $1`, [modelId]);
    await endsOn('2026-10-15', 'THIRD_HOST');
    await test.app.get(Workers).idle();
    for (const today of ['2026-07-02', '2026-07-20'] as const) {
      test.clock.set(new Date(`${today}T06:00:00Z`));
      await run('model.support-ending');
    }
    expect(await warnings()).toEqual([]);
    await endsOn('2026-10-15', 'VENDOR');
    const expected: [string, number[]][] = [
      ['2026-07-16', []],
      ['2026-07-20', [90]],
      ['2026-07-21', [90]],
      ['2026-09-01', [90, 60]],
      ['2026-10-10', [90, 60, 7]],
      ['2026-10-15', [90, 60, 7]],
      ['2026-10-16', [90, 60, 7]],
    ];
    for (const [today, days] of expected) {
      test.clock.set(new Date(`${today}T06:00:00Z`));
      await run('model.support-ending');
      expect([today, await warnings()]).toEqual([today, days]);
    }
  });
});

describe('the weekly digest', () => {
  it('tells each owner what waits for them, in the inbox and as an event', async () => {
    test.clock.set(new Date('2026-09-07T06:00:00Z'));
    const swapRequestId = newId();
    await test.db.pool.query(
      `INSERT INTO swap_request (id, tool_id, from_model_id, to_release_id, to_model_id, state, change_type, requested_by,
         contributors, digest, justification, rollback_plan, created_at, updated_at)
       SELECT $1, tool.id, $3, model.release_id, model.id, 'DRAFT', 'NORMAL', owner_id, ARRAY[owner_id, manager.id],
         repeat('0', 64), 'newer', 'back', now(), now()
       FROM tool, model, person manager WHERE tool.id = $2 AND model.id = $4 AND manager.subject = 'manager-2'`,
      [swapRequestId, toolId, modelId, otherId],
    );
    await test.db.pool.query(
      `UPDATE swap_request SET state = 'SUBMITTED', submitted_at = now(), policy_version = 1 WHERE id = $1`,
      [swapRequestId],
    );
    await run('digest.weekly');
    const [digest, ...rest] = await inbox('tool-owner', '&kind=digest.ready');
    expect(rest).toEqual([]);
    expect(digest).toMatchObject({
      title: 'Your week: 1 open flag, 1 confirmation due, 1 end of support ahead',
      detail: {
        openFlags: [{ id: flagId, tool: 'Minutes', severity: 'WARN' }],
        confirmationsDue: [{ id: toolId, name: 'Minutes' }],
        supportEnding: [{ model: 'summariser', retirementDate: '2026-10-15', tool: 'Minutes' }],
      },
    });
    expect(await inbox('manager', '&kind=digest.ready')).toMatchObject([
      {
        title: 'Your week: 1 approval waiting',
        detail: { approvalsWaiting: [{ id: swapRequestId, tool: 'Minutes' }] },
      },
    ]);
    // The other manager contributed to the request, and the tool is not material enough for a validator.
    for (const account of ['manager-2', 'validator', 'platform'] as const)
      expect(await inbox(account, '&kind=digest.ready')).toEqual([]);
    const { rows } = await test.db.pool.query(
      `SELECT data FROM pgboss.job WHERE name = 'outbox' AND data ->> 'kind' = 'digest.ready'`,
    );
    expect(rows).toHaveLength(2);
  });
});
