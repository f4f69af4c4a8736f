import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { StartupError } from '../config/startup-error.js';
import { openDataDir } from './data-dir.js';
import { violatedConstraint } from './database-error.js';
import { embeddedBinaries } from './embedded-binaries.js';
import type { Binaries } from './embedded-binaries.js';
import { SERVER_USER, livePostmaster, openCluster } from './embedded-cluster.js';
import type { Cluster } from './embedded-cluster.js';
import { freePort, spawnServer, stopServer } from './embedded-process.js';
import type { Attempt } from './embedded-process.js';
import { serverAccount } from './server-account.js';

export interface EmbeddedOptions {
  /** DATA_DIR, when it is set. */
  readonly dataDir?: string;
  /** For throw-away data: a crash may lose everything, nothing waits for the disk. */
  readonly fast?: boolean;
  readonly report?: (line: string) => void;
}

const DATABASE = 'modelfolio';
/** Every process that uses the server holds this lock in shared mode; who gets it alone is the last and stops the server. */
const USERS_LOCK = 'modelfolio:users';
const START_TIMEOUT_MS = 60_000;
const SLOW_START_MS = 3_000;

/** Starts the embedded PostgreSQL or attaches to the one that is running on the same folder. Throws StartupError. */
export async function startEmbeddedServer(options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const account = serverAccount();
  const dataDir = openDataDir(options.dataDir, account);
  const binaries = embeddedBinaries(dataDir, account);
  const cluster = openCluster(dataDir, binaries, account, options.fast);
  const entry = await join(cluster, binaries, options);
  await createDatabase(cluster, entry.port);
  return new EmbeddedServer(dataDir, cluster, binaries, options, entry);
}

interface Entry {
  /** The session that marks this process as a user of the server. */
  readonly keeper: Client;
  readonly port: number;
  /** Whether the server was running already. */
  readonly attached: boolean;
}

/** One process's use of the embedded server; a server that dies is started again on the same port. */
export class EmbeddedServer {
  readonly url: string;
  readonly attached: boolean;
  private stopping: Promise<void> | undefined;
  private revival: Promise<void> = Promise.resolve();

  constructor(
    readonly dataDir: string,
    private readonly cluster: Cluster,
    private readonly binaries: Binaries,
    private readonly options: EmbeddedOptions,
    private entry: Entry,
  ) {
    this.url = address(cluster, entry.port, DATABASE);
    this.attached = entry.attached;
    this.watch();
  }

  /** Leaves the server; the last process to leave stops it. Safe to call twice. */
  stop(): Promise<void> {
    return (this.stopping ??= this.leave());
  }

  private watch(): void {
    this.entry.keeper.once('end', () => {
      if (this.stopping === undefined) this.revival = this.revive();
    });
  }

  private async revive(): Promise<void> {
    const { cluster, binaries, options } = this;
    options.report?.('Database: the embedded PostgreSQL ended unexpectedly, starting it again');
    try {
      this.entry = await join(cluster, binaries, options, this.entry.port);
      this.watch();
    } catch (error) {
      options.report?.(error instanceof Error ? error.message : String(error));
    }
  }

  private async leave(): Promise<void> {
    await this.revival;
    const { cluster, binaries, entry } = this;
    await entry.keeper.end().catch(() => undefined);
    const last = await connect(cluster, entry.port).catch(() => undefined);
    if (last !== undefined && !(await isLast(last))) return last.end().catch(() => undefined);
    if (livePostmaster(cluster) !== undefined) stopServer(cluster, binaries);
    await last?.end().catch(() => undefined);
  }
}

/** Two starts at once both get here: PostgreSQL lets one server live, the other process finds it in the next round. */
async function join(cluster: Cluster, binaries: Binaries, options: EmbeddedOptions, samePort?: number): Promise<Entry> {
  const began = Date.now();
  let attempt: Attempt | undefined;
  let reported = false;
  while (Date.now() < began + START_TIMEOUT_MS) {
    const live = livePostmaster(cluster);
    if (live?.port !== undefined) {
      const keeper = await enter(cluster, live.port);
      if (keeper !== undefined) return { keeper, port: live.port, attached: attempt?.pid !== live.pid };
    }
    if (live === undefined && attempt?.running() !== true) {
      attempt?.explainExit();
      attempt = spawnServer(cluster, binaries, samePort ?? (await freePort()), options.fast === true);
    }
    if (!reported && Date.now() > began + SLOW_START_MS) {
      options.report?.('Database: still starting, it may be recovering from a crash');
      reported = true;
    }
    await sleep(50);
  }
  throw new StartupError(
    `The embedded PostgreSQL did not answer within ${START_TIMEOUT_MS / 1000} s; its log is ${cluster.log}.`,
  );
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
