import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { movePrimary } from './support/demo.js';
import { aBench, aSwap, startSwapApp } from './support/swaps.js';
import type { Driver } from './support/swaps.js';
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

interface Approval {
  readonly revision?: number;
  readonly digest?: string;
  readonly role?: string;
  readonly purpose?: string;
}

async function approve(swap: Driver, who: string, over: Approval = {}): Promise<unknown> {
  const now = await swap.read();
  const { revision = now.revision, digest = now.digest, role = 'MANAGER', purpose = 'APPROVAL' } = over;
  return sql(
    `INSERT INTO swap_approval (id, swap_request_id, revision, digest, approver_id, as_role, purpose, approved_at)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, now())`,
    [swap.id, revision, digest, await personId(app, who), role, purpose],
  );
}

const schedule = async (swap: Driver, who = 'platform', over = ''): Promise<unknown> =>
  set(swap, `${SCHEDULED} ${over}`, await personId(app, who));
const SCHEDULED = `state = 'SCHEDULED', implementer_id = $2, window_from = updated_at, window_to = updated_at + interval '60 days'`;

const draft = async (): Promise<Driver> => aSwap(app, await aBench(app, 'MEDIUM'));
const assessed = async (): Promise<Driver> => (await draft()).assessed();
const approved = async (): Promise<Driver> => (await draft()).approved('manager', 'manager-2');

it('works as the application’s role', async () => {
  expect(await sql('SELECT current_user')).toEqual([{ current_user: 'modelfolio_app' }]);
});

describe('an approval', () => {
  it('is not the requester’s, nor somebody’s without the role', async () => {
    const swap = await assessed();
    await expect(approve(swap, 'tool-owner')).rejects.toThrow('cannot approve');
    await expect(approve(swap, 'auditor')).rejects.toThrow('does not hold the role');
    await expect(approve(swap, 'manager', { role: 'VALIDATOR' })).rejects.toThrow('does not hold the role');
  });

  it('is for the present content alone, and only while it is asked for', async () => {
    const swap = await assessed();
    const { revision } = await swap.read();
    await expect(approve(swap, 'manager', { revision: revision + 1 })).rejects.toThrow('present content');
    await expect(approve(swap, 'manager', { digest: 'a'.repeat(64) })).rejects.toThrow('present content');
    await expect(approve(swap, 'manager', { purpose: 'REVIEW' })).rejects.toThrow('not up for approval');
    await expect(approve(await draft(), 'manager')).rejects.toThrow('not up for approval');
  });

  it('is given once, and never changed, renewed or removed', async () => {
    const swap = await assessed();
    await approve(swap, 'manager');
    await expect(approve(swap, 'manager')).rejects.toThrow('swap_approval_once_uq');
    const change = (fields: string) => sql(`UPDATE swap_approval SET ${fields} WHERE swap_request_id = $1`, [swap.id]);
    await expect(change(`as_role = 'VALIDATOR'`)).rejects.toThrow('only be voided');
    await expect(change(`approver_id = '${await personId(app, 'manager-2')}'`)).rejects.toThrow('only be voided');
    await change(`voided_at = now(), void_reason = 'test'`);
    await expect(change(`voided_at = NULL, void_reason = NULL`)).rejects.toThrow('only be voided');
    await expect(sql(`DELETE FROM swap_approval`)).rejects.toThrow('permission denied');
  });

  it('of a validator is not by the owner of the tool or one of the team', async () => {
    const swap = await assessed();
    const teams = (value: string) => sql(`UPDATE person SET teams = $1 WHERE subject = 'validator'`, [value]);
    await teams('{payments}');
    await expect(approve(swap, 'validator', { role: 'VALIDATOR' })).rejects.toThrow('does not own the tool');
    await teams('{model-risk}');
    await approve(swap, 'validator', { role: 'VALIDATOR' });
  });

  it('stays once the swap is made', async () => {
    const swap = await (await draft()).moved('manager', 'manager-2');
    const voided = sql(`UPDATE swap_approval SET voided_at = now(), void_reason = 'x' WHERE swap_request_id = $1`, [
      swap.id,
    ]);
    await expect(voided).rejects.toThrow('stay');
  });

  it('is not by the implementer', async () => {
    const swap = await approved();
    await expect(set(swap, 'implementer_id = $2', await personId(app, 'manager'))).rejects.toThrow('cannot implement');
    const roles = (value: string) => sql(`UPDATE person SET roles = $1 WHERE subject = 'validator'`, [value]);
    await expect(schedule(swap, 'validator')).rejects.toThrow('by a platform engineer');
    await roles('{VALIDATOR,PLATFORM_ENGINEER}');
    await schedule(swap, 'validator');
    await expect(approve(swap, 'validator', { role: 'VALIDATOR' })).rejects.toThrow('cannot approve');
    await roles('{VALIDATOR}');
  });
});

describe('a request', () => {
  it('begins as a draft, or as a fail-over to a tested fallback', async () => {
    const swap = await draft();
    const copy = (state: string, failOver: boolean) =>
      sql(
        `INSERT INTO swap_request (id, tool_id, from_model_id, to_release_id, to_model_id, state, change_type, fail_over, requested_by,
           contributors, digest, policy_version, justification, implementer_id, submitted_at, review_due_at, created_at, updated_at)
         SELECT gen_random_uuid(), tool_id, from_model_id, to_release_id, to_model_id, $2, 'EMERGENCY', $3, requested_by,
           contributors, digest, 1, 'now', requested_by, now(), now(), now(), now() FROM swap_request WHERE id = $1`,
        [swap.id, state, failOver],
      );
    await expect(copy('IN_REVIEW', true)).rejects.toThrow('tested fallback');
    await expect(copy('APPROVED', false)).rejects.toThrow('begins as a draft');
  });

  it('keeps its author, tool and nature', async () => {
    const swap = await draft();
    const manager = await personId(app, 'manager');
    await expect(set(swap, 'requested_by = $2', manager)).rejects.toThrow('does not change');
    await expect(set(swap, 'contributors = ARRAY[$2::uuid]', manager)).rejects.toThrow('does not change');
    await expect(set(swap, 'fail_over = true')).rejects.toThrow('does not change');
    await expect(set(swap, 'tool_id = $2', (await aBench(app)).tool.id)).rejects.toThrow('does not change');
    await expect(sql('DELETE FROM swap_request')).rejects.toThrow('permission denied');
  });

  it('changes its content with its revision, and not once it is decided', async () => {
    const bench = await aBench(app, 'MEDIUM');
    const swap = await (await aSwap(app, bench)).approved('manager', 'manager-2');
    await expect(set(swap, `change_type = 'STANDARD'`)).rejects.toThrow('another revision');
    await expect(set(swap, 'to_model_id = $2', bench.spare.id)).rejects.toThrow('another revision');
    await expect(set(swap, 'revision = revision - 1')).rejects.toThrow('another revision');
    await expect(set(swap, 'revision = revision + 1')).rejects.toThrow('does not change');
    await expect(set(swap, 'policy_version = NULL')).rejects.toThrow('keeps the policy');
  });

  it('takes no step that is not one, and none without its approvals', async () => {
    const swap = await assessed();
    const to = (state: string) => set(swap, `state = $2`, state);
    for (const state of ['DRAFT', 'SUBMITTED', 'SCHEDULED', 'IN_ROLLOUT', 'IN_REVIEW', 'COMPLETED', 'EXPIRED'])
      await expect(to(state)).rejects.toThrow('not one of a swap request');
    await expect(to('APPROVED')).rejects.toThrow('approvals for this content are missing');
    await approve(swap, 'manager');
    await expect(to('APPROVED')).rejects.toThrow('approvals for this content are missing');
    await approve(swap, 'manager-2');
    const holds = (days: number) =>
      set(swap, `state = 'APPROVED', approved_at = updated_at, expires_at = updated_at + $2 * interval '1 day'`, days);
    await expect(to('APPROVED')).rejects.toThrow('as long as the policy says');
    await expect(holds(31)).rejects.toThrow('as long as the policy says');
    await holds(30);
  });

  it('goes on only while approvers hold the role', async () => {
    const swap = await approved();
    const roles = (value: string) => sql(`UPDATE person SET roles = $1 WHERE subject = 'manager-2'`, [value]);
    await roles('{AUDITOR}');
    await expect(schedule(swap)).rejects.toThrow('approvals for this content are missing');
    await roles('{MANAGER}');
  });

  it('goes on only until the approval expires, and nobody puts that off', async () => {
    const swap = await approved();
    await expect(schedule(swap, 'platform', ', updated_at = expires_at')).rejects.toThrow('has expired');
    await expect(set(swap, `expires_at = expires_at + interval '1 year'`)).rejects.toThrow('written with the approval');
    await schedule(swap);
    const rollout = `state = 'IN_ROLLOUT', stage = 'SHADOW', updated_at = expires_at`;
    await expect(set(swap, rollout)).rejects.toThrow('has expired');
  });

  it('goes on only from the model that it would replace', async () => {
    const bench = await aBench(app, 'MEDIUM');
    const swap = await (await aSwap(app, bench)).approved('manager', 'manager-2');
    const { body: spare } = await app.http.get(`/v1/models/${bench.spare.id}`).set(app.as('auditor'));
    const { tool } = await swap.read();
    await movePrimary(app, { tool: tool.name, to: spare.name, at: '2026-07-02T10:00:00Z' });
    await expect(schedule(swap)).rejects.toThrow('another model serves the tool');
  });

  it('of an emergency ends with its review, and its moments stay', async () => {
    const swap = await (await aSwap(app, await aBench(app, 'MEDIUM'), { changeType: 'EMERGENCY' })).moved('manager');
    await expect(set(swap, `state = 'COMPLETED', finished_at = now()`)).rejects.toThrow('reviewed by another person');
    await expect(set(swap, `moved_at = now()`)).rejects.toThrow('does not change');
    await swap.approve('manager-2');
    await swap.take('tool-owner', 'complete');
    await expect(set(swap, `finished_at = now()`)).rejects.toThrow('does not change');
  });

  it('keeps its history', async () => {
    for (const table of ['swap_event', 'swap_comment']) {
      await expect(sql(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
      await expect(sql(`UPDATE ${table} SET id = id`)).rejects.toThrow('permission denied');
    }
  });
});
