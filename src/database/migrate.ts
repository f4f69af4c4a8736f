import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dataSourceOptions } from './data-source.js';

type MigrationClass = new () => MigrationInterface;
export type Report = (line: string) => void;

/** `migrations/` lies beside `src/` in the sources and in the build. */
const FOLDER = new URL('../../migrations/', import.meta.url);
const LOCK = 'modelfolio:migrate';
const POLL_MS = 250;

/** Brings the schema up to date and returns the names of the migrations it ran; one process migrates, others wait for it. */
export async function migrate(url: string, report: Report = () => undefined): Promise<string[]> {
  const migrations = await loadMigrations();
  const options = {
    ...dataSourceOptions({ url, poolSize: 2, asLoginRole: true }),
    migrations,
    migrationsTableName: 'migrations',
  };
  const dataSource = await new DataSource(options).initialize();
  const lockSession = dataSource.createQueryRunner();
  try {
    await takeLock(lockSession, report);
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    if (applied.length > 0) report(`Database schema: ${applied.length} of ${migrations.length} migrations applied`);
    return applied.map(({ name }) => name);
  } finally {
    await lockSession.release();
    await dataSource.destroy();
  }
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
