import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { AuditReader } from '../src/audit/audit.reader.js';
import { ChainVerifier } from '../src/audit/domain/chain.js';
import { createTestDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { figuresOf, isFull, measured } from './support/faults.js';
import { fillTrail } from './support/filled-trail.js';

const { verifiedEvents: EVENTS } = figuresOf('audit-trail');
const WITHIN_SECONDS = 10;

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  const owner = new Client({ connectionString: test.url });
  await owner.connect();
  await fillTrail(owner, EVENTS);
  await owner.end();
});

afterAll(() => test.drop());

it(`verifies ${EVENTS} events in batches, holding none of them`, async () => {
  const reader = new AuditReader(await test.open());
  const verifier = new ChainVerifier();
  const began = performance.now();
  for await (const link of reader.chain()) verifier.add(link);
  const verifySeconds = (performance.now() - began) / 1000;
  expect(verifier.verdict()).toMatchObject({ intact: true, events: EVENTS });
  measured('audit-trail', { verifiedEvents: EVENTS, verifySeconds });
  if (isFull) expect(verifySeconds).toBeLessThan(WITHIN_SECONDS);
});
