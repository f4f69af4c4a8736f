import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/database/data-source.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { createTestDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';

/** What the migrations alone decide, because entities say nothing about it: constraints, indexes, defaults, comments. */
const MIGRATIONS_ALONE = [
  /^ALTER TABLE "\w+" DROP CONSTRAINT /,
  /^DROP INDEX /,
  /^ALTER TABLE "\w+" ALTER COLUMN "\w+" DROP DEFAULT$/,
  /^COMMENT ON /,
];
/** Expressions of generated columns are the migrations' as well; the entities know them as columns that nobody writes. */
const GENERATED = `select attrelid::regclass::text as "table", attname as "column" from pg_attribute
  join pg_class on pg_class.oid = attrelid where attgenerated = 's' and relnamespace = 'public'::regnamespace`;

let app: TestApp;
let migrated: TestDatabase;

beforeAll(async () => {
  [app, migrated] = await Promise.all([startTestApp(), createTestDatabase()]);
});

afterAll(() => Promise.all([app.stop(), migrated.drop()]));

/** Opened with the entities that the application has loaded, as the role that may change the schema. */
async function owner(): Promise<DataSource> {
  const entities = app.app.get(DataSource).entityMetadatas.map(({ target }) => target);
  const options = dataSourceOptions({ url: migrated.url, poolSize: 2, asLoginRole: true });
  return new DataSource({ ...options, entities }).initialize();
}

describe('the schema that the migrations make', () => {
  it('has every table and column of the entities, with their types', async () => {
    const dataSource = await owner();
    for (const { table, column } of await dataSource.query<{ table: string; column: string }[]>(GENERATED))
      await dataSource.query(`alter table ${table} alter column ${column} drop expression`);
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    const drift = upQueries
      .map(({ query }) => query)
      .filter((query) => !MIGRATIONS_ALONE.some((each) => each.test(query)));
    expect(drift).toEqual([]);
  });

  it('gives every constraint of the product a name of its own choice', async () => {
    const unnamed = await app.db.dataSource.query<{ name: string }[]>(
      `select conname as name from pg_constraint
        where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'p', 'u', 'x')
          and conname !~ '_(ck|fk|pk|uq|ex|xc)$' and conrelid::regclass::text <> 'migrations'`,
    );
    expect(unnamed).toEqual([]);
  });
});
