import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { aModel, aTool, make } from './support/portfolio.js';
import type { Made } from './support/portfolio.js';
import { aBench, aSwap, startSwapApp, SWAP_RELEASES } from './support/swaps.js';
import type { Bench, Driver } from './support/swaps.js';
import { personId, sqlOf } from './support/sql.js';
import type { Sql } from './support/sql.js';

/** Everything here is written as the application's own role, past the application. */
let app: TestApp;
let sql: Sql;

beforeAll(async () => {
  app = await startSwapApp();
  sql = sqlOf(app);
});
afterAll(() => app.stop());

const set = ({ id }: Driver, fields: string, ...values: readonly unknown[]): Promise<unknown> =>
  sql(`UPDATE swap_request SET ${fields} WHERE id = $1`, [id, ...values]);
const draft = async (over: object = {}): Promise<Driver> => aSwap(app, await aBench(app, 'MEDIUM'), over);

describe('what was asked', () => {
  const PROSE = [`justification = 'x'`, 'rollback_plan = NULL', `stop_rules = 'x'`, 'fallback_model_id = NULL'];

  it('is what was approved: not a word of it changes in between', async () => {
    const swap = await (await draft()).assessed();
    await swap.approve('manager');
    for (const words of PROSE) await expect(set(swap, words)).rejects.toThrow('another content is another revision');
    await swap.approve('manager-2');
    for (const words of PROSE) await expect(set(swap, words)).rejects.toThrow('another content is another revision');
    await expect(set(swap, 'assessment = NULL')).rejects.toThrow('stays with it');
    const [other] = await sql(`SELECT id FROM release WHERE key = $1`, [SWAP_RELEASES[3]]);
    await expect(set(swap, 'to_release_id = $2', other?.id)).rejects.toThrow('only one that was merged');
  });

  it('is asked under the policy in force, and says how to go back', async () => {
    const swap = await draft({ rollbackPlan: undefined });
    const submit = `state = 'SUBMITTED', submitted_at = now(), policy_version =`;
    await expect(set(swap, `${submit} 1`)).rejects.toThrow('swap_request_plan_ck');
    await swap.edit('tool-owner', { rollbackPlan: 'Back.' });
    const proposal = { changes: { minimumReleaseAgeDays: 21 }, reason: 'Later.' };
    const { id } = await make(app, 'manager', '/v1/policy/proposals', proposal);
    await make(app, 'manager-2', `/v1/policy/proposals/${id}/approvals`, {});
    await expect(set(swap, `${submit} 1`)).rejects.toThrow('under the policy in force');
    await set(swap, `${submit} 2`);
  });

  it('begins with nothing decided', async () => {
    const swap = await draft();
    const copied = sql(
      `INSERT INTO swap_request SELECT (jsonb_populate_record(r, '{"stage":"SHADOW"}' || jsonb_build_object('id', gen_random_uuid()))).*
       FROM swap_request r WHERE id = $1`,
      [swap.id],
    );
    await expect(copied).rejects.toThrow('begins as a draft');
  });
});

describe('what was decided', () => {
  it('keeps its moments', async () => {
    const swap = await (await draft()).approved('manager', 'manager-2');
    await expect(set(swap, 'submitted_at = now()')).rejects.toThrow('does not change');
    await expect(set(swap, 'approved_at = now()')).rejects.toThrow('does not change');
  });

  it('is approved with a token by nobody but its person, and said once', async () => {
    const token = { name: 'pipeline', roles: ['TOOL_OWNER'], expiresAt: '2026-08-01T00:00:00Z' };
    const { id } = await make(app, 'tool-owner', '/v1/tokens', token);
    const swap = await (await draft()).assessed();
    const borrowed = sql(
      `INSERT INTO swap_approval (id, swap_request_id, revision, digest, approver_id, as_role, purpose, token_id, approved_at)
       SELECT gen_random_uuid(), id, revision, digest, $2, 'MANAGER', 'APPROVAL', $3, now() FROM swap_request WHERE id = $1`,
      [swap.id, await personId(app, 'manager'), id],
    );
    await expect(borrowed).rejects.toThrow('for its own person');
    await swap.approve('manager');
    const said = sql(`UPDATE swap_approval SET comment = 'x', voided_at = now(), void_reason = 'x'`);
    await expect(said).rejects.toThrow('only be voided');
  });

  it('rests on evaluations that stay as they were recorded', async () => {
    const bench = await aBench(app);
    await make(app, 'tool-owner', `/v1/tools/${bench.tool.id}/evaluations`, {
      ...{ goldenSetId: 'set-1', championKey: SWAP_RELEASES[0], challengerKey: SWAP_RELEASES[1], metric: 'rubric' },
      ...{ higherIsBetter: true, n: 10, championScore: 80, challengerScore: 50, ranAt: '2026-06-28T08:00:00Z' },
    });
    await expect(sql('UPDATE evaluation_run SET passed = true')).rejects.toThrow('stays as it was recorded');
    await expect(sql('DELETE FROM evaluation_run')).rejects.toThrow('stays as it was recorded');
    const exchanged = sql('UPDATE evaluation_run SET champion_release_id = (SELECT id FROM release WHERE key = $1)', [
      SWAP_RELEASES[2],
    ]);
    await expect(exchanged).rejects.toThrow('only one that was merged');
  });
});

describe('what was done', () => {
  it('was done by who was named, when it was planned, and forwards', async () => {
    const swap = await (await draft()).scheduled('manager', 'manager-2');
    await expect(set(swap, 'implementer_id = $2', await personId(app, 'tool-owner'))).rejects.toThrow('its schedule');
    await expect(set(swap, `window_to = window_to + interval '1 year'`)).rejects.toThrow('its schedule');
    await swap.take('platform', 'rollout', { stage: 'CANARY' });
    await expect(set(swap, `stage = 'SHADOW'`)).rejects.toThrow('goes forward');
    await expect(set(swap, `stage = 'FULL', moved_at = window_from`)).rejects.toThrow('swap_request_stage_state_ck');
    const late = `state = 'IN_REVIEW', stage = 'FULL', moved_at = window_to + interval '1 minute'`;
    await expect(set(swap, late)).rejects.toThrow('swap_request_in_window_ck');
  });

  it('moves the tool, and going back moves it back', async () => {
    const swap = await (await draft()).scheduled('manager', 'manager-2');
    const claimed = `state = 'IN_REVIEW', stage = 'FULL', moved_at = updated_at`;
    await expect(set(swap, claimed)).rejects.toThrow('made when its tool moves');
    await swap.take('platform', 'rollout', { stage: 'FULL' });
    const undone = set(swap, `state = 'ROLLED_BACK', finished_at = updated_at`);
    await expect(undone).rejects.toThrow('taken back when its tool goes back');
  });

  it('of an emergency is not handed to another implementer, so that who did it could review it', async () => {
    const swap = await (await draft({ changeType: 'EMERGENCY' })).moved('manager');
    await expect(set(swap, 'implementer_id = $2', await personId(app, 'tool-owner'))).rejects.toThrow('its schedule');
  });

  it('stays once it is over', async () => {
    const swap = await (await draft()).moved('manager', 'manager-2');
    await swap.take('tool-owner', 'complete');
    const other = await personId(app, 'validator');
    await expect(set(swap, `assessment = '{}'`)).rejects.toThrow('over does not change');
    await expect(set(swap, 'implementer_id = $2', other)).rejects.toThrow('over does not change');
    await expect(set(swap, 'contributors = contributors || $2::uuid', other)).rejects.toThrow('over does not change');
    await swap.take('manager', 'comments', { comment: 'Seen.' });
  });
});

describe('what serves', () => {
  const serve = (tool: Made, model: Made, fields: object) =>
    sql(
      `INSERT INTO assignment SELECT (jsonb_populate_record(NULL::assignment, jsonb_build_object('id', gen_random_uuid(), 'version', 1,
         'tool_id', id, 'model_id', $2::text, 'valid_from', now(), 'assigned_by', owner_id) || $3::jsonb)).* FROM tool WHERE id = $1`,
      [tool.id, model.id, JSON.stringify(fields)],
    );
  let bench: Bench;
  beforeAll(async () => {
    bench = await aBench(app);
  });

  it('was approved by another person than its registrant, as a fallback, too', async () => {
    const own = await make(app, 'platform', '/v1/models', aModel({ releaseKey: SWAP_RELEASES[3] }));
    const fresh = await make(app, 'tool-owner', '/v1/tools', aTool());
    await expect(serve(fresh, own, { purpose: 'PRIMARY' })).rejects.toThrow('only a model that is approved');
    const tested = { purpose: 'FALLBACK', fallback_tested_at: '2026-07-01' };
    await expect(serve(bench.tool, own, tested)).rejects.toThrow('only a model that is approved');
  });

  it('is not entered afterwards, and says who assigned it for good', async () => {
    const past = { purpose: 'FALLBACK', valid_from: '2020-01-01', valid_to: '2020-02-01' };
    await expect(serve(bench.tool, bench.spare, past)).rejects.toThrow('not entered afterwards');
    const [manager, { id }] = [await personId(app, 'manager'), bench.tool];
    const handed = sql('UPDATE assignment SET assigned_by = $2 WHERE tool_id = $1', [id, manager]);
    await expect(handed).rejects.toThrow('never rewritten');
  });

  it('is of the release that was registered', async () => {
    const exchanged = sql('UPDATE model SET release_id = (SELECT release_id FROM model WHERE id = $2) WHERE id = $1', [
      bench.current.id,
      bench.spare.id,
    ]);
    await expect(exchanged).rejects.toThrow('only one that was merged');
  });

  it('does not end by a retirement that is taken back, or that comes before an open request', async () => {
    const retire = (tool: Made, at: string | null) =>
      sql('UPDATE tool SET retired_at = $2 WHERE id = $1', [tool.id, at]);
    const { tool } = await aBench(app);
    await retire(tool, '2026-07-02');
    await expect(retire(tool, null)).rejects.toThrow('retired once');
    await aSwap(app, bench);
    await expect(retire(bench.tool, '2026-07-02')).rejects.toThrow('open swap request');
  });
});
