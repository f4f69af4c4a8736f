import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { closedLoop, emptyTally, openLoop, percentile } from './load.js';
import type { Shot, Tally } from './load.js';
import { json, mixOf, rowsOf, shotOf, swapOf } from './http-rows.js';
import type { Row } from './http-rows.js';
import { end, launch } from './processes.js';
import { record } from './recorder.js';

/**
 * The product beside a bare server, in turns within one run, so that the ratio holds on any machine. Sign-in, limits,
 * validation, audit and logging (to nowhere) are on. The loader runs on the same cores as both.
 */
const CONNECTIONS = 32;
const SESSIONS = Number(process.env['BENCH_SESSIONS'] ?? 16);
const TURN_MS = Number(process.env['BENCH_TURN_MS'] ?? 1_000);
const TURNS = Number(process.env['BENCH_TURNS'] ?? 4);
const WARM_UP = 4_000;
const WARM_UP_MS = 20_000;
const MIX_PER_SECOND = 300;
const SWAPS_PER_SECOND = 100;
const MIX_MS = 5 * TURN_MS;
const FEED_ITEMS = 6_000;

const SERVICE = fileURLToPath(new URL('./service.js', import.meta.url));
const BARE = fileURLToPath(new URL('./bare-server.ts', import.meta.url));

interface Urls {
  readonly product: string;
  readonly forgetful: string;
  readonly bare: string;
}

type Figures = ReturnType<typeof figures>;

export interface HttpRow {
  readonly name: string;
  /** Requests a second, the product's to the bare server's. */
  readonly ratio: number;
  readonly target: number;
  readonly p99TargetMs: number;
  readonly cpuMs: Readonly<Record<'product' | 'bare', number>>;
  readonly product: Figures;
  readonly bare: Figures;
}

export interface HttpFigures {
  readonly results: readonly HttpRow[];
  readonly mix: Figures;
  /** Requests for swaps alone, at a constant rate. */
  readonly swaps: Figures;
  readonly start: { readonly freshMs: number; readonly existingMs: number };
  readonly memory: { readonly idleMb: number; readonly afterLoadMb: number };
  readonly feed: object;
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

const figures = ({ count, errors, elapsed, latencies }: Tally) => ({
  perSecond: Math.round((count * 1000) / elapsed),
  p50: Math.round(percentile(latencies, 0.5) * 10) / 10,
  p99: Math.round(percentile(latencies, 0.99) * 10) / 10,
  errors,
});

/** Both servers in turns, after each has answered so often that what is compiled late is compiled. */
async function compare(agent: Agent, row: Row, urls: Urls, token: string): Promise<HttpRow> {
  const plain = { 'content-type': 'application/json' };
  const headers: Record<string, string> = { ...plain, authorization: `Bearer ${token}` };
  const okay = row.call.method === 'POST' ? 201 : 200;
  const service = row.workedOut === true ? urls.forgetful : urls.product;
  if (row.matching === true) {
    const { headers: shown } = await fetch(`${service}${row.call.path}`, { headers });
    headers['if-none-match'] = shown.get('etag') ?? '';
  }
  const product = shotOf(service, row.call, headers, row.matching === true ? 304 : okay);
  const bare = shotOf(urls.bare, row.call, plain, okay);
  for (const shot of [product, bare]) await warmUp(agent, shot);
  const tallies = { product: emptyTally(), bare: emptyTally() };
  const before = { product: await cpuOfProduct(service), bare: await cpuOfBare(urls.bare) };
  for (let turn = 0; turn < TURNS; turn += 1) {
    await closedLoop(agent, product, CONNECTIONS, TURN_MS, tallies.product);
    await closedLoop(agent, bare, CONNECTIONS, TURN_MS, tallies.bare);
  }
  const spent = { product: await cpuOfProduct(service), bare: await cpuOfBare(urls.bare) };
  const [ours, theirs] = [figures(tallies.product), figures(tallies.bare)];
  // Processor time of the server process per request: comparable even where the machine is busy with other work.
  const cpuMs = (who: 'product' | 'bare'): number =>
    Math.round(((spent[who] - before[who]) * 1e5) / tallies[who].count) / 100;
  return {
    ...{ name: row.name, target: row.target, ratio: Math.round((100 * ours.perSecond) / theirs.perSecond) / 100 },
    ...{ cpuMs: { product: cpuMs('product'), bare: cpuMs('bare') }, product: ours, bare: theirs },
    p99TargetMs: row.call.method === 'POST' ? 80 : 25,
  };
}

async function warmUp(agent: Agent, shot: Shot): Promise<void> {
  const tally = emptyTally();
  while (tally.count < WARM_UP && tally.elapsed < WARM_UP_MS)
    await closedLoop(agent, shot, CONNECTIONS, Math.min(TURN_MS, 500), tally);
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
    `SELECT id FROM person UNION SELECT id FROM model UNION SELECT id FROM tool UNION SELECT id FROM release`,
  );
  await client.end();
  return rows.map(({ id }) => id);
}

/** Reads, writes, start, memory and a feed, over HTTP with authentication on. */
export async function httpFigures(databaseUrl: string, shown: (row: HttpRow) => void): Promise<HttpFigures> {
  const env = {
    ...{ NODE_ENV: 'test', NODE_OPTIONS: '', LOG_LEVEL: 'info', SECRET_KEY: 'a secret of the benchmarks, long enough' },
    ...{ DATABASE_URL: databaseUrl, PORT: '0', DEMO: 'true', FEEDS_POLLED: 'none', DB_POOL_SIZE: String(SESSIONS) },
    ...{ RATE_LIMIT_READS: '100000000', RATE_LIMIT_WRITES: '100000000', RATE_LIMIT_SIGN_INS: '1000' },
  };
  const fresh = await launch(SERVICE, env);
  await end(fresh.child);
  const existing = await launch(SERVICE, { ...env, WORKERS: 'false' });
  const forgetful = await launch(SERVICE, { ...env, WORKERS: 'false', ANSWER_MEMORY_MB: '0' });
  const { url } = existing;
  await sleep(2_000);
  const idle = await residentMegabytes(url);
  const token = { platform: await signIn(url, 'platform'), owner: await signIn(url, 'tool-owner') };
  const rows = await rowsOf(url, token.owner);
  const kept = await idsOf(databaseUrl);
  const recipes = await record(env, (call) => (call.rotate === undefined ? token.platform : token.owner), rows);
  const bare = await launch(BARE, {}, { databaseUrl, recipes: [...recipes], kept, sessions: SESSIONS });
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const results: HttpRow[] = [];
  let constant = emptyTally();
  for (const row of rows) {
    const caller = row.call.rotate === undefined ? token.platform : token.owner;
    const result = await compare(agent, row, { product: url, forgetful: forgetful.url, bare: bare.url }, caller);
    results.push(result);
    shown(result);
    // While it is warm, and before there are the thousands of pools that an assessment would read.
    if (row.call.rotate !== undefined)
      constant = await openLoop(agent, [swapOf(row, url, token.owner)], SWAPS_PER_SECOND, MIX_MS);
  }
  const mix = figures(await openLoop(agent, mixOf(rows, url, token.platform), MIX_PER_SECOND, MIX_MS));
  agent.destroy();
  const loaded = await residentMegabytes(url);
  for (const { child } of [existing, forgetful, bare]) await end(child);
  const worker = await launch(SERVICE, env);
  const feed = await importFeed(worker.url, await signIn(worker.url, 'platform'));
  await end(worker.child);
  const start = { freshMs: Math.round(fresh.ms), existingMs: Math.round(existing.ms) };
  const memory = { idleMb: Math.round(idle), afterLoadMb: Math.round(loaded) };
  return { results, mix, swaps: figures(constant), start, memory, feed };
}
