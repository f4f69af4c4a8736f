import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { aModel, make, makeApprovedModel, startPortfolioApp } from './support/portfolio.js';
import { personId, sqlOf } from './support/sql.js';
import type { Sql } from './support/sql.js';

/** Everything here is written as the application's own role, past the application. */
let app: TestApp;
let sql: Sql;

beforeAll(async () => {
  app = await startPortfolioApp();
  sql = sqlOf(app);
});
afterAll(() => app.stop());

describe('a model', () => {
  const set = (id: string, fields: string, ...values: readonly unknown[]) =>
    sql(`UPDATE model SET ${fields} WHERE id = $1`, [id, ...values]);

  it('is approved by a manager or validator who did not register it, before it is used', async () => {
    const { id } = await make(app, 'platform', '/v1/models', aModel());
    const approve = `lifecycle = 'APPROVED', approved_at = now(), approved_by = $2`;
    await expect(set(id, approve, await personId(app, 'platform'))).rejects.toThrow('did not register it');
    await expect(set(id, approve, await personId(app, 'auditor'))).rejects.toThrow('did not register it');
    await expect(set(id, `lifecycle = 'APPROVED'`)).rejects.toThrow('did not register it');
    await expect(set(id, `lifecycle = 'IN_USE'`)).rejects.toThrow('before it is used');
    const validator = await personId(app, 'validator');
    await expect(set(id, 'registered_by = $2', validator)).rejects.toThrow('who registered a model does not change');
    await set(id, approve, validator);
  });

  it('keeps who approved it, and stays retired', async () => {
    const { id } = await makeApprovedModel(app);
    await expect(set(id, 'approved_by = $2', await personId(app, 'manager'))).rejects.toThrow('approved once');
    await set(id, `lifecycle = 'RETIRED'`);
    await expect(set(id, `lifecycle = 'IN_USE'`)).rejects.toThrow('approved once');
  });

  it('begins as a proposal', async () => {
    const { id } = await make(app, 'platform', '/v1/models', aModel());
    const copy = (lifecycle: string) =>
      sql(
        `INSERT INTO model (id, name, release_id, lifecycle, owner_team, steward_id, registered_by, hosting, max_data_class)
         SELECT gen_random_uuid(), name || $2, release_id, $2, owner_team, steward_id, registered_by, hosting, max_data_class
         FROM model WHERE id = $1`,
        [id, lifecycle],
      );
    await expect(copy('APPROVED')).rejects.toThrow('begins as a proposal');
    await copy('PROPOSED');
  });
});

describe('the policy', () => {
  const propose = async (minimumReleaseAgeDays: number): Promise<string> => {
    const body = { changes: { minimumReleaseAgeDays }, reason: 'because' };
    return (await app.http.post('/v1/policy/proposals').set(app.as('manager')).send(body).expect(201)).body.id;
  };
  const decide = async (id: string, who: string, fields = '') =>
    sql(`UPDATE policy_proposal SET state = 'APPROVED', decided_at = now(), decided_by = $2 ${fields} WHERE id = $1`, [
      id,
      await personId(app, who),
    ]);
  const enact = (id: string, proposer = 'proposed_by', approver = 'decided_by') =>
    sql(
      `INSERT INTO policy_version (version, document, proposed_by, approved_by, effective_at)
       SELECT base_version + 1, document, ${proposer}, ${approver}, now() FROM policy_proposal WHERE id = $1`,
      [id],
    );

  it('is approved by another manager, as it was proposed', async () => {
    const id = await propose(21);
    await expect(decide(id, 'manager')).rejects.toThrow('another manager');
    await expect(decide(id, 'auditor')).rejects.toThrow('another manager');
    await expect(decide(id, 'manager-2', `, document = '{}'`)).rejects.toThrow('as it was written');
    await expect(enact(id)).rejects.toThrow('approved by another');
    await expect(enact(id, 'NULL', 'NULL')).rejects.toThrow('approved by another');
    await decide(id, 'manager-2');
    await expect(decide(id, 'manager-2')).rejects.toThrow('decided once');
    await expect(enact(id, 'NULL', 'NULL')).rejects.toThrow('approved by another');
    await enact(id);
    const { body } = await app.http.get('/v1/policy').set(app.as('auditor'));
    expect([body.version, body.document.minimumReleaseAgeDays]).toEqual([2, 21]);
  });

  it('keeps every version and proposal as it was', async () => {
    await propose(30);
    await expect(sql(`UPDATE policy_version SET document = '{}'`)).rejects.toThrow('never changed');
    await expect(sql(`DELETE FROM policy_version`)).rejects.toThrow('never changed');
    await expect(sql(`DELETE FROM policy_proposal WHERE state = 'OPEN'`)).rejects.toThrow('decided once');
    const begun = sql(
      `INSERT INTO policy_proposal (id, base_version, document, changes, reason, state, proposed_by, proposed_at, decided_at)
       SELECT gen_random_uuid(), base_version, document, changes, reason, 'REJECTED', proposed_by, now(), now()
       FROM policy_proposal WHERE state = 'OPEN'`,
    );
    await expect(begun).rejects.toThrow('begins open');
  });
});
