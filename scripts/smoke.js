import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Starts the product as a newcomer does, asks it for readiness and one flag, interrupts it and looks for what is left. */
const dataDir = mkdtempSync(join(tmpdir(), 'modelfolio-smoke-'));
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
for (const name of ['DATABASE_URL', 'READ_DATABASE_URL', 'HOST', 'AUTH_MODE']) delete env[name];

// A process group of its own: the interrupt reaches npm and the service at once, as from a terminal.
const child = spawn('npm', ['start'], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
let output = '';
for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));

try {
  await until('a built service', 180, () => /Database|running at/.test(output));
  const built = Date.now();
  await until(
    'GET /readyz to answer 200',
    120,
    async () => (await fetch(`${base}/readyz`).catch(() => undefined))?.status === 200,
  );
  report(`/readyz answered 200 ${((Date.now() - built) / 1000).toFixed(1)} s after the build`);
  const token = await signIn('platform');
  const flag = await until('a replacement flag', 60, async () => (await get('/v1/flags?limit=1', token)).items[0]);
  report(`/v1/flags: ${flag.title ?? flag.id}`);
  for (const [path, least] of [
    ['/v1/models', 1],
    ['/v1/tools', 1],
    ['/v1/releases', 300],
  ]) {
    const { total } = await get(`${path}?limit=1`, token);
    if (total < least) throw new Error(`${path} has ${total} items, at least ${least} expected`);
    report(`${path}: ${total}`);
  }
  const lines = output.split('\n').filter((line) => line.trim() !== '').length;
  if (lines > 20) throw new Error(`the start printed ${lines} lines, at most 20 are allowed`);
  report(`the start printed ${lines} lines`);
  await stop();
} catch (error) {
  console.error(`${error.message}\n--- what it printed ---\n${output}`);
  process.exitCode = 1;
} finally {
  killGroup('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
}

async function stop() {
  const asked = Date.now();
  killGroup('SIGINT');
  const { code, signal } = await Promise.race([ended, sleep(30_000).then(() => ({ code: 'none within 30 s' }))]);
  if (code !== 0 && code !== 130 && signal !== 'SIGINT') throw new Error(`Ctrl-C ended it with ${code ?? signal}`);
  await until('all its processes to end', 5, () => !killGroup(0));
  if (existsSync(join(dataDir, 'postgres/cluster/postmaster.pid'))) throw new Error('the database is still running');
  if ((await fetch(`${base}/livez`).catch(() => undefined)) !== undefined) throw new Error('somebody still listens');
  report(`Ctrl-C: everything stopped within ${((Date.now() - asked) / 1000).toFixed(1)} s`);
}

function killGroup(signal) {
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}

async function signIn(account) {
  const answer = await fetch(`${base}/v1/local-session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  });
  if (answer.status !== 201) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()).token;
}

async function get(path, token) {
  const answer = await fetch(`${base}${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

async function until(what, seconds, ask) {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await sleep(100)) {
    if (child.exitCode !== null) throw new Error(`it ended by itself with ${child.exitCode} before ${what}`);
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`waited ${seconds} s for ${what}`);
}

function report(line) {
  console.log(line);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
}
