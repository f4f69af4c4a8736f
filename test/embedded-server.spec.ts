import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { openDataDir } from '../src/database/data-dir.js';
import { restoreLinks } from '../src/database/embedded-binaries.js';
import { startEmbeddedServer } from '../src/database/embedded-server.js';
import type { EmbeddedServer } from '../src/database/embedded-server.js';
import { canReach, serverAccount } from '../src/database/server-account.js';

const isRoot = process.getuid?.() === 0;
const HOLD = ['--import', './test/support/typescript.js', './test/support/hold-server.ts'];

let base: string;
let dataDir: string;
const running: EmbeddedServer[] = [];
const children: ChildProcess[] = [];

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'modelfolio-embedded-'));
  chmodSync(base, 0o755);
  dataDir = join(base, 'data');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

async function start(folder = dataDir): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataDir: folder, fast: true });
  running.push(server);
  return server;
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(sql).finally(() => client.end());
  return rows;
}

const postmasterPid = (): number =>
  Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

/** Starts another process on the same folder; resolves once it uses the server. */
async function otherProcess(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [...HOLD, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line]: unknown[] = await once(child.stdout, 'data');
  return { child, url: String(line).trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('the embedded server', () => {
  it('starts, keeps what was written over a restart, and leaves no process behind', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 42 as answer');
    const pid = postmasterPid();
    await first.stop();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    const second = await start();
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await expect(
      ask(second.url, `select datlocprovider as p, datlocale as l from pg_database where datname = 'modelfolio'`),
    ).resolves.toEqual([{ p: 'b', l: 'C.UTF-8' }]);
  });

  it('listens on this machine alone and keeps its password to itself', async () => {
    const { url } = await start();
    const password = join(dataDir, 'postgres/password');
    expect(statSync(password).mode & 0o077).toBe(0);
    expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('is shared by processes, and only the last one stops it', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ url: first.url, attached: true });
    await first.stop();
    await expect(ask(second.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
    const pid = postmasterPid();
    await second.stop();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('lets several starts race for one server', async () => {
    rmSync(dataDir, { recursive: true, force: true });
    const [one, two] = await Promise.all([otherProcess(), otherProcess()]);
    expect(one.url).toBe(two.url);
    await Promise.all([kill(one.child), kill(two.child)]);
    await (await start()).stop();
  });

  it('takes over the server of a process that was killed', async () => {
    const { child, url } = await otherProcess();
    await kill(child);
    const after = await start();
    expect(after).toMatchObject({ url, attached: true });
    await after.stop();
    expect(() => postmasterPid()).toThrow('ENOENT');
  });

  it('recovers when the server was killed, too', async () => {
    const { child } = await otherProcess();
    const pid = postmasterPid();
    await kill(child);
    process.kill(pid, 'SIGKILL');
    while (isRunning(pid)) await sleep(20);
    const after = await start();
    expect(after.attached).toBe(false);
    await expect(ask(after.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  it('starts the server again on the same port when it dies under a running process', async () => {
    const { url } = await start();
    const pid = postmasterPid();
    process.kill(pid, 'SIGKILL');
    const back = async (): Promise<unknown> => ask(url, 'select 1 as one').catch(async () => sleep(50).then(back));
    await expect(back()).resolves.toEqual([{ one: 1 }]);
    expect(postmasterPid()).not.toBe(pid);
  });

  it('is not misled by a postmaster.pid whose number now belongs to another program', async () => {
    await (await start()).stop();
    const file = join(dataDir, 'postgres/cluster/postmaster.pid');
    writeFileSync(file, `${process.pid}\n${dirname(file)}\n0\n1\n\n127.0.0.1\n\nready\n`);
    await expect(start()).resolves.toMatchObject({ attached: false });
  });

  it('says in one sentence that a folder cannot be written', async () => {
    const file = join(base, 'a-file');
    writeFileSync(file, '');
    const folder = join(file, 'data');
    await expect(start(folder)).rejects.toMatchObject({
      name: 'StartupError',
      message: `The folder ${folder} cannot be written (${file} is a file). Set DATA_DIR to another.`,
    });
  });
});

/** A killed process that nobody has waited for yet still has a number. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('what it needs around it', () => {
  it('makes the library links that a package without install scripts lacks', () => {
    const native = join(base, 'package/native');
    mkdirSync(join(native, 'lib'), { recursive: true });
    writeFileSync(join(native, 'lib/libx.so.1.2'), 'x');
    const links = [{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }];
    writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
    expect(restoreLinks(native)).toBe(true);
    expect(lstatSync(join(native, 'lib/libx.so.1')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(native, 'lib/libx.so.1'), 'utf8')).toBe('x');
    expect(restoreLinks(native)).toBe(true);
  });

  (isRoot ? it : it.skip)(
    'moves to a folder that the server account can reach when the asked one lies behind a closed door',
    () => {
      const account = serverAccount();
      const closed = join(base, 'closed');
      mkdirSync(closed, { mode: 0o700 });
      const folder = openDataDir(join(closed, 'data'), account);
      expect(folder).toMatch(/^\/var\/lib\/modelfolio\/data-[0-9a-f]{8}$/);
      expect(account !== undefined && canReach(folder, account)).toBe(true);
      rmSync(folder, { recursive: true });
    },
  );
});
