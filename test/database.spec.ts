import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import type { Database } from '../src/database/database.js';
import { isUnavailable, violatedConstraint } from '../src/database/database-error.js';
import { migrate, revertLast } from '../src/database/migrate.js';
import { statement } from '../src/database/statement.js';
import { newId } from '../src/kernel/id.js';
import { createTestDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';

const COUNT = statement<{ count: number }>('test.people', 'select count(*) from person where display_name = $1');
const INSERT = `insert into person (id, issuer, subject, display_name) values ($1, 'test', $2, $3)`;

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await test.open();
});

afterAll(() => test.drop());

const addPerson = (subject: string, name: string): Promise<unknown> =>
  database.transaction((tx) => tx.manager.query(INSERT, [newId(), subject, name]));

describe('transaction', () => {
  it('commits the work and returns its result', async () => {
    await addPerson('a', 'Ann');
    await expect(database.readOne(COUNT, ['Ann'])).resolves.toEqual({ count: 1 });
  });

  it('leaves nothing behind when the work fails', async () => {
    const work = database.transaction(async (tx) => {
      await tx.manager.query(INSERT, [newId(), 'b', 'Bob']);
      await expect(database.read(COUNT, ['Bob'], tx)).resolves.toEqual([{ count: 1 }]);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    await expect(database.read(COUNT, ['Bob'])).resolves.toEqual([{ count: 0 }]);
  });

  it('names the violated constraint', async () => {
    await addPerson('c', 'Cem');
    const error: unknown = await addPerson('c', 'Cem').catch((reason: unknown) => reason);
    expect(violatedConstraint(error)).toBe('person_identity_uq');
    expect(isUnavailable(error)).toBe(false);
  });

  it('runs the loser of a deadlock again', async () => {
    await addPerson('x', 'X');
    await addPerson('y', 'Y');
    const rename = (first: string, second: string): Promise<void> =>
      database.transaction(async (tx) => {
        for (const subject of [first, second]) {
          await tx.manager.query(`update person set email = $1 where subject = $2`, [first, subject]);
          await tx.manager.query('select pg_sleep(0.2)');
        }
      });
    await expect(Promise.all([rename('x', 'y'), rename('y', 'x')])).resolves.toBeDefined();
  });

  it('answers "unavailable" when its session is ended, and works again at once', async () => {
    const work = database.transaction((tx) =>
      tx.manager.query('reset role; select pg_terminate_backend(pg_backend_pid())'),
    );
    await expect(work).rejects.toMatchObject({ kind: 'unavailable', code: 'database-unavailable' });
    await expect(database.readOne(COUNT, ['Ann'])).resolves.toEqual({ count: 1 });
  });
});

describe('statement', () => {
  const TYPES = statement<{ day: string; big: number; exact: number; at: Date }>(
    'test.types',
    `select date '2025-08-05' as day, 5000000000::bigint as big, 0.25::numeric as exact, timestamptz '2025-08-05Z' as at`,
  );

  it('is prepared once per session and reads days as text, numbers as numbers', async () => {
    const rows = await database.transaction((tx) => database.read(TYPES, [], tx));
    expect(rows).toEqual([{ day: '2025-08-05', big: 5e9, exact: 0.25, at: new Date('2025-08-05T00:00:00Z') }]);
    const prepared = await database.transaction(async (tx) => {
      for (let i = 0; i < 3; i += 1) await database.read(TYPES, [], tx);
      const rows: unknown[] = await tx.manager.query('select name from pg_prepared_statements where name = $1', [
        TYPES.name,
      ]);
      return rows;
    });
    expect(prepared).toHaveLength(1);
  });

  it('keeps two texts of one name apart', async () => {
    const one = statement<{ n: number }>('test.same', 'select 1 as n');
    const two = statement<{ n: number }>('test.same', 'select 2 as n');
    const rows = await database.transaction(async (tx) => [
      await database.readOne(one, [], tx),
      await database.readOne(two, [], tx),
    ]);
    expect(rows).toEqual([{ n: 1 }, { n: 2 }]);
  });
});

describe('reads together', () => {
  const SESSION = statement<{ pid: number; n: number }>('test.session', 'select pg_backend_pid() as pid, $1::int as n');
  const FAILS = statement<{ n: number }>('test.fails', 'select 1 / $1::int as n');

  it('share one session, each with its own answer, in any number of rounds', async () => {
    const rows = await database.together(async () => {
      const first = await Promise.all([1, 2, 3].map((n) => database.read(SESSION, [n])));
      return [...first, await database.read(SESSION, [4])].flat();
    });
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
    expect(new Set(rows.map(({ pid }) => pid)).size).toBe(1);
  });

  it('fail one by one, and leave the session fit for others', async () => {
    const settled = await database.together(() =>
      Promise.allSettled([database.read(FAILS, [1]), database.read(FAILS, [0]), database.read(FAILS, [1])]),
    );
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const refused = database.together(() => Promise.all([database.read(FAILS, [0]), database.read(SESSION, [1])]));
    await expect(refused).rejects.toThrow();
    const after = await Promise.all(Array.from({ length: 20 }, (_, n) => database.readOne(SESSION, [n])));
    expect(after.map((row) => row?.n)).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(database.pool.idleCount).toBe(database.pool.totalCount);
  });

  it('inside a transaction see what it has written', async () => {
    const seen = await database.enclose(async (tx) => {
      await tx.manager.query(INSERT, [newId(), 'together', 'Tom']);
      return database.together(() => Promise.all([database.readOne(COUNT, ['Tom']), database.readOne(COUNT, ['Ann'])]));
    });
    expect(seen).toEqual([{ count: 1 }, { count: 1 }]);
  });

  it('answer "unavailable" when the session is ended', async () => {
    const work = database.together(async () => {
      const session = await database.readOne(SESSION, [1]);
      const other = new Client({ connectionString: test.url });
      await other.connect();
      await other.query('select pg_terminate_backend($1)', [session?.pid]).finally(() => other.end());
      return Promise.all([database.read(SESSION, [2]), database.read(SESSION, [3])]);
    });
    await expect(work).rejects.toMatchObject({ code: 'database-unavailable' });
    await expect(database.readOne(COUNT, ['Ann'])).resolves.toEqual({ count: 1 });
  });
});

describe('migrate', () => {
  it('changes nothing the second time, and every migration can be undone and done again', async () => {
    await expect(migrate(test.url)).resolves.toEqual([]);
    const { length } = await database.dataSource.query<unknown[]>('select 1 from migrations');
    for (let i = 0; i < length; i += 1) await revertLast(test.url);
    const left = await database.dataSource.query<{ relname: string }[]>(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    expect(left.map(({ relname }) => relname)).toEqual(['migrations']);
    await expect(migrate(test.url)).resolves.toHaveLength(length);
  });

  it('lets one process migrate while the others wait', async () => {
    const other = new Client({ connectionString: test.url });
    await other.connect();
    await other.query(`select pg_advisory_lock(hashtextextended('modelfolio:migrate', 0))`);
    const lines: string[] = [];
    const waiting = migrate(test.url, (line) => lines.push(line));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(lines).toEqual(['Database schema: another process is migrating, waiting for it']);
    await other.end();
    await expect(waiting).resolves.toEqual([]);
  });

  it('steps back while others hold what it wants, says so once, and goes on when they are done', async () => {
    await revertLast(test.url);
    const other = new Client({ connectionString: test.url });
    await other.connect();
    // Others may read the list of migrations and add none.
    await other.query('begin; lock table migrations in share mode');
    const printed = jest.spyOn(console, 'log');
    const lines: string[] = [];
    const waiting = migrate(test.url, (line) => lines.push(line));
    while (lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(lines).toEqual(['Database schema: tables are in use, trying again until they are free for a moment']);
    await other.end();
    await expect(waiting).resolves.toHaveLength(1);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });
});
