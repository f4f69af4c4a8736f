import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { make } from './support/portfolio.js';
import { personId, sqlOf } from './support/sql.js';
import type { Sql } from './support/sql.js';
import { aBench, aSwap, Driver, raise, refusal, startSwapApp, SWAP_RELEASES, windowAround } from './support/swaps.js';

let app: TestApp;
let sql: Sql;

beforeAll(async () => {
  app = await startSwapApp();
  sql = sqlOf(app);
});
afterAll(() => app.stop());

/** Gives a local account other roles for a while. */
async function withRoles<T>(account: string, roles: readonly string[], work: () => Promise<T>): Promise<T> {
  const [before] = await sql<{ roles: string[] }>(`SELECT roles FROM person WHERE issuer = 'local' AND subject = $1`, [
    account,
  ]);
  const set = (to: readonly string[]) =>
    sql(`UPDATE person SET roles = $2 WHERE issuer = 'local' AND subject = $1`, [account, to]);
  await set(roles);
  try {
    return await work();
  } finally {
    await set(before?.roles ?? []);
  }
}

describe('four eyes', () => {
  it('keeps the requester from approving, by session and by an API token of theirs', async () => {
    const swap = await (await aSwap(app, await aBench(app))).assessed();
    await withRoles('tool-owner', ['TOOL_OWNER', 'MANAGER'], async () => {
      expect(await refusal(swap.approve('tool-owner'))).toEqual([403, 'own-request']);
      const token = await app.http
        .post('/v1/tokens')
        .set(app.as('tool-owner'))
        .send({ name: 'mine', roles: ['MANAGER'], expiresAt: '2026-12-01T00:00:00Z' });
      expect(token.status).toBe(201);
      const { revision } = await swap.read();
      const answer = await app.http
        .post(`/v1/swap-requests/${swap.id}/approvals`)
        .set({ authorization: `Bearer ${token.body.secret ?? token.body.token}` })
        .send({ revision });
      expect([answer.status, answer.body.code]).toEqual([403, 'own-request']);
    });
  });

  it('keeps everybody who wrote a part of it from approving', async () => {
    const bench = await aBench(app);
    await withRoles('platform', ['PLATFORM_ENGINEER', 'MANAGER'], async () => {
      const body = { toolId: bench.tool.id, toModelId: bench.target.id, justification: 'x', rollbackPlan: 'y' };
      const { id } = await make(app, 'platform', '/v1/swap-requests', body);
      const swap = new Driver(app, id);
      expect((await swap.edit('tool-owner', { justification: 'better said' })).status).toBe(200);
      await swap.link('tool-owner');
      await swap.assessed();
      expect(await refusal(swap.approve('platform'))).toEqual([403, 'own-request']);
      await withRoles('tool-owner', ['TOOL_OWNER', 'MANAGER'], async () =>
        expect(await refusal(swap.approve('tool-owner'))).toEqual([403, 'own-request']),
      );
    });
  });

  it('lets nobody name another requester', async () => {
    const swap = await aSwap(app, await aBench(app));
    const answer = await swap.edit('tool-owner', { requestedBy: await personId(app, 'manager') });
    expect([answer.status, answer.body.errors[0]]).toMatchObject([
      400,
      { pointer: '/requestedBy', code: 'unknown-field' },
    ]);
    const edited = sql(`UPDATE swap_request SET requested_by = $2 WHERE id = $1`, [
      swap.id,
      await personId(app, 'manager'),
    ]);
    await expect(edited).rejects.toThrow('does not change');
    await expect(sql(`UPDATE swap_request SET contributors = '{}' WHERE id = $1`, [swap.id])).rejects.toThrow();
  });

  it('takes two managers for MEDIUM, each once, and a validator besides for HIGH', async () => {
    const medium = await (await aSwap(app, await aBench(app, 'MEDIUM'))).assessed();
    expect((await medium.approve('manager')).body).toMatchObject({
      state: 'UNDER_ASSESSMENT',
      missing: { managers: 1 },
    });
    expect(await refusal(medium.approve('manager'))).toEqual([409, 'already-approved']);
    expect(await refusal(medium.approve('validator'))).toEqual([403, 'approval-role']);
    expect((await medium.approve('manager-2')).body).toMatchObject({ state: 'APPROVED' });
    expect(await refusal(medium.approve('validator'))).toEqual([409, 'approvals-complete']);
  });

  it('does not let one person stand for a manager and the validator', async () => {
    const swap = await (await aSwap(app, await aBench(app, 'MEDIUM'))).assessed();
    await raise(app, (await swap.read()).tool, 'HIGH');
    await withRoles('manager', ['MANAGER', 'VALIDATOR'], async () => {
      expect((await swap.approve('manager')).status).toBe(201);
      expect(await refusal(swap.approve('manager'))).toEqual([409, 'already-approved']);
    });
    expect((await swap.approve('manager-2')).body).toMatchObject({
      state: 'UNDER_ASSESSMENT',
      missing: { managers: 0, validators: 1 },
    });
    expect((await swap.approve('validator')).body.state).toBe('APPROVED');
  });

  it('keeps the approver from implementing, and the implementer from approving', async () => {
    await withRoles('manager', ['MANAGER', 'PLATFORM_ENGINEER'], async () => {
      const swap = await (await aSwap(app, await aBench(app))).approved('manager');
      const schedule = { ...windowAround(app), implementerId: await personId(app, 'manager') };
      expect(await refusal(swap.post('platform', 'schedule', schedule))).toEqual([403, 'implementer-approves']);
      expect(await refusal(swap.post('manager', 'schedule', windowAround(app)))).toEqual([403, 'implementer-approves']);
    });
  });

  it('binds an approval to what was read: an edit voids it', async () => {
    const swap = await (await aSwap(app, await aBench(app, 'MEDIUM'))).assessed();
    const { revision } = await swap.read();
    await swap.approve('manager', revision);
    expect((await swap.link('tool-owner', 'https://evidence.example/second')).status).toBe(201);
    const after = await swap.read();
    expect(after.revision).toBe(revision + 1);
    expect(after.approvalsGiven).toMatchObject([{ revision, voidReason: 'The request was edited.' }]);
    expect(await refusal(swap.approve('manager-2', revision))).toEqual([409, 'stale-revision']);
    expect((await swap.approve('manager-2')).body).toMatchObject({
      state: 'UNDER_ASSESSMENT',
      missing: { managers: 1 },
    });
  });

  it('voids approvals when the base moves', async () => {
    const bench = await aBench(app, 'MEDIUM');
    const [first, second] = [
      await aSwap(app, bench),
      await aSwap(app, bench, { toModelId: bench.spare.id, fallbackModelId: null }),
    ];
    await second.approved('manager', 'manager-2');
    await first.moved('manager', 'manager-2');
    const after = await second.read();
    expect(after).toMatchObject({
      state: 'UNDER_ASSESSMENT',
      from: { model: { id: bench.target.id } },
      missing: { managers: 2 },
    });
    expect(after.diff).toContainEqual(expect.objectContaining({ field: 'releaseKey', from: SWAP_RELEASES[1] }));
    expect(after.approvalsGiven.every(({ voidedAt }: { voidedAt: string | null }) => voidedAt !== null)).toBe(true);
    expect(await refusal(second.post('platform', 'schedule', windowAround(app)))).toEqual([409, 'swap-transition']);
  });

  it('voids approvals of a target that serves by another request, and does not revive them', async () => {
    const bench = await aBench(app, 'MEDIUM');
    const [first, twin] = [await aSwap(app, bench), await aSwap(app, bench)];
    await twin.scheduled('manager', 'manager-2');
    await first.moved('manager', 'manager-2');
    const { revision } = await twin.read();
    const undone = { state: 'UNDER_ASSESSMENT', missing: { managers: 2 }, implementer: null };
    expect(await twin.read()).toMatchObject(undone);
    expect(await refusal(twin.approve('manager'))).toEqual([409, 'base-moved']);
    await first.take('platform', 'roll-back', { comment: 'Too slow.' });
    expect(await twin.read()).toMatchObject({ ...undone, revision, from: { model: { id: bench.current.id } } });
    await twin.approve('manager');
    expect((await twin.approve('manager-2')).body.state).toBe('APPROVED');
  });

  it('no longer counts who lost the role, and takes another in their place', async () => {
    const swap = await (await aSwap(app, await aBench(app, 'MEDIUM'))).approved('manager', 'manager-2');
    await withRoles('manager-2', ['AUDITOR'], async () => {
      expect(await refusal(swap.post('platform', 'schedule', windowAround(app)))).toEqual([409, 'approvals-void']);
      await withRoles('validator', ['MANAGER'], async () => {
        expect((await swap.approve('validator')).status).toBe(201);
        expect((await swap.post('platform', 'schedule', windowAround(app))).body.state).toBe('SCHEDULED');
      });
    });
  });

  it('asks for more when the tool became more material', async () => {
    const bench = await aBench(app);
    const swap = await (await aSwap(app, bench)).approved('manager');
    await raise(app, bench.tool, 'MEDIUM');
    expect(await refusal(swap.post('platform', 'schedule', windowAround(app)))).toEqual([409, 'approvals-void']);
    await swap.approve('manager-2');
    expect((await swap.post('platform', 'schedule', windowAround(app))).body.state).toBe('SCHEDULED');
  });

  it('does not count approvals of evidence that was slipped in', async () => {
    const swap = await (await aSwap(app, await aBench(app))).assessed();
    await sql(
      `INSERT INTO swap_evidence (id, swap_request_id, kind, title, url, sha256, attached_by, attached_at)
       SELECT gen_random_uuid(), id, 'LINK', 'x', 'https://x.example', repeat('a', 64), requested_by, now()
       FROM swap_request WHERE id = $1`,
      [swap.id],
    );
    expect(await refusal(swap.approve('manager'))).toEqual([409, 'approvals-void']);
  });

  it('takes a standard change back to people once the tool is more than LOW', async () => {
    const bench = await aBench(app);
    await make(app, 'tool-owner', `/v1/tools/${bench.tool.id}/evaluations`, {
      ...{ goldenSetId: 'g1', championKey: SWAP_RELEASES[0], challengerKey: SWAP_RELEASES[1], metric: 'exact' },
      ...{ higherIsBetter: true, n: 500, championScore: 80, challengerScore: 90, halfWidth: 1 },
      ranAt: '2026-07-01T00:00:00Z',
    });
    const swap = await (await aSwap(app, bench, { changeType: 'STANDARD' })).submitted();
    expect((await swap.read()).state).toBe('APPROVED');
    await raise(app, bench.tool, 'MEDIUM');
    expect(await refusal(swap.post('platform', 'schedule', windowAround(app)))).toEqual([409, 'approvals-void']);
    await swap.approve('manager');
    await swap.approve('manager-2');
    expect((await swap.post('platform', 'schedule', windowAround(app))).body.state).toBe('SCHEDULED');
  });
});
