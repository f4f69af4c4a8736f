import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../src/database/database.js';
import { statement } from '../src/database/statement.js';
import { newId } from '../src/kernel/id.js';
import { PolicyProposalEntity } from '../src/policy/policy-proposal.entity.js';
import { createTestDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';

const INSERT = `insert into person (id, issuer, subject, display_name) values ($1, 'test', $2, $3)`;

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await test.open();
  await database.transaction((tx) => tx.manager.query(INSERT, [newId(), 'a', 'Ann']));
});

afterAll(() => test.drop());

describe('statements of one transaction', () => {
  const WAIT = statement('test.wait', 'select pg_sleep(0.1)');
  const FAIL = statement('test.fail', 'select 1 / 0');
  const NOTE = statement('test.note', `update person set email = coalesce(email, '') || $1 where subject = 'a'`);
  const NOTES = statement<{ email: string }>('test.notes', `select email from person where subject = 'a'`);

  it('are run in the order in which they are asked for at once', async () => {
    const notes = await database.transaction(async (tx) => {
      await Promise.all(['1', '2', '3'].map((note) => tx.run(NOTE, [note])));
      return tx.one(NOTES, []);
    });
    expect(notes).toEqual({ email: '123' });
  });

  it('fail with the first that fails, and undo the others', async () => {
    const work = database.transaction((tx) =>
      Promise.all([tx.run(NOTE, ['4']), tx.run(FAIL, []), tx.run(NOTE, ['5'])]),
    );
    await expect(work).rejects.toThrow('division by zero');
    await expect(database.read(NOTES, [])).resolves.toEqual([{ email: '123' }]);
  });

  it('fail with the first that fails, however deep it is asked for', async () => {
    const deep = async <T>(depth: number, ask: () => Promise<T>): Promise<T> =>
      depth === 0 ? ask() : deep(depth - 1, ask).then((found) => found);
    for (let n = 0; n < 20; n += 1) {
      const work = database.transaction((tx) =>
        Promise.all([deep(n, () => tx.run(FAIL, [])), tx.run(NOTE, ['4']), tx.run(NOTES, [])]),
      );
      await expect(work).rejects.toThrow('division by zero');
    }
  });

  it('never reach a session that the transaction has given back', async () => {
    let late: Promise<unknown> = Promise.resolve();
    const work = database.transaction(async (tx) => {
      late = tx.run(WAIT, []).then(() => tx.run(NOTE, ['6']));
      late.catch(() => undefined);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    await expect(late).rejects.toThrow('The transaction is over: test.note');
    await expect(database.read(NOTES, [])).resolves.toEqual([{ email: '123' }]);
  });
});

describe('insert', () => {
  const POLICY = statement<{ document: unknown; reason: string; version: number }>(
    'test.proposal',
    'select document, changes, reason, version, decided_at from policy_proposal where id = $1',
  );

  it('writes lists as JSON or as an array, as the column is, and leaves defaults to the database', async () => {
    const id = newId();
    const proposedBy = newId();
    await database.transaction(async (tx) => {
      await tx.manager.query(INSERT, [proposedBy, 'p', 'Pia']);
      await tx.manager.query(`insert into policy_version (version, document, effective_at) values (1, '{}', now())`);
      await tx.manager.query(`update person set roles = '{MANAGER}' where id = $1`, [proposedBy]);
      const given = { id, proposedBy, proposedAt: new Date(), baseVersion: 1, reason: 'Why not.' };
      const row = { ...given, document: [1, { a: null }], changes: {}, state: 'OPEN', decidedAt: null };
      await tx.insert(PolicyProposalEntity, Object.assign(new PolicyProposalEntity(), row));
    });
    const found = await database.readOne(POLICY, [id]);
    const written = { document: [1, { a: null }], changes: {}, reason: 'Why not.', version: 1 };
    expect(found).toEqual({ ...written, decided_at: null });
  });

  it('takes entities alone', async () => {
    class Stranger {
      id = newId();
    }
    const work = database.transaction((tx) => tx.insert(Stranger, new Stranger()));
    await expect(work).rejects.toThrow('Stranger is no entity with a table.');
  });
});
