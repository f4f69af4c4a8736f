import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, fchownSync, fstatSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { StartupError } from '../config/startup-error.js';
import { openDataDir } from './data-dir.js';
import { violatedConstraint } from './database-error.js';
import { embeddedBinaries } from './embedded-binaries.js';
import type { Binaries } from './embedded-binaries.js';
import { SERVER_USER, lastLine, livePostmaster, openCluster, spawnOptions } from './embedded-cluster.js';
import type { Cluster } from './embedded-cluster.js';
import { serverAccount } from './server-account.js';

export interface EmbeddedOptions {
  /** DATA_DIR, when it is set. */
  readonly dataDir?: string;
  /** For throw-away data: a crash may lose everything, nothing waits for the disk. */
  readonly fast?: boolean;
  readonly report?: (line: string) => void;
}

export interface EmbeddedServer {
  readonly url: string;
  readonly dataDir: string;
  /** Whether this start found the server running. */
  readonly attached: boolean;
  /** Leaves the server; the last process to leave stops it. Safe to call twice. */
  stop(): Promise<void>;
}

const DATABASE = 'modelfolio';
/** Every process that uses the server holds this lock in shared mode; who gets it alone is the last and stops the server. */
const USERS_LOCK = 'modelfolio:users';
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_S = 30;
const MAX_LOG_BYTES = 5_000_000;
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'timezone=UTC'];
const FAST_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

/** Starts the embedded PostgreSQL or attaches to the one that is running on the same folder. Throws StartupError. */
export async function startEmbeddedServer(options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const account = serverAccount();
  const dataDir = openDataDir(options.dataDir, account);
  const binaries = embeddedBinaries(dataDir, account);
  const cluster = openCluster(dataDir, binaries, account, options.fast);
  const { keeper, port, attached } = await join(cluster, binaries, options);
  await createDatabase(cluster, port);
  let stopping: Promise<void> | undefined;
  return {
    url: address(cluster, port, DATABASE),
    dataDir,
    attached,
    stop: () => (stopping ??= leave(cluster, binaries, keeper, port)),
  };
}

interface Joined {
  readonly keeper: Client;
  readonly port: number;
  readonly attached: boolean;
}

/** Two starts at once both get here: PostgreSQL lets one server live, the other process finds it in the next round. */
async function join(cluster: Cluster, binaries: Binaries, options: EmbeddedOptions): Promise<Joined> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let child: Started | undefined;
  let reported = false;
  while (Date.now() < deadline) {
    const live = livePostmaster(cluster);
    if (live?.port !== undefined) {
      const keeper = await enter(cluster, live.port);
      if (keeper !== undefined) return { keeper, port: live.port, attached: child?.process.pid !== live.pid };
    }
    if (live === undefined && child?.running() !== true) {
      if (child !== undefined) explainExit(cluster, child);
      child = await spawnServer(cluster, binaries, options.fast === true);
    }
    if (!reported && Date.now() > deadline - START_TIMEOUT_MS + 3_000) {
      options.report?.('Database: still starting, it may be recovering from a crash');
      reported = true;
    }
    await sleep(50);
  }
  throw new StartupError(
    `The embedded PostgreSQL did not answer within ${START_TIMEOUT_MS / 1000} s; its log is ${cluster.log}.`,
  );
}

interface Started {
  readonly process: ChildProcess;
  /** Where this start begins in the log. */
  readonly logOffset: number;
  running(): boolean;
}

/** Detached: Ctrl-C in the terminal reaches this process alone, which stops the server when it has drained. */
async function spawnServer(cluster: Cluster, { postgres }: Binaries, fast: boolean): Promise<Started> {
  const log = openSync(cluster.log, 'a', 0o600);
  if (fstatSync(log).size > MAX_LOG_BYTES) ftruncateSync(log);
  const logOffset = fstatSync(log).size;
  if (cluster.account !== undefined) fchownSync(log, cluster.account.uid, cluster.account.gid);
  const settings = [...SETTINGS, ...(fast ? FAST_SETTINGS : [])].flatMap((each) => ['-c', each]);
  const child = spawn(postgres, ['-D', cluster.data, '-p', String(await freePort()), ...settings], {
    ...spawnOptions(cluster.home, cluster.account),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let failed = false;
  child.on('error', () => (failed = true));
  return { process: child, logOffset, running: () => !failed && child.exitCode === null && child.signalCode === null };
}

/** Returns when another start won or a port was taken, so that the next round may succeed; throws StartupError otherwise. */
function explainExit(cluster: Cluster, { logOffset }: Started): void {
  const log = readFileSync(cluster.log).subarray(logOffset).toString();
  if (/lock file .* already exists|Address already in use|pre-existing shared memory/.test(log)) return;
  const reason = lastLine(log.replaceAll(/^.*(HINT|DETAIL|LOG):.*$/gm, '')) || 'the program could not be run';
  throw new StartupError(`The embedded PostgreSQL does not start: ${reason}. Its log is ${cluster.log}.`);
}

/** Returns a session that marks this process as a user of the server, or undefined when the server takes none yet. */
async function enter(cluster: Cluster, port: number): Promise<Client | undefined> {
  const keeper = await connect(cluster, port).catch(() => undefined);
  try {
    // Waits while the last user is stopping the server; the session then breaks and the next round starts a new one.
    await keeper?.query('select pg_advisory_lock_shared(hashtextextended($1, 0))', [USERS_LOCK]);
    return keeper;
  } catch {
    return undefined;
  }
}

async function leave(cluster: Cluster, binaries: Binaries, keeper: Client, port: number): Promise<void> {
  await keeper.end().catch(() => undefined);
  const last = await connect(cluster, port).catch(() => undefined);
  if (last !== undefined && !(await isLast(last))) return last.end().catch(() => undefined);
  if (livePostmaster(cluster) !== undefined) stopServer(cluster, binaries);
  await last?.end().catch(() => undefined);
}

/** The session that has just ended may hold its lock for a moment longer; a broken one means that another process stops the server. */
async function isLast(client: Client): Promise<boolean> {
  const ask = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as alone';
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const answer = await client.query<{ alone: boolean }>(ask, [USERS_LOCK]).catch(() => undefined);
    if (answer === undefined || answer.rows[0]?.alone === true) return answer !== undefined;
    await sleep(20);
  }
  return false;
}

function stopServer(cluster: Cluster, { pgCtl }: Binaries): void {
  const options = ['stop', '-D', cluster.data, '-m', 'fast', '-w', '-t', String(STOP_TIMEOUT_S)];
  spawnSync(pgCtl, options, { ...spawnOptions(cluster.home, cluster.account), stdio: 'ignore' });
}

async function createDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = await connect(cluster, port);
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === '42P04';
    if (!taken && violatedConstraint(error) === undefined) throw error;
  } finally {
    await client.end();
  }
}

async function connect(cluster: Cluster, port: number): Promise<Client> {
  const client = new Client({
    connectionString: address(cluster, port, 'postgres'),
    application_name: 'modelfolio-keeper',
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
  });
  // A server that goes away must not end the process; the pool notices by itself.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

const address = ({ password }: Cluster, port: number, database: string): string =>
  `postgres://${SERVER_USER}:${password}@127.0.0.1:${port}/${database}`;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() =>
        typeof bound === 'object' && bound !== null ? resolve(bound.port) : reject(new Error('no port')),
      );
    });
  });
}
