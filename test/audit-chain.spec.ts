import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Audit, SYSTEM } from '../src/audit/audit.writer.js';
import { statement } from '../src/database/statement.js';
import { newId } from '../src/kernel/id.js';
import { ann, startTrail } from './support/audit-trail.js';
import type { TrailBench } from './support/audit-trail.js';

const EVENTS = 40;

let bench: TrailBench;

beforeAll(async () => {
  bench = await startTrail();
});

afterAll(() => bench.stop());

describe('the trail', () => {
  it('keeps who, by which token, what, and before and after of each changed field', async () => {
    const before = { name: 'gemma', hosting: 'IN_HOUSE', tags: ['a'] };
    await bench.write({ before, after: { ...before, name: 'Gemma 3', pool: null }, detail: { reason: 'typo' } });
    const { items } = await bench.reader.list({ limit: 1, sort: 'position', descending: true, after: null }, {});
    expect(JSON.parse(items[0]?.body ?? '')).toMatchObject({
      kind: 'model.updated',
      actor: { personId: ann.personId, tokenId: ann.tokenId },
      changes: { name: { before: 'gemma', after: 'Gemma 3' } },
      detail: { reason: 'typo' },
    });
    expect(Object.keys(JSON.parse(items[0]?.body ?? '{}').changes)).toEqual(['name']);
  });

  it('takes text that no database text can hold, and still verifies', async () => {
    await bench.write({
      actor: SYSTEM,
      detail: { text: 'a\u0000b\uD800c \u{1F600} ü', __proto__: 1, n: 1e21, at: new Date(0) },
    });
    await expect(bench.trail.verify()).resolves.toMatchObject({ intact: true });
  });

  it('has no fork and no gap under concurrent writers', async () => {
    await Promise.all(Array.from({ length: EVENTS }, () => bench.write()));
    const all = await bench.links();
    expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => index + 1));
    await expect(bench.trail.verify()).resolves.toMatchObject({ intact: true, events: all.length });
  });

  it('filters by actor, subject, kind and time', async () => {
    const id = newId();
    await bench.write({ kind: 'swap.approved', subject: { type: 'swap', id }, actor: SYSTEM });
    const all = { limit: 100, sort: 'position', descending: false, after: null };
    const total = async (filters: object): Promise<number> => (await bench.reader.list(all, filters)).total;
    expect(await total({ subject: id })).toBe(1);
    expect(await total({ subject: `swap:${id}`, kind: 'swap.' })).toBe(1);
    expect(await total({ subject: `model:${id}` })).toBe(0);
    expect(await total({ kind: 'swap' })).toBe(0);
    expect(await total({ actor: ann.personId })).toBe(EVENTS + 1);
    expect(await total({ to: new Date(0) })).toBe(0);
  });
});

describe('a change without its trail', () => {
  it('does not happen when the record cannot be written', async () => {
    await bench.superuser.query(
      `ALTER TABLE audit_event ADD CONSTRAINT full_disk CHECK (kind <> 'vendor.registered') NOT VALID`,
    );
    const id = newId();
    const change = bench.database.transaction(async (tx) => {
      await tx.manager.query(`INSERT INTO person (id, issuer, subject, display_name) VALUES ($1, 'test', 'p', 'P')`, [
        id,
      ]);
      await new Audit().record(tx, { kind: 'vendor.registered', subject: { type: 'person', id }, actor: ann });
    });
    await expect(change).rejects.toThrow(/full_disk/);
    const rows = await bench.database.read(statement('test.person', 'SELECT 1 FROM person WHERE id = $1'), [id]);
    expect(rows).toEqual([]);
    await bench.superuser.query(`ALTER TABLE audit_event DROP CONSTRAINT full_disk`);
  });
});

describe('the application role', () => {
  it.each([
    `UPDATE audit_event SET body = body`,
    `DELETE FROM audit_event`,
    `TRUNCATE audit_event`,
    `INSERT INTO audit_event (position, at, body, prev_hash, hash) VALUES (0, now(), '{}', '', '')`,
    `ALTER TABLE audit_event DISABLE TRIGGER ALL`,
    `DROP TABLE audit_event`,
    `DELETE FROM audit_intake`,
    `CREATE OR REPLACE FUNCTION audit_append() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$`,
  ])('is refused: %s', async (sql) => {
    await expect(bench.database.pool.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([`UPDATE audit_event SET body = body`, `DELETE FROM audit_event`, `TRUNCATE audit_event`])(
    'the triggers refuse even the owner: %s',
    async (sql) => {
      await bench.superuser.query(`SET session_replication_role = replica`);
      await expect(bench.superuser.query(sql)).rejects.toThrow(/append-only/);
      await bench.superuser.query(`SET session_replication_role = DEFAULT`);
    },
  );
});
