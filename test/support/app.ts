import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { parseEnv } from '../../src/config/env.js';
import type { Config } from '../../src/config/env.js';
import { createApp } from '../../src/create-app.js';
import { Database } from '../../src/database/database.js';
import { LOCAL_ACCOUNT_NAMES } from '../../src/identity/domain/local-accounts.js';
import type { LocalAccountName } from '../../src/identity/domain/local-accounts.js';
import { FixedClock } from '../../src/kernel/clock.js';
import { createTestDatabase } from './database.js';

export interface TestAppOptions {
  /** The moment at which the clock stands still. */
  readonly now?: string;
  /** Environment on top of the test's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Modules on top of the product's own. */
  readonly modules?: readonly Type[];
  /** The database to clone instead of the empty one. */
  readonly template?: string;
  /** Fills the database before the application starts. */
  readonly seed?: (database: Database) => Promise<void>;
}

export type Credentials = Readonly<Record<'authorization', string>>;

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** For further processes over the same database. */
  readonly databaseUrl: string;
  readonly http: ReturnType<typeof supertest>;
  readonly db: Database;
  readonly clock: FixedClock;
  /** Returns the header fields of an account, all of which have signed in at the start. */
  as(account: LocalAccountName): Credentials;
  stop(): Promise<void>;
}

/** Returns the configuration of the tests over a database. */
export function testConfig(databaseUrl: string, env: TestAppOptions['env'] = {}): Config {
  return parseEnv({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    SECRET_KEY: 'a secret of the tests, long enough for all',
    DATABASE_URL: databaseUrl,
    DB_POOL_SIZE: '8',
    SESSION_IDLE_MINUTES: '720',
    RATE_LIMIT_SIGN_INS: '10000',
    RATE_LIMIT_WRITES: '100000',
    RATE_LIMIT_TRANSFERS: '10000',
    ...env,
  });
}

/** Starts the whole application on a free port over a database of its own, with a clock that stands still. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { now = '2026-07-02T09:00:00Z', env = {}, modules = [], template, seed } = options;
  const database = await createTestDatabase(template);
  if (seed !== undefined) await seed(await database.open());
  const clock = new FixedClock(new Date(now));
  const app = await createApp(testConfig(database.url, env), { clock, modules });
  await app.listen(Number(env['PORT'] ?? 0), '127.0.0.1');
  const url = await app.getUrl();
  const http = supertest(url);
  return {
    app,
    url,
    databaseUrl: database.url,
    http,
    db: app.get(Database),
    clock,
    as: env['AUTH_MODE'] === 'oidc' ? () => ({ authorization: '' }) : await signIn(http),
    async stop() {
      await app.close();
      await database.drop();
    },
  };
}

async function signIn(http: TestApp['http']): Promise<TestApp['as']> {
  const entries = LOCAL_ACCOUNT_NAMES.map(async (account) => [account, await open(http, account)] as const);
  const signedIn = new Map(await Promise.all(entries));
  return (account) => signedIn.get(account) ?? { authorization: '' };
}

async function open(http: TestApp['http'], account: LocalAccountName): Promise<Credentials> {
  const { body, status } = await http.post('/v1/local-session').send({ account });
  if (status !== 201) throw new Error(`${account} could not sign in: ${JSON.stringify(body)}`);
  return { authorization: `Bearer ${body.token}` };
}
