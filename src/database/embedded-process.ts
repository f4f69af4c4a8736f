import { spawn, spawnSync } from 'node:child_process';
import { closeSync, fchownSync, fstatSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { StartupError } from '../config/startup-error.js';
import type { Binaries } from './embedded-binaries.js';
import { lastLine, spawnOptions } from './embedded-cluster.js';
import type { Cluster } from './embedded-cluster.js';

/** One attempt to run the server program. */
export interface Attempt {
  readonly pid: number | undefined;
  running(): boolean;
  /** Returns when another start won or the port was taken, so that a new attempt may succeed; throws StartupError otherwise. */
  explainExit(): void;
}

const STOP_TIMEOUT_S = 30;
const MAX_LOG_BYTES = 5_000_000;
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'timezone=UTC'];
const FAST_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

/** Detached: Ctrl-C in the terminal reaches this process alone, which stops the server when it has drained. */
export function spawnServer(cluster: Cluster, { postgres }: Binaries, port: number, fast: boolean): Attempt {
  const { log, size } = openLog(cluster);
  const settings = [...SETTINGS, ...(fast ? FAST_SETTINGS : [])].flatMap((each) => ['-c', each]);
  const child = spawn(postgres, ['-D', cluster.data, '-p', String(port), ...settings], {
    ...spawnOptions(cluster.home, cluster.account),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let failure: Error | undefined;
  child.on('error', (error) => (failure = error));
  return {
    pid: child.pid,
    running: () => failure === undefined && child.exitCode === null && child.signalCode === null,
    explainExit: () => explain(cluster, failure?.message, readFileSync(cluster.log).subarray(size).toString()),
  };
}

function openLog(cluster: Cluster): { log: number; size: number } {
  const log = openSync(cluster.log, 'a', 0o600);
  if (fstatSync(log).size > MAX_LOG_BYTES) ftruncateSync(log);
  if (cluster.account !== undefined) fchownSync(log, cluster.account.uid, cluster.account.gid);
  return { log, size: fstatSync(log).size };
}

function explain(cluster: Cluster, failure: string | undefined, log: string): void {
  if (/lock file .* already exists|Address already in use|pre-existing shared memory/.test(log)) return;
  const reason = failure ?? lastLine(log.replaceAll(/^.*(HINT|DETAIL|LOG):.*$/gm, ''));
  throw new StartupError(`The embedded PostgreSQL does not start: ${reason}. Its log is ${cluster.log}.`);
}

/** Ends all sessions and waits until the server has written everything and gone. */
export function stopServer(cluster: Cluster, { pgCtl }: Binaries): void {
  const options = ['stop', '-D', cluster.data, '-m', 'fast', '-w', '-t', String(STOP_TIMEOUT_S)];
  spawnSync(pgCtl, options, { ...spawnOptions(cluster.home, cluster.account), stdio: 'ignore' });
}

/** Returns a port that nobody on this machine uses at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() =>
        typeof bound === 'object' && bound !== null ? resolve(bound.port) : reject(new Error('no free port')),
      );
    });
  });
}
