import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { openDataDir } from '../../src/database/data-dir.js';
import { embeddedBinaries } from '../../src/database/embedded-binaries.js';
import { livePostmaster, openCluster, SERVER_USER } from '../../src/database/embedded-cluster.js';
import { freePort, spawnServer } from '../../src/database/embedded-process.js';
import { serverAccount } from '../../src/database/server-account.js';

/** A PostgreSQL of its own that a test may crash, freeze and start again on the same port. */
export interface TestCluster {
  readonly url: string;
  start(): Promise<void>;
  /** Kills the server and waits until all of its processes are gone. */
  crash(): Promise<void>;
  /** What `pg_ctl stop -m immediate` does: sessions are cut off and the next start recovers. */
  stopAtOnce(): Promise<void>;
  /** Stops every process of the server where it stands, or lets all go on; Linux alone. */
  freeze(): void;
  thaw(): void;
  remove(): Promise<void>;
}

export async function startTestCluster(): Promise<TestCluster> {
  const base = mkdtempSync(join(tmpdir(), 'modelfolio-cluster-'));
  chmodSync(base, 0o755);
  const account = serverAccount();
  const dataDir = openDataDir(join(base, 'data'), account);
  const binaries = embeddedBinaries(dataDir, account);
  const cluster = openCluster(dataDir, binaries, account, true);
  const port = await freePort();
  const url = `postgres://${SERVER_USER}:${cluster.password}@127.0.0.1:${port}/postgres`;
  const pids = (): number[] => {
    const postmaster = livePostmaster(cluster)?.pid;
    return postmaster === undefined ? [] : [postmaster, ...childrenOf(postmaster)];
  };
  const signal = (name: NodeJS.Signals): void => {
    for (const pid of pids()) process.kill(pid, name);
  };
  const started: TestCluster = {
    url,
    async start() {
      // Not `fast`: what was committed must outlive a crash.
      spawnServer(cluster, binaries, port, false);
      while (!(await accepts(url))) await sleep(20);
    },
    async crash() {
      const all = pids();
      signal('SIGKILL');
      while (all.some(isAlive)) await sleep(10);
    },
    async stopAtOnce() {
      const all = pids();
      if (all[0] !== undefined) process.kill(all[0], 'SIGQUIT');
      while (all.some(isAlive)) await sleep(10);
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    async remove() {
      await started.crash();
      rmSync(base, { recursive: true, force: true });
    },
  };
  // A test run that ends early takes its server along.
  process.once('exit', () => signal('SIGKILL'));
  await started.start();
  return started;
}

async function accepts(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((each) => /^\d+$/.test(each))
    .filter((each) => parentOf(each) === parent)
    .map(Number);
}

/** The name in the second field may hold anything, even brackets. */
function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  try {
    // A killed child of this process stays listed until it is reaped, which takes a turn of the loop.
    return process.kill(pid, 0) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
