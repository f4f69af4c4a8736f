import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';

/** What the migrations alone decide, because entities say nothing about it: constraints, indexes, defaults, comments. */
const MIGRATIONS_ALONE = [
  /^ALTER TABLE "\w+" DROP CONSTRAINT /,
  /^DROP INDEX /,
  /^ALTER TABLE "\w+" ALTER COLUMN "\w+" DROP DEFAULT$/,
  /^COMMENT ON /,
];

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});

afterAll(() => test.stop());

describe('the schema that the migrations make', () => {
  it('has every table and column of the entities, with their types', async () => {
    const { upQueries } = await test.app.get(DataSource).driver.createSchemaBuilder().log();
    const drift = upQueries
      .map(({ query }) => query)
      .filter((query) => !MIGRATIONS_ALONE.some((each) => each.test(query)));
    expect(drift).toEqual([]);
  });

  it('gives every constraint of the product a name of its own choice', async () => {
    const unnamed = await test.db.dataSource.query<{ name: string }[]>(
      `select conname as name from pg_constraint
        where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'p', 'u', 'x')
          and conname !~ '_(ck|fk|pk|uq|ex|xc)$' and conrelid::regclass::text <> 'migrations'`,
    );
    expect(unnamed).toEqual([]);
  });
});
