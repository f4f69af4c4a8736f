import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { startEmbeddedServer } from '../src/database/embedded-server.js';
import { fillMarkedPart } from '../test/support/marked-part.js';
import { capacityTable } from './capacity.js';
import { grow } from './scale-fill.js';
import type { Sizes } from './scale-fill.js';
import { exponent, growthTable } from './scale-table.js';
import type { Result, Spent } from './scale-table.js';

/**
 * How cost grows with the portfolio and with the catalogue, against a real server on its own PostgreSQL. SCALE_TOOLS
 * and SCALE_RELEASES choose the sizes; what would take longer than SCALE_CAP_SECONDS, by the growth so far, is left out.
 * `--record` writes the tables into docs/operations/scaling.md.
 */
const sizesOf = (name: string, fallback: string): number[] => (process.env[name] ?? fallback).split(',').map(Number);
const TOOLS = sizesOf('SCALE_TOOLS', '100,1000,10000');
const RELEASES = sizesOf('SCALE_RELEASES', '1000,10000,100000');
const CAP_SECONDS = Number(process.env['SCALE_CAP_SECONDS'] ?? 240);
const REPEATS = 15;
const DOCUMENT = 'docs/operations/scaling.md';
/** An answer that takes longer is worth no more waiting. */
const PATIENCE_MS = 60_000;

const TYPESCRIPT = new URL('../test/support/typescript.js', import.meta.url).href;
const scriptOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const ENV = {
  ...{ NODE_ENV: 'test', NODE_OPTIONS: '', LOG_LEVEL: 'silent', SECRET_KEY: 'a secret of the benchmarks, long enough' },
  ...{ FEEDS_POLLED: 'none', DEMO: 'true', PORT: '0', RATE_LIMIT_READS: '100000000' },
  // Each answer is worked out: what is given again costs the same at every size.
  ...{ ANSWER_MEMORY_MB: '0' },
};

async function launch(
  script: string,
  databaseUrl: string,
  workers: boolean,
): Promise<{ url: string; child: ChildProcess }> {
  const child = fork(scriptOf(script), {
    execArgv: ['--import', TYPESCRIPT],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...ENV, DATABASE_URL: databaseUrl, WORKERS: String(workers) },
  });
  const [message]: unknown[] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  return { url: String(Object(message).url), child };
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function told(child: ChildProcess, task: string): Promise<Record<string, number> & { error?: string }> {
  child.send(task);
  const [message]: unknown[] = await once(child, 'message');
  return Object(message);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

async function signIn(url: string): Promise<Record<string, string>> {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify({ account: 'manager' }) };
  const { token } = Object(await (await fetch(`${url}/v1/local-session`, init)).json());
  return { authorization: `Bearer ${token}` };
}

/** Asks some times in a row after one to warm up: the median, and the processor time of one. */
async function cost(child: ChildProcess, url: string, headers: Record<string, string>): Promise<Spent> {
  const ask = async (): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    return performance.now() - began;
  };
  const first = await ask().catch(() => PATIENCE_MS);
  if (first >= PATIENCE_MS) return { ms: Infinity, cpuMs: Infinity };
  const repeats = first > 2_000 ? 3 : REPEATS;
  const before = await told(child, 'spent');
  const times: number[] = [];
  for (let i = 0; i < repeats; i += 1) times.push(await ask());
  const after = await told(child, 'spent');
  return { ms: median(times), cpuMs: ((after['cpuMs'] ?? 0) - (before['cpuMs'] ?? 0)) / repeats };
}

async function assess(child: ChildProcess): Promise<Spent & { flags: number }> {
  const before = await told(child, 'spent');
  const began = performance.now();
  const after = await told(child, 'assess');
  if (after.error !== undefined) throw new Error(after.error);
  const cpuMs = (after['cpuMs'] ?? 0) - (before['cpuMs'] ?? 0);
  return { ms: performance.now() - began, cpuMs, flags: after['raised'] ?? 0 };
}

async function measure(databaseUrl: string, wanted: Sizes): Promise<Result> {
  const sizes = await grow(databaseUrl, wanted);
  const { url, child } = await launch('./scale-server.ts', databaseUrl, false);
  try {
    const headers = await signIn(url);
    const { flags, ...first } = await assess(child);
    const { flags: _, ...again } = await assess(child);
    const { items } = Object(await (await fetch(`${url}/v1/tools?limit=1`, { headers })).json());
    const at = (path: string): Promise<Spent> => cost(child, `${url}${path}`, headers);
    const costs = {
      'GET one tool': await at(`/v1/tools/${items[0].id}`),
      'list 20 tools': await at('/v1/tools?limit=20'),
      'list 20 releases': await at('/v1/releases?limit=20'),
      'list 20 flags': await at('/v1/flags?limit=20'),
      dashboard: await at('/v1/dashboard'),
      'lock-in report': await at('/v1/lock-in/report'),
      'full assessment': first,
      'full assessment, unchanged': again,
    };
    const { residentMb = NaN } = await told(child, 'spent');
    return { ...sizes, costs, flags, residentMb };
  } finally {
    await end(child);
  }
}

async function copyOf(template: string, name: string): Promise<string> {
  const address = new URL(template);
  const original = address.pathname.slice(1);
  address.pathname = '/template1';
  const client = new Client({ connectionString: address.href });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${original}`).finally(() => client.end());
  address.pathname = `/${name}`;
  return address.href;
}

/** One copy of the demo's database a size, each grown on its own. */
async function sweep(
  template: string,
  name: 'tools' | 'releases',
  sizes: readonly number[],
  fixed: number,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const size of sizes) {
    const last = results.at(-1);
    const before = results.at(-2);
    if (last !== undefined && expected(last, before, name, size) > CAP_SECONDS * 1000) {
      say(`${size} ${name}: not run, it would take longer than ${CAP_SECONDS} s`);
      break;
    }
    const wanted = name === 'tools' ? { tools: size, releases: fixed } : { tools: fixed, releases: size };
    results.push(await measure(await copyOf(template, `${name}_${size}`), wanted));
  }
  return results;
}

const total = ({ costs }: Result): number => Object.values(costs).reduce((sum, { ms }) => sum + ms, 0);

/** Milliseconds that a size will take if cost grows on as it did, and at least in proportion. */
function expected(last: Result, before: Result | undefined, name: 'tools' | 'releases', size: number): number {
  const power = before === undefined ? 1 : Math.max(1, exponent(total(before), total(last), before[name], last[name]));
  return total(last) * (size / last[name]) ** power;
}

const machine = `Node ${process.versions.node}, ${availableParallelism()} processors at a load of ${loadavg()[0]?.toFixed(1)} before the run; median of ${REPEATS} answers, in brackets the processor time of the server.`;
say(machine);
const folder = mkdtempSync(join(tmpdir(), 'modelfolio-scale-'));
chmodSync(folder, 0o755);
const server = await startEmbeddedServer({ dataDir: join(folder, 'data'), fast: true });
try {
  const { child } = await launch('../test/support/service-process.ts', server.url, false);
  await end(child);
  const byTools = await sweep(server.url, 'tools', TOOLS, RELEASES[0] ?? 1_000);
  const byReleases = await sweep(server.url, 'releases', RELEASES, TOOLS[0] ?? 100);
  const growth = [machine, growthTable('tools', byTools), growthTable('releases', byReleases)].join('\n\n');
  const [base] = byTools;
  const read = ['GET one tool', 'list 20 tools', 'dashboard'].map((row) => base?.costs[row]?.cpuMs ?? NaN);
  const capacity = capacityTable(read.reduce((sum, each) => sum + each, 0) / read.length);
  say(`\n${growth}\n\n${capacity}`);
  if (process.argv.includes('--record')) {
    fillMarkedPart(DOCUMENT, 'growth', growth);
    fillMarkedPart(DOCUMENT, 'capacity', capacity);
  }
  say(`\n${JSON.stringify({ node: process.version, load: loadavg(), byTools, byReleases })}`);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
