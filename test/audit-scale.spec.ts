import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { AuditReader } from '../src/audit/audit.reader.js';
import { ChainVerifier, linkHash } from '../src/audit/domain/chain.js';
import { canonicalJson } from '../src/audit/domain/canonical-json.js';
import { newId } from '../src/kernel/id.js';
import { createTestDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';

const EVENTS = 100_000;

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  const owner = new Client({ connectionString: test.url });
  await owner.connect();
  let prevHash = '0'.repeat(64);
  const at = new Date(0).toISOString();
  for (let start = 1; start <= EVENTS; start += 10_000) {
    const rows = Array.from({ length: 10_000 }, (_, index) => {
      const body = canonicalJson({
        id: newId(),
        kind: 'model.updated',
        subject: { type: 'model', id: newId() },
        actor: null,
      });
      const link = { position: start + index, at, body, prevHash };
      prevHash = linkHash(link);
      return { ...link, hash: prevHash };
    });
    await owner.query(
      `INSERT INTO audit_event (position, at, body, prev_hash, hash)
       SELECT position, at, body, decode("prevHash", 'hex'), decode(hash, 'hex')
       FROM json_to_recordset($1) AS row (position bigint, at timestamptz, body text, "prevHash" text, hash text)`,
      [JSON.stringify(rows)],
    );
  }
  await owner.end();
}, 60_000);

afterAll(() => test.drop());

it(`verifies ${EVENTS} events in batches, holding none of them`, async () => {
  const reader = new AuditReader(await test.open());
  const verifier = new ChainVerifier();
  for await (const link of reader.chain()) verifier.add(link);
  expect(verifier.verdict()).toMatchObject({ intact: true, events: EVENTS });
});
