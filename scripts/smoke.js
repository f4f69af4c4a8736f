import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Starts the product as a newcomer does, asks it for readiness and one flag, stops it, starts it again and looks for what is left. */
const dataDir = mkdtempSync(join(tmpdir(), 'modelfolio-smoke-'));
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const LEAST = { models: 10, tools: 30, releases: 300 };
const MOST_LINES = 20;
const report = (line) => console.log(line);

let product;
try {
  product = await start();
  const first = await look();
  report(`/v1/flags: ${first.flag.title}`);
  const lines = product.output.split('\n').filter((line) => line.trim() !== '').length;
  if (lines > MOST_LINES) throw new Error(`the start printed ${lines} lines, at most ${MOST_LINES} are allowed`);
  report(`the start printed ${lines} lines; ${JSON.stringify(first.totals)}`);
  // The interrupt reaches npm and the service at once, as from a terminal.
  await stop('Ctrl-C', () => process.kill(-product.child.pid, 'SIGINT'));

  product = await start();
  const second = await look();
  if (JSON.stringify(second.totals) !== JSON.stringify(first.totals)) throw new Error('the second start lost data');
  report('a second start keeps the data');
  await stop('ending npm alone', () => product.child.kill('SIGTERM'));
} catch (error) {
  console.error(`${error.message}\n--- what it printed ---\n${product?.output}`);
  process.exitCode = 1;
} finally {
  groupIsAlive('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
}

async function start() {
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
  for (const name of ['DATABASE_URL', 'READ_DATABASE_URL', 'HOST', 'AUTH_MODE', 'DEMO']) delete env[name];
  const child = spawn('npm', ['start'], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  product = { child, output: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (product.output += chunk));
  await until('a built service', 180, () => /Database|running at/.test(product.output));
  const built = Date.now();
  await until(
    '/readyz to answer 200',
    120,
    async () => (await fetch(`${base}/readyz`).catch(() => ({}))).status === 200,
  );
  report(`/readyz answered 200 ${seconds(built)} s after the build`);
  return product;
}

async function look() {
  const token = await signIn('platform');
  const flag = await until('a replacement flag', 60, async () => (await get('/v1/flags?limit=1', token)).items[0]);
  const totals = {};
  for (const [name, least] of Object.entries(LEAST)) {
    totals[name] = (await get(`/v1/${name}?limit=1`, token)).total;
    if (totals[name] < least) throw new Error(`there are ${totals[name]} ${name}, at least ${least} expected`);
  }
  return { flag, totals };
}

async function stop(how, act) {
  const asked = Date.now();
  act();
  await until(`all processes to end after ${how}`, 30, () => !groupIsAlive(0));
  if (existsSync(join(dataDir, 'postgres/cluster/postmaster.pid'))) throw new Error('the database is still running');
  if ((await fetch(`${base}/livez`).catch(() => undefined)) !== undefined) throw new Error('somebody still listens');
  if (!product.output.includes('Stopped.')) throw new Error(`${how} was not a clean end`);
  report(`${how} stopped everything within ${seconds(asked)} s`);
}

function groupIsAlive(signal) {
  try {
    return product !== undefined && process.kill(-product.child.pid, signal);
  } catch {
    return false;
  }
}

async function signIn(account) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${base}/v1/local-session`, {
    method: 'POST',
    headers,
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

/** Asks until the answer is truthy; a service that has ended answers nothing any more. */
async function until(what, limit, ask) {
  const { child } = product;
  for (const deadline = Date.now() + limit * 1000; Date.now() < deadline; await sleep(100)) {
    const answer = await ask();
    if (answer) return answer;
    if (child.exitCode !== null && what.startsWith('all processes') === false)
      throw new Error(`it ended with ${child.exitCode} before ${what}`);
  }
  throw new Error(`waited ${limit} s for ${what}`);
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
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
