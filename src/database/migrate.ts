import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { isLockedOut } from './database-error.js';

type MigrationClass = new () => MigrationInterface;
export type Report = (line: string) => void;

/** `migrations/` lies beside `src/` in the sources and in the build. */
const FOLDER = new URL('../../migrations/', import.meta.url);
const LOCK = 'modelfolio:migrate';
const POLL_MS = 250;
/** Who waits for a lock holds up everybody who comes after: rather try again than wait any longer. */
const LOCK_TIMEOUT_MS = 800;
const PAUSE_MS = 500;
const MAX_ATTEMPTS = 200;

/**
 * Brings the schema up to date and returns the names of the migrations it ran; one process migrates, others wait for it.
 * Servers may work on meanwhile: a migration that would wait for a lock steps back and tries again.
 */
export async function migrate(url: string, report: Report = () => undefined): Promise<string[]> {
  const migrations = await loadMigrations();
  const settings = dataSourceOptions({ url, poolSize: 2, asLoginRole: true });
  const extra: object = { ...settings.extra, options: `-c lock_timeout=${LOCK_TIMEOUT_MS}` };
  const options = { ...settings, extra, migrations, migrationsTableName: 'migrations' };
  const dataSource = await new DataSource(options).initialize();
  const lockSession = dataSource.createQueryRunner();
  try {
    await takeLock(lockSession, report);
    const before = await appliedNames(lockSession);
    await applyAll(dataSource, report);
    const applied = (await appliedNames(lockSession)).filter((name) => !before.includes(name));
    if (applied.length > 0) report(`Database schema: ${applied.length} of ${migrations.length} migrations applied`);
    return applied;
  } finally {
    await lockSession.release();
    await dataSource.destroy();
  }
}

/** Each migration is a transaction of its own, so that what has been done stays done. */
async function applyAll(dataSource: DataSource, report: Report): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await dataSource.runMigrations({ transaction: 'each' });
      return;
    } catch (error) {
      if (!isLockedOut(error) || attempt === MAX_ATTEMPTS) throw error;
      if (attempt === 1) report('Database schema: tables are in use, trying again until they are free for a moment');
      await sleep(PAUSE_MS * (0.5 + Math.random()));
    }
  }
}

async function appliedNames(session: QueryRunner): Promise<string[]> {
  const [found]: { table: string | null }[] = await session.query(`select to_regclass('migrations')::text as table`);
  if (found === undefined || found.table === null) return [];
  const rows: { name: string }[] = await session.query('select name from migrations order by id');
  return rows.map(({ name }) => name);
}

/** Undoes the last migration. */
export async function revertLast(url: string): Promise<void> {
  const options = { ...dataSourceOptions({ url, poolSize: 2, asLoginRole: true }), migrations: await loadMigrations() };
  const dataSource = await new DataSource({ ...options, migrationsTableName: 'migrations' }).initialize();
  try {
    await dataSource.undoLastMigration({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
}

/** The lock belongs to the session, so a killed replica never leaves it behind. */
async function takeLock(session: QueryRunner, report: Report): Promise<void> {
  for (let waited = false; ; waited = true) {
    const rows: { locked: boolean }[] = await session.query(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
      [LOCK],
    );
    if (rows[0]?.locked === true) return;
    if (!waited) report('Database schema: another process is migrating, waiting for it');
    await sleep(POLL_MS);
  }
}

async function loadMigrations(): Promise<MigrationClass[]> {
  const files = (await readdir(FOLDER)).filter((name) => /^\d+-.*\.(js|ts)$/.test(name) && !name.endsWith('.d.ts'));
  const modules = await Promise.all(
    files.sort().map((name): Promise<Record<string, unknown>> => import(new URL(name, FOLDER).href)),
  );
  return modules.flatMap((module) => Object.values(module).filter(isMigrationClass));
}

const isMigrationClass = (value: unknown): value is MigrationClass =>
  typeof value === 'function' && /\d{13}$/.test(value.name);
