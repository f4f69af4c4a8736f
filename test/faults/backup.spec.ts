import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { ask, signInAt } from '../support/api-client.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { figuresOf, isFull, measured } from '../support/faults.js';
import { fillTrail } from '../support/filled-trail.js';
import { aPool } from '../support/portfolio.js';
import { startServerProcess } from '../support/processes.js';
import type { ServerProcess } from '../support/processes.js';

const { pools: POOLS, auditEvents: EVENTS } = figuresOf('backup');
const RESTORED_WITHIN_SECONDS = 300;

/** Returns the folder of the programs that fit a server of this version: a dump must not be older than its server. */
function programsFor(major: number): string | undefined {
  const folders = [`/usr/lib/postgresql/${major}/bin/`, `/usr/pgsql-${major}/bin/`, ''];
  return folders.find((folder) => {
    const { stdout, status } = spawnSync(`${folder}pg_dump`, ['--version'], { encoding: 'utf8' });
    return status === 0 && Number(/ (\d+)/.exec(stdout)?.[1]) >= major;
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** One digest over every row of every table. */
const digestOf = (url: string): Promise<string> =>
  withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname IN ('public', 'pgboss') ORDER BY 1`,
    );
    const digests: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ digest: string }>(
        `SELECT count(*) || ' ' || coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0) AS digest FROM ${name} t`,
      );
      digests.push(`${name} ${rows[0]?.digest}`);
    }
    return digests.join('\n');
  });

const server = String(process.env['TEST_DATABASE_SERVER']);
const version = await withClient(server, async (client) => {
  const { rows } = await client.query<{ major: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS major`,
  );
  return rows[0]?.major ?? 0;
});
const programs = programsFor(version);

describe('a backup', () => {
  let source: TestDatabase;
  let writer: ServerProcess | undefined;
  const name = `restored_${randomBytes(6).toString('hex')}`;
  const restored = new URL(server);
  restored.pathname = `/${name}`;
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-backup-'));

  beforeAll(async () => {
    source = await createTestDatabase();
    await withClient(source.url, (client) => fillTrail(client, EVENTS));
    await withClient(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`));
  }, 300_000);
  afterAll(async () => {
    await writer?.kill();
    rmSync(folder, { recursive: true, force: true });
    await withClient(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    await source.drop();
  });

  (programs === undefined ? it.skip : it)(
    programs === undefined
      ? `is restored as it was: skipped, there is no pg_dump for PostgreSQL ${version} here`
      : 'taken under load is restored as it was, with a whole audit trail, and serves',
    async () => {
      const run = (program: string, args: string[]): Buffer => execFileSync(`${programs}${program}`, args);
      const env = { WORKERS: 'false' };
      writer = await startServerProcess(source.url, env);
      const { url } = writer;
      const token = await signInAt(url, 'platform');
      const write = async (count: number): Promise<void> => {
        for (let i = 0; i < count; i += 1) await ask(`${url}/v1/gpu-pools`, token, { json: aPool() });
      };
      await write(POOLS);
      // A dump under load is one moment of the source; which one, only the restored copy knows.
      const load = write(POOLS);
      const file = join(folder, 'dump');
      run('pg_dump', ['--format=custom', `--file=${file}`, source.url]);
      await load;
      const began = performance.now();
      run('pg_restore', ['--no-owner', '--exit-on-error', `--dbname=${restored.href}`, file]);
      const restoreSeconds = (performance.now() - began) / 1000;
      measured('backup', { auditEvents: EVENTS, restoreSeconds });
      if (isFull) expect(restoreSeconds).toBeLessThan(RESTORED_WITHIN_SECONDS);
      const second = await startServerProcess(restored.href, env);
      try {
        const auditor = await signInAt(second.url, 'auditor');
        const verdict = await ask(`${second.url}/v1/audit-events/verify`, auditor);
        expect(JSON.parse(verdict.text)).toMatchObject({ intact: true });
        const pools = JSON.parse((await ask(`${second.url}/v1/gpu-pools?limit=1`, auditor)).text);
        expect(pools.total).toBeGreaterThanOrEqual(POOLS);
        // The session of the source is good on the copy.
        expect((await ask(`${second.url}/v1/me`, token)).status).toBe(200);
      } finally {
        await second.kill();
      }
      // And at rest, every row of every table is the same.
      await withClient(server, async (client) => {
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
        await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
      });
      await writer.stop();
      run('pg_dump', ['--format=custom', `--file=${file}`, source.url]);
      run('pg_restore', ['--no-owner', '--exit-on-error', `--dbname=${restored.href}`, file]);
      expect(await digestOf(restored.href)).toBe(await digestOf(source.url));
    },
    600_000,
  );
});
