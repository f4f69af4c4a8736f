import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { Agent } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { startEmbeddedServer } from '../src/database/embedded-server.js';
import { closedLoop, emptyTally, openLoop, percentile } from './load.js';
import type { Shot, Tally } from './load.js';
import { record } from './recorder.js';
import type { Call } from './recorder.js';

/**
 * The product beside a bare server, in turns within one run, so that the ratio holds on any machine. Sign-in, limits,
 * validation, audit and logging (to nowhere) are on. The loader runs on the same cores as both.
 */
const CONNECTIONS = 32;
const SESSIONS = 16;
const TURN_MS = Number(process.env['BENCH_TURN_MS'] ?? 1_000);
const TURNS = Number(process.env['BENCH_TURNS'] ?? 4);
const MIX_PER_SECOND = 300;
const MIX_MS = 5 * TURN_MS;
const FEED_ITEMS = 6_000;

const TYPESCRIPT = new URL('../test/support/typescript.js', import.meta.url).href;
const SERVICE = fileURLToPath(new URL('./service.js', import.meta.url));
const BARE = fileURLToPath(new URL('./bare-server.ts', import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Row {
  readonly name: string;
  readonly call: Call;
  readonly target: number;
  readonly matching?: boolean;
}

const children: ChildProcess[] = [];

/** Starts a process and returns the address that it reports, with the milliseconds until then. */
async function launch(
  script: string,
  env: Record<string, string>,
  first?: object,
): Promise<{ url: string; ms: number; child: ChildProcess }> {
  const began = performance.now();
  const child = fork(script, {
    execArgv: script.endsWith('.ts') ? ['--import', TYPESCRIPT] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
  children.push(child);
  if (first !== undefined) child.send(first);
  const [message]: unknown[] = await once(child, 'message');
  return { url: String(Object(message).url), ms: performance.now() - began, child };
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function json(url: string, token: string): Promise<{ id: string; status: string; items: { id: string }[] }> {
  return Object(await (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).json());
}

async function signIn(url: string, account: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/v1/local-session`, { method: 'POST', headers, body: JSON.stringify({ account }) });
  return Object(await answer.json()).token;
}

async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^modelfolio_${name} (\\S+)`, 'm').exec(text)?.[1]);
}

const residentMegabytes = async (url: string): Promise<number> =>
  (await metric(url, 'process_resident_memory_bytes')) / 1e6;
const cpuOfProduct = (url: string): Promise<number> => metric(url, 'process_cpu_seconds_total');
const cpuOfBare = async (url: string): Promise<number> => Number(await (await fetch(`${url}/cpu`)).text());

const shotOf = (
  base: string,
  { method, path, body }: Call,
  headers: Record<string, string>,
  expected: number,
): Shot => ({
  ...{ method, url: `${base}${path}`, headers, expected },
  ...(body === undefined ? {} : { body: () => JSON.stringify(body).replace('UNIQUE', crypto.randomUUID()) }),
});

const figures = ({ count, errors, elapsed, latencies }: Tally) => ({
  perSecond: Math.round((count * 1000) / elapsed),
  p50: Math.round(percentile(latencies, 0.5) * 10) / 10,
  p99: Math.round(percentile(latencies, 0.99) * 10) / 10,
  errors,
});

/** Both servers in turns, the first turn of each unmeasured. */
async function compare(agent: Agent, row: Row, urls: { product: string; bare: string }, token: string) {
  const plain = { 'content-type': 'application/json' };
  const headers: Record<string, string> = { ...plain, authorization: `Bearer ${token}` };
  const okay = row.call.method === 'POST' ? 201 : 200;
  if (row.matching === true) {
    const { headers: shown } = await fetch(`${urls.product}${row.call.path}`, { headers });
    headers['if-none-match'] = shown.get('etag') ?? '';
  }
  const product = shotOf(urls.product, row.call, headers, row.matching === true ? 304 : okay);
  const bare = shotOf(urls.bare, row.call, plain, okay);
  const tallies = { product: emptyTally(), bare: emptyTally() };
  for (const shot of [product, bare]) await closedLoop(agent, shot, CONNECTIONS, TURN_MS, emptyTally());
  const before = { product: await cpuOfProduct(urls.product), bare: await cpuOfBare(urls.bare) };
  for (let turn = 0; turn < TURNS; turn += 1) {
    await closedLoop(agent, product, CONNECTIONS, TURN_MS, tallies.product);
    await closedLoop(agent, bare, CONNECTIONS, TURN_MS, tallies.bare);
  }
  const [ours, theirs] = [figures(tallies.product), figures(tallies.bare)];
  const ratio = Math.round((100 * ours.perSecond) / theirs.perSecond) / 100;
  const spent = { product: await cpuOfProduct(urls.product), bare: await cpuOfBare(urls.bare) };
  // Processor time of the server process per request: comparable even where the machine is busy with other work.
  const cpuMs = (who: 'product' | 'bare'): number =>
    Math.round(((spent[who] - before[who]) * 1e5) / tallies[who].count) / 100;
  return {
    name: row.name,
    ratio,
    target: row.target,
    cpuMs: { product: cpuMs('product'), bare: cpuMs('bare') },
    product: ours,
    bare: theirs,
  };
}

/** A list of an enterprise's own, two megabytes long; seconds from the upload until all of it is recorded. */
async function importFeed(url: string, token: string): Promise<object> {
  const items = Array.from({ length: FEED_ITEMS }, (_, n) => ({
    ...{ hubId: `Qwen/Bench${n}-8B-Instruct`, vendor: 'Qwen', releaseDate: '2026-01-15' },
    ...{ totalParamsB: 8, contextTokens: 131_072, licenceId: 'apache-2.0', description: 'x'.repeat(180) },
  }));
  const body = JSON.stringify(items);
  const began = performance.now();
  const answer = await fetch(`${url}/v1/feeds/own-list/snapshots`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body,
  });
  if (answer.status !== 202) return { error: `${answer.status} ${(await answer.text()).slice(0, 200)}` };
  const { id } = Object(await answer.json());
  const isDone = async (): Promise<boolean> =>
    ['SUCCEEDED', 'FAILED', 'UNCHANGED'].includes((await json(`${url}/v1/feeds/own-list/runs/${id}`, token)).status);
  while (!(await isDone()) && performance.now() - began < 180_000) await sleep(50);
  const run = Object(await json(`${url}/v1/feeds/own-list/runs/${id}`, token));
  const seconds = Math.round(performance.now() - began) / 1000;
  return { bytes: body.length, seconds, status: run.status, added: run.added, quarantined: run.quarantined };
}

async function idsOf(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM person UNION SELECT id FROM model UNION SELECT id FROM tool`,
  );
  await client.end();
  return rows.map(({ id }) => id);
}

async function main(databaseUrl: string): Promise<void> {
  const env = {
    ...{ NODE_ENV: 'test', NODE_OPTIONS: '', LOG_LEVEL: 'info', SECRET_KEY: 'a secret of the benchmarks, long enough' },
    ...{ DATABASE_URL: databaseUrl, PORT: '0', DEMO: 'true', FEEDS_POLLED: 'none', DB_POOL_SIZE: String(SESSIONS) },
    ...{ RATE_LIMIT_READS: '100000000', RATE_LIMIT_WRITES: '100000000' },
  };
  const fresh = await launch(SERVICE, env);
  await end(fresh.child);
  const { url, ms } = await launch(SERVICE, { ...env, WORKERS: 'false' });
  await sleep(2_000);
  const idle = await residentMegabytes(url);
  const token = await signIn(url, 'platform');
  const [model] = (await json(`${url}/v1/models?limit=1`, token)).items;
  const pool = { name: 'bench UNIQUE', gpuType: 'NVIDIA H100', gpuCount: 8, memoryGbPerGpu: 80 };
  const list: Call = { method: 'GET', path: '/v1/models?limit=20' };
  const rows: Row[] = [
    { name: 'GET one model', call: { method: 'GET', path: `/v1/models/${model?.id}` }, target: 0.75 },
    { name: 'list 20 models', call: list, target: 0.8 },
    { name: 'list 20 flags', call: { method: 'GET', path: '/v1/flags?limit=20' }, target: 0.8 },
    { name: 'list 20 models, If-None-Match', call: list, target: 1, matching: true },
    { name: 'dashboard', call: { method: 'GET', path: '/v1/dashboard' }, target: 0.75 },
    {
      name: 'POST a GPU pool',
      call: { method: 'POST', path: '/v1/gpu-pools', body: { ...pool, hosting: 'IN_HOUSE', location: 'Hall 1' } },
      target: 0.6,
    },
  ];
  const recipes = await record(
    { ...env },
    token,
    rows.map(({ call }) => call),
  );
  const first = { databaseUrl, recipes: [...recipes], kept: await idsOf(databaseUrl), sessions: SESSIONS };
  const bare = await launch(BARE, {}, first);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  say(
    `${CONNECTIONS} connections, ${TURNS} turns of ${TURN_MS} ms each, load of the machine ${loadavg()[0]?.toFixed(1)}\n`,
  );
  say(
    `${'row'.padEnd(32)}${['product/s', 'bare/s', 'ratio', 'target', 'p50 ms', 'p99 ms', 'errors', 'CPU ms', 'bare CPU'].map((each) => each.padStart(10)).join('')}`,
  );
  const results = [];
  for (const row of rows) {
    const result = await compare(agent, row, { product: url, bare: bare.url }, token);
    results.push(result);
    const { product, ratio, target } = result;
    const shown = [
      product.perSecond,
      result.bare.perSecond,
      ratio,
      target,
      product.p50,
      product.p99,
      product.errors + result.bare.errors,
      result.cpuMs.product,
      result.cpuMs.bare,
    ];
    say(`${row.name.padEnd(32)}${shown.map((each) => String(each).padStart(10)).join('')}`);
  }
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const shots = rows.slice(0, 5).map((row) => shotOf(url, row.call, headers, 200));
  const mix = figures(await openLoop(agent, shots, MIX_PER_SECOND, MIX_MS));
  agent.destroy();
  const loaded = await residentMegabytes(url);
  const worker = await launch(SERVICE, env);
  const feed = await importFeed(worker.url, await signIn(worker.url, 'platform'));
  const start = { freshMs: Math.round(fresh.ms), existingMs: Math.round(ms) };
  const memory = { idleMb: Math.round(idle), afterLoadMb: Math.round(loaded) };
  say(`\nconstant mix of ${MIX_PER_SECOND} reads/s: ${JSON.stringify(mix)} (target p99 40 ms, no error)`);
  say(`start: ${JSON.stringify(start)} (targets 8000 and 2000)   memory: ${JSON.stringify(memory)} (target 200 idle)`);
  say(`feed import: ${JSON.stringify(feed)}\n`);
  say(JSON.stringify({ node: process.version, load: loadavg(), results, mix, start, memory, feed }));
}

const folder = mkdtempSync(join(tmpdir(), 'modelfolio-bench-'));
chmodSync(folder, 0o755);
const server = await startEmbeddedServer({ dataDir: join(folder, 'data') });
try {
  await main(server.url);
} finally {
  for (const child of children) child.kill('SIGKILL');
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
