import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../config/startup-error.js';
import type { Binaries } from './embedded-binaries.js';
import type { Account } from './server-account.js';

export const SERVER_USER = 'modelfolio';

/** One PostgreSQL data folder with its password, as they lie in the data folder of the product. */
export interface Cluster {
  readonly home: string;
  readonly data: string;
  readonly log: string;
  readonly password: string;
  readonly account: Account | undefined;
}

/** How a live server introduces itself in postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number | undefined;
}

/** Returns the cluster of the data folder, made when missing; of two that make it at once one wins. Throws StartupError. */
export function openCluster(dataDir: string, binaries: Binaries, account: Account | undefined, fast = false): Cluster {
  const home = join(dataDir, 'postgres');
  if (!existsSync(home)) createCluster(home, binaries, account, fast);
  const data = join(home, 'cluster');
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version !== binaries.majorVersion) {
    throw new StartupError(
      `The data in ${data} were written by PostgreSQL ${version}, this is ${binaries.majorVersion}: move them with pg_dump, or set DATA_DIR to an empty folder.`,
    );
  }
  const password = readFileSync(join(home, 'password'), 'utf8').trim();
  return { home, data, log: join(home, 'server.log'), password, account: ownerOf(home, account) };
}

/** A folder that somebody else filled keeps its owner: PostgreSQL accepts no other. */
function ownerOf(home: string, account: Account | undefined): Account | undefined {
  if (account === undefined) return undefined;
  const { uid, gid } = statSync(home);
  return { uid, gid };
}

function createCluster(home: string, binaries: Binaries, account: Account | undefined, fast: boolean): void {
  const draft = `${home}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(draft, 'password');
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account !== undefined) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
  initdb(draft, binaries, account, fast);
  try {
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

function initdb(draft: string, { initdb: program }: Binaries, account: Account | undefined, fast: boolean): void {
  const options = [
    `--pgdata=${join(draft, 'cluster')}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--username=${SERVER_USER}`,
    `--pwfile=${join(draft, 'password')}`,
    '--auth=scram-sha-256',
    ...(fast ? ['--no-sync'] : []),
  ];
  const { status, error, stderr } = spawnSync(program, options, spawnOptions(draft, account));
  if (status === 0) return;
  rmSync(draft, { recursive: true, force: true });
  const reason = error?.message ?? lastLine(String(stderr));
  throw new StartupError(
    `The embedded PostgreSQL could not make its data folder: ${reason}. DATABASE_URL can name another server.`,
  );
}

/** Options for running a program of PostgreSQL: its account, a folder that it can enter, nothing of the caller's PG* variables. */
export function spawnOptions(
  cwd: string,
  account: Account | undefined,
): { cwd: string; env: NodeJS.ProcessEnv } & Partial<Account> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { cwd, env: { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC' }, ...account };
}

/** Returns the server that postmaster.pid names when its process is alive; a stale file is removed. */
export function livePostmaster({ data }: Cluster): Postmaster | undefined {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [id = '', folder = '', , port] = readFileSync(file, 'utf8').split('\n');
  const pid = Math.abs(Number(id));
  if (isServer(pid, folder)) return { pid, port: Number(port) || undefined };
  rmSync(file, { force: true });
  return undefined;
}

/** The number may since have gone to another program; Linux says which, elsewhere being alive must do. */
function isServer(pid: number, folder: string): boolean {
  if (pid === 0) return true; // the file is being written
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder);
  } catch {
    return false;
  }
}

/** Returns the last line with content: where programs say why they gave up. */
export const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';
