import { createPublicKey, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { AuditReader } from '../src/audit/audit.reader.js';
import { AuditTrail } from '../src/audit/audit-trail.reader.js';
import { verdictSentence, verifyExport } from '../src/audit/audit-export.js';
import { Audit, SYSTEM } from '../src/audit/audit.writer.js';
import type { AuditRecord } from '../src/audit/audit.writer.js';
import { openCheckpoint } from '../src/audit/checkpoint.js';
import { exportLine, linkHash } from '../src/audit/domain/chain.js';
import type { Link } from '../src/audit/domain/chain.js';
import { parseEnv, withValues } from '../src/config/env.js';
import type { Database } from '../src/database/database.js';
import { statement } from '../src/database/statement.js';
import type { Actor } from '../src/kernel/actor.js';
import { newId } from '../src/kernel/id.js';
import { createTestDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';

const SEED = 20_261_123;
const EVENTS = 40;
const EDITS = 200;
const audit = new Audit();
const ann: Actor = { personId: newId(), displayName: 'Ann', roles: [], teams: [], tokenId: newId() };

let test: TestDatabase;
let database: Database;
let reader: AuditReader;
let trail: AuditTrail;
let superuser: Client;
let folder: string;

const write = (record: Partial<AuditRecord> = {}): Promise<void> =>
  database.transaction((tx) =>
    audit.record(tx, { kind: 'model.updated', subject: { type: 'model', id: newId() }, actor: ann, ...record }),
  );

async function links(): Promise<Link[]> {
  const found: Link[] = [];
  for await (const link of reader.chain()) found.push(link);
  return found;
}

beforeAll(async () => {
  test = await createTestDatabase();
  database = await test.open();
  reader = new AuditReader(database);
  trail = new AuditTrail(withValues(parseEnv({}), { secretKey: randomBytes(32).toString('hex') }), reader);
  superuser = new Client({ connectionString: test.url });
  await superuser.connect();
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
});

afterAll(async () => {
  await superuser.end();
  await test.drop();
  await rm(folder, { recursive: true });
});

describe('the trail', () => {
  it('keeps who, by which token, what, and before and after of each changed field', async () => {
    const before = { name: 'gemma', hosting: 'IN_HOUSE', tags: ['a'] };
    await write({ before, after: { ...before, name: 'Gemma 3', pool: null }, detail: { reason: 'typo' } });
    const { items } = await reader.list({ limit: 1, sort: 'position', descending: true, after: null }, {});
    expect(JSON.parse(items[0]?.body ?? '')).toMatchObject({
      kind: 'model.updated',
      actor: { personId: ann.personId, tokenId: ann.tokenId },
      changes: { name: { before: 'gemma', after: 'Gemma 3' } },
      detail: { reason: 'typo' },
    });
    expect(Object.keys(JSON.parse(items[0]?.body ?? '{}').changes)).toEqual(['name']);
  });

  it('takes text that no database text can hold, and still verifies', async () => {
    await write({
      actor: SYSTEM,
      detail: { text: 'a\u0000b\uD800c \u{1F600} ü', __proto__: 1, n: 1e21, at: new Date(0) },
    });
    await expect(trail.verify()).resolves.toMatchObject({ intact: true });
  });

  it('has no fork and no gap under concurrent writers', async () => {
    await Promise.all(Array.from({ length: EVENTS }, () => write()));
    const all = await links();
    expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => index + 1));
    await expect(trail.verify()).resolves.toMatchObject({ intact: true, events: all.length });
  });

  it('filters by actor, subject, kind and time', async () => {
    const id = newId();
    await write({ kind: 'swap.approved', subject: { type: 'swap', id }, actor: SYSTEM });
    const all = { limit: 100, sort: 'position', descending: false, after: null };
    const total = async (filters: object): Promise<number> => (await reader.list(all, filters)).total;
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
    await superuser.query(
      `ALTER TABLE audit_event ADD CONSTRAINT full_disk CHECK (kind <> 'vendor.registered') NOT VALID`,
    );
    const id = newId();
    const change = database.transaction(async (tx) => {
      await tx.manager.query(`INSERT INTO person (id, issuer, subject, display_name) VALUES ($1, 'test', 'p', 'P')`, [
        id,
      ]);
      await audit.record(tx, { kind: 'vendor.registered', subject: { type: 'person', id }, actor: ann });
    });
    await expect(change).rejects.toThrow(/full_disk/);
    const rows = await database.read(statement('test.person', 'SELECT 1 FROM person WHERE id = $1'), [id]);
    expect(rows).toEqual([]);
    await superuser.query(`ALTER TABLE audit_event DROP CONSTRAINT full_disk`);
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
    await expect(database.pool.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([`UPDATE audit_event SET body = body`, `DELETE FROM audit_event`, `TRUNCATE audit_event`])(
    'the triggers refuse even the owner: %s',
    async (sql) => {
      await superuser.query(`SET session_replication_role = replica`);
      await expect(superuser.query(sql)).rejects.toThrow(/append-only/);
      await superuser.query(`SET session_replication_role = DEFAULT`);
    },
  );
});

describe(`${EDITS} edits by a superuser`, () => {
  let random: () => number;
  let all: Link[];

  beforeAll(async () => {
    let state = SEED;
    random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    all = await links();
    await superuser.query(`ALTER TABLE audit_event DISABLE TRIGGER ALL`);
  });

  const pick = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const set = (position: number, assignment: string, value: unknown): Promise<unknown> =>
    superuser.query(`UPDATE audit_event SET ${assignment} = $2 WHERE position = $1`, [position, value]);

  /** Rewrites every row from `start` on, so that the chain itself is flawless again. */
  async function relink(start: number): Promise<void> {
    const { rows } = await superuser.query<{ position: string; at: Date; body: string; hash: Buffer }>(
      `SELECT position, at, body, hash FROM audit_event ORDER BY position`,
    );
    let prevHash = '0'.repeat(64);
    for (const { position, at, body, hash } of rows) {
      const link = { position: Number(position), at: at.toISOString(), body, prevHash };
      if (link.position < start) prevHash = hash.toString('hex');
      else {
        const fresh = linkHash(link);
        await superuser.query(
          `UPDATE audit_event SET prev_hash = decode($2, 'hex'), hash = decode($3, 'hex') WHERE position = $1`,
          [position, prevHash, fresh],
        );
        prevHash = fresh;
      }
    }
  }

  /** Each returns the first position that must be named, given a checkpoint at the head. */
  const edits: Record<string, (n: number, last: number) => Promise<number>> = {
    'update the text': async (n) => {
      await superuser.query(
        `UPDATE audit_event SET body = replace(body, '"detail":', '"detail_":') WHERE position = $1`,
        [n],
      );
      return n;
    },
    'update the actor': async (n) => {
      await superuser.query(
        `UPDATE audit_event SET body = jsonb_set(body::jsonb, '{actor}', '{"personId":"${newId()}"}')::text WHERE position = $1`,
        [n],
      );
      return n;
    },
    'update the time': (n) => set(n, 'at', new Date(0)).then(() => n),
    'update a hash': (n) => set(n, 'hash', randomBytes(32)).then(() => n),
    'update a link': (n) => set(n, 'prev_hash', randomBytes(32)).then(() => n),
    'delete one': async (n) => {
      await superuser.query(`DELETE FROM audit_event WHERE position = $1`, [n]);
      return n;
    },
    'delete one and close the gap': async (n, last) => {
      await superuser.query(`DELETE FROM audit_event WHERE position = $1`, [n]);
      await superuser.query(`UPDATE audit_event SET position = -position WHERE position > $1`, [n]);
      await superuser.query(`UPDATE audit_event SET position = -position - 1 WHERE position < 0`);
      return n < last ? n : last;
    },
    'insert one': async (n, last) => {
      await superuser.query(`UPDATE audit_event SET position = -position WHERE position >= $1`, [n]);
      await superuser.query(`UPDATE audit_event SET position = -position + 1 WHERE position < 0`);
      const source = n === 1 ? last + 1 : 1;
      await superuser.query(
        `INSERT INTO audit_event (position, at, body, prev_hash, hash)
         SELECT $1, at, jsonb_set(body::jsonb, '{id}', to_jsonb($2::text))::text, prev_hash, hash FROM audit_event WHERE position = $3`,
        [n, newId(), source],
      );
      return n;
    },
    'swap two': async (n, last) => {
      const other = n === last ? 1 : pick(n + 1, last);
      await superuser.query(`UPDATE audit_event SET position = 0 WHERE position = $1`, [n]);
      await superuser.query(`UPDATE audit_event SET position = $1 WHERE position = $2`, [n, other]);
      await superuser.query(`UPDATE audit_event SET position = $1 WHERE position = 0`, [other]);
      return Math.min(n, other);
    },
    'truncate the tail': async (n) => {
      await superuser.query(`DELETE FROM audit_event WHERE position >= $1`, [n]);
      return n;
    },
    'truncate all': async () => {
      await superuser.query(`TRUNCATE audit_event`);
      return 1;
    },
  };

  async function restore(): Promise<void> {
    await superuser.query(`TRUNCATE audit_event`);
    await superuser.query(
      `INSERT INTO audit_event (position, at, body, prev_hash, hash)
       SELECT position, at, body, decode("prevHash", 'hex'), decode(hash, 'hex')
       FROM json_to_recordset($1) AS row (position bigint, at timestamptz, body text, "prevHash" text, hash text)`,
      [JSON.stringify(all)],
    );
  }

  it('are all found, and the first bad position is named', async () => {
    const { checkpoint } = await trail.checkpoint();
    const last = all.length;
    const kinds = Object.entries(edits);
    for (let round = 0; round < EDITS; round += 1) {
      const [name, edit] = kinds[round % kinds.length] ?? ['', () => Promise.resolve(0)];
      const expected = await edit(pick(1, last), last);
      const verdict = await trail.verify([checkpoint]);
      expect({ name, ...verdict }).toMatchObject({ name, intact: false, firstBad: { position: expected } });
      await restore();
    }
    await expect(trail.verify([checkpoint])).resolves.toMatchObject({ intact: true, vouchedUpTo: last });
  });

  it('that rewrite the whole tail are found by the signed checkpoints, which enclose the damage', async () => {
    const kept: string[] = [];
    for (const position of [10, 20, 30]) kept.push(await checkpointAt(position));
    for (let round = 0; round < 10; round += 1) {
      const n = pick(1, 30);
      await superuser.query(`UPDATE audit_event SET body = replace(body, 'model', 'nodel') WHERE position = $1`, [n]);
      await relink(n);
      await expect(trail.verify()).resolves.toMatchObject({ intact: true });
      const checkpointBehind = Math.ceil(n / 10) * 10;
      await expect(trail.verify(kept)).resolves.toMatchObject({
        intact: false,
        firstBad: { position: checkpointBehind, reason: 'rewritten' },
        vouchedUpTo: checkpointBehind - 10,
      });
      await restore();
    }
  });

  /** A checkpoint as it would have been exported when the chain ended at this position. */
  async function checkpointAt(position: number): Promise<string> {
    await superuser.query(`DELETE FROM audit_event WHERE position > $1`, [position]);
    const { checkpoint } = await trail.checkpoint();
    await restore();
    return checkpoint;
  }

  it('are found offline, in an export', async () => {
    const checkpoint = join(folder, 'checkpoint.json');
    await writeFile(checkpoint, JSON.stringify(await trail.checkpoint()));
    const file = join(folder, 'export.ndjson');
    const lines = all.map(exportLine);
    await writeFile(file, lines.join('\n'));
    const whole = await verifyExport(file, [checkpoint]);
    expect(whole).toMatchObject({ intact: true, vouchedUpTo: all.length });
    expect(verdictSentence(whole)).toMatch(/^Intact: \d+ events/);
    await writeFile(file, lines.with(6, (lines[6] ?? '').replace('model', 'nodel')).join('\n'));
    expect(verdictSentence(await verifyExport(file))).toMatch(/^BROKEN at position 7 \(altered\)/);
    await writeFile(file, lines.slice(0, -2).join('\n'));
    await expect(verifyExport(file, [checkpoint])).resolves.toMatchObject({ firstBad: { reason: 'missing' } });
  });

  it('cannot be covered by a checkpoint that somebody else signed', async () => {
    const { checkpoint } = await new AuditTrail(
      withValues(parseEnv({}), { secretKey: 'x'.repeat(32) }),
      reader,
    ).checkpoint();
    await expect(trail.verify([checkpoint])).rejects.toMatchObject({ code: 'checkpoint-invalid' });
    await expect(trail.verify(['a.b.c'])).rejects.toMatchObject({ code: 'checkpoint-invalid' });
    const mine = await trail.checkpoint();
    await expect(openCheckpoint(mine.checkpoint, createPublicKey(mine.publicKey))).resolves.toMatchObject({
      position: mine.position,
    });
  });
});
