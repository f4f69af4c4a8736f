import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedServer } from '../src/database/embedded-server.js';

const TYPESCRIPT = new URL('../test/support/typescript.js', import.meta.url).href;
const children = new Set<ChildProcess>();

/** Remembers a process, so that it does not outlive the run. */
export function track(child: ChildProcess): void {
  children.add(child);
  child.once('exit', () => children.delete(child));
}

export interface Launched {
  readonly url: string;
  /** Milliseconds from the fork to the first word. */
  readonly ms: number;
  readonly child: ChildProcess;
}

/** Starts a process and returns the address that it reports. */
export async function launch(script: string, env: Record<string, string>, first?: object): Promise<Launched> {
  const began = performance.now();
  const child = fork(script, {
    execArgv: script.endsWith('.ts') ? ['--import', TYPESCRIPT] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
  track(child);
  if (first !== undefined) child.send(first);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${script} ended before it listened`)));
  const [message]: unknown[] = await Promise.race([once(child, 'message'), ended]);
  return { url: String(Object(message).url), ms: performance.now() - began, child };
}

/** Lets a process finish what it does. */
export async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Runs the work on a throw-away PostgreSQL; it and all processes are gone afterwards, also after Ctrl-C or SIGTERM. */
export async function onThrowAwayServer(work: (databaseUrl: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-bench-'));
  chmodSync(folder, 0o755);
  const server = startEmbeddedServer({ dataDir: join(folder, 'data') });
  const leave = async (): Promise<void> => {
    for (const child of children) child.kill('SIGKILL');
    await (await server).stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void leave().finally(() => process.exit(128 + constants.signals[signal])));
  try {
    await work((await server).url);
  } finally {
    await leave();
  }
}
