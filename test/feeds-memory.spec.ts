import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from './support/database.js';

const PAYLOADS = 4;
const GROWTH_MB = 150;

describe('memory of imports', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it(`grows by no more than ${GROWTH_MB} MB over ${PAYLOADS} payloads of 2 MB in one process`, async () => {
    const args = ['--expose-gc', '--import', './test/support/typescript.js', 'test/support/import-many.ts'];
    const child = spawn(process.execPath, [...args, String(PAYLOADS)], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        LOG_LEVEL: 'silent',
        WORKERS: 'false',
        SECRET_KEY: 'a secret of the tests, long enough for all',
        DATABASE_URL: database.url,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect({ growthMb: expect.any(Number) }).toEqual(out === '' ? err : JSON.parse(out));
    expect(JSON.parse(out).growthMb).toBeLessThan(GROWTH_MB);
  }, 300_000);
});
