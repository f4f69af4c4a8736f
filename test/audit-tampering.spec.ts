import { createPublicKey, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditTrail } from '../src/audit/audit-trail.reader.js';
import { verdictSentence, verifyExport } from '../src/audit/audit-export.js';
import { openCheckpoint } from '../src/audit/checkpoint.js';
import { exportLine, linkHash } from '../src/audit/domain/chain.js';
import type { Link } from '../src/audit/domain/chain.js';
import { parseEnv, withValues } from '../src/config/env.js';
import { newId } from '../src/kernel/id.js';
import { startTrail } from './support/audit-trail.js';
import { figuresOf, measured } from './support/faults.js';
import type { TrailBench } from './support/audit-trail.js';

const SEED = 20_261_123;
const EVENTS = 46;
const { edits: EDITS } = figuresOf('audit-trail');
const REWRITES = 10;

let bench: TrailBench;
let folder: string;

beforeAll(async () => {
  bench = await startTrail();
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
});

afterAll(async () => {
  await bench.stop();
  await rm(folder, { recursive: true });
});

describe(`${EDITS} edits by a superuser`, () => {
  let random: () => number;
  let all: Link[];

  beforeAll(async () => {
    let state = SEED;
    random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    await Promise.all(Array.from({ length: EVENTS }, () => bench.write()));
    all = await bench.links();
    await bench.superuser.query(`ALTER TABLE audit_event DISABLE TRIGGER ALL`);
  });

  const pick = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const set = (position: number, assignment: string, value: unknown): Promise<unknown> =>
    bench.superuser.query(`UPDATE audit_event SET ${assignment} = $2 WHERE position = $1`, [position, value]);

  /** Rewrites every row from `start` on, so that the chain itself is flawless again. */
  async function relink(start: number): Promise<void> {
    const { rows } = await bench.superuser.query<{ position: string; at: Date; body: string; hash: Buffer }>(
      `SELECT position, at, body, hash FROM audit_event ORDER BY position`,
    );
    let prevHash = '0'.repeat(64);
    for (const { position, at, body, hash } of rows) {
      const link = { position: Number(position), at: at.toISOString(), body, prevHash };
      if (link.position < start) prevHash = hash.toString('hex');
      else {
        const fresh = linkHash(link);
        await bench.superuser.query(
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
      await bench.superuser.query(
        `UPDATE audit_event SET body = replace(body, '"detail":', '"detail_":') WHERE position = $1`,
        [n],
      );
      return n;
    },
    'update the actor': async (n) => {
      await bench.superuser.query(
        `UPDATE audit_event SET body = jsonb_set(body::jsonb, '{actor}', '{"personId":"${newId()}"}')::text WHERE position = $1`,
        [n],
      );
      return n;
    },
    'update the time': (n) => set(n, 'at', new Date(0)).then(() => n),
    'update a hash': (n) => set(n, 'hash', randomBytes(32)).then(() => n),
    'update a link': (n) => set(n, 'prev_hash', randomBytes(32)).then(() => n),
    'delete one': async (n) => {
      await bench.superuser.query(`DELETE FROM audit_event WHERE position = $1`, [n]);
      return n;
    },
    'delete one and close the gap': async (n, last) => {
      await bench.superuser.query(`DELETE FROM audit_event WHERE position = $1`, [n]);
      await bench.superuser.query(`UPDATE audit_event SET position = -position WHERE position > $1`, [n]);
      await bench.superuser.query(`UPDATE audit_event SET position = -position - 1 WHERE position < 0`);
      return n < last ? n : last;
    },
    'insert one': async (n, last) => {
      await bench.superuser.query(`UPDATE audit_event SET position = -position WHERE position >= $1`, [n]);
      await bench.superuser.query(`UPDATE audit_event SET position = -position + 1 WHERE position < 0`);
      const source = n === 1 ? last + 1 : 1;
      await bench.superuser.query(
        `INSERT INTO audit_event (position, at, body, prev_hash, hash)
         SELECT $1, at, jsonb_set(body::jsonb, '{id}', to_jsonb($2::text))::text, prev_hash, hash FROM audit_event WHERE position = $3`,
        [n, newId(), source],
      );
      return n;
    },
    'swap two': async (n, last) => {
      const other = n === last ? 1 : pick(n + 1, last);
      await bench.superuser.query(`UPDATE audit_event SET position = 0 WHERE position = $1`, [n]);
      await bench.superuser.query(`UPDATE audit_event SET position = $1 WHERE position = $2`, [n, other]);
      await bench.superuser.query(`UPDATE audit_event SET position = $1 WHERE position = 0`, [other]);
      return Math.min(n, other);
    },
    'truncate the tail': async (n) => {
      await bench.superuser.query(`DELETE FROM audit_event WHERE position >= $1`, [n]);
      return n;
    },
    'truncate all': async () => {
      await bench.superuser.query(`TRUNCATE audit_event`);
      return 1;
    },
  };

  async function restore(): Promise<void> {
    await bench.superuser.query(`TRUNCATE audit_event`);
    await bench.superuser.query(
      `INSERT INTO audit_event (position, at, body, prev_hash, hash)
       SELECT position, at, body, decode("prevHash", 'hex'), decode(hash, 'hex')
       FROM json_to_recordset($1) AS row (position bigint, at timestamptz, body text, "prevHash" text, hash text)`,
      [JSON.stringify(all)],
    );
  }

  it('are all found, and the first bad position is named', async () => {
    const { checkpoint } = await bench.trail.checkpoint();
    const last = all.length;
    const kinds = Object.entries(edits);
    for (let round = 0; round < EDITS; round += 1) {
      const [name, edit] = kinds[round % kinds.length] ?? ['', () => Promise.resolve(0)];
      const expected = await edit(pick(1, last), last);
      const verdict = await bench.trail.verify([checkpoint]);
      expect({ name, ...verdict }).toMatchObject({ name, intact: false, firstBad: { position: expected } });
      await restore();
    }
    await expect(bench.trail.verify([checkpoint])).resolves.toMatchObject({ intact: true, vouchedUpTo: last });
    measured('audit-trail', { edits: EDITS, unseen: 0 });
  });

  it('that rewrite the whole tail are found by the signed checkpoints, which enclose the damage', async () => {
    const kept: string[] = [];
    for (const position of [10, 20, 30]) kept.push(await checkpointAt(position));
    for (let round = 0; round < REWRITES; round += 1) {
      const n = pick(1, 30);
      await bench.superuser.query(`UPDATE audit_event SET body = replace(body, 'model', 'nodel') WHERE position = $1`, [
        n,
      ]);
      await relink(n);
      await expect(bench.trail.verify()).resolves.toMatchObject({ intact: true });
      const checkpointBehind = Math.ceil(n / 10) * 10;
      await expect(bench.trail.verify(kept)).resolves.toMatchObject({
        intact: false,
        firstBad: { position: checkpointBehind, reason: 'rewritten' },
        vouchedUpTo: checkpointBehind - 10,
      });
      await restore();
    }
    measured('audit-trail', { rewrittenTails: REWRITES });
  });

  /** A checkpoint as it would have been exported when the chain ended at this position. */
  async function checkpointAt(position: number): Promise<string> {
    await bench.superuser.query(`DELETE FROM audit_event WHERE position > $1`, [position]);
    const { checkpoint } = await bench.trail.checkpoint();
    await restore();
    return checkpoint;
  }

  it('are found offline, in an export', async () => {
    const checkpoint = join(folder, 'checkpoint.json');
    await writeFile(checkpoint, JSON.stringify(await bench.trail.checkpoint()));
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
      bench.reader,
    ).checkpoint();
    await expect(bench.trail.verify([checkpoint])).rejects.toMatchObject({ code: 'checkpoint-invalid' });
    await expect(bench.trail.verify(['a.b.c'])).rejects.toMatchObject({ code: 'checkpoint-invalid' });
    const mine = await bench.trail.checkpoint();
    await expect(openCheckpoint(mine.checkpoint, createPublicKey(mine.publicKey))).resolves.toMatchObject({
      position: mine.position,
    });
  });
});
