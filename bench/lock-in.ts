import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CatalogueSeed } from '../src/catalogue/catalogue.seed.js';
import { parseEnv } from '../src/config/env.js';
import { createApp } from '../src/create-app.js';
import { Database } from '../src/database/database.js';
import { withScratchDatabase } from '../src/database/scratch-database.js';
import { startDatabase } from '../src/database/start-database.js';
import { demoPortfolioPath } from '../src/portfolio/demo-portfolio.js';
import type { DemoPortfolio } from '../src/portfolio/demo-portfolio.js';
import { DemoSeed } from '../src/portfolio/demo.seed.js';

/** The lock-in report of a large portfolio over HTTP, from the request to the last byte, and its PDF. */
const TOOLS = 1_000;
const MODELS = 50;
const REPORT = { name: 'lock-in report as JSON', path: '/v1/lock-in/report', runs: 40, limitMs: 150 };
const PAST = { name: 'the same of a past day', path: '/v1/lock-in/report?asOf=2026-10-31', runs: 20, limitMs: 150 };
const PDF = { name: 'lock-in report as PDF', path: '/v1/lock-in/report.pdf', runs: 8, limitMs: 2_000 };

export interface LockInRow {
  readonly name: string;
  readonly tools: number;
  readonly models: number;
  readonly bytes: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Processor time of the process per request, comparable where the machine is busy; PostgreSQL's is not in it. */
  readonly cpuMs: number;
  readonly limitMs: number;
}

/** Asks for both again and again, on a scratch database of the configured server. */
export async function lockInRows(): Promise<readonly LockInRow[]> {
  const env = { LOG_LEVEL: 'silent', RATE_LIMIT_TRANSFERS: '100000', RATE_LIMIT_READS: '100000', ...process.env };
  const running = await startDatabase(parseEnv(env), () => undefined);
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    return await withScratchDatabase(running.config, async (config) => {
      const app = await createApp(config);
      await app.listen(0, '127.0.0.1');
      await app.get(CatalogueSeed, { strict: false }).loadBundled();
      await app.get(DemoSeed, { strict: false }).loadIfEmpty(await portfolioOf(folder, app.get(Database)));
      const ask = await caller(app);
      const rows = [await measure(REPORT, ask), await measure(PAST, ask), await measure(PDF, ask)];
      await app.close();
      return rows;
    });
  } finally {
    await running.stop();
    await rm(folder, { recursive: true });
  }
}

/** The demo portfolio many times over, on its own models and on as many more of the catalogue. */
async function portfolioOf(folder: string, db: Database): Promise<string> {
  const demo: DemoPortfolio = JSON.parse(await readFile(demoPortfolioPath(), 'utf8'));
  const more = await db.dataSource.query<{ key: string }[]>(
    `SELECT key FROM release WHERE kind = 'CHAT' AND release_date BETWEEN '2025-01-01' AND '2025-12-31'
       AND total_params_b IS NOT NULL AND lower(key) <> ALL ($1) ORDER BY key LIMIT $2`,
    [demo.models.map(({ release }) => release.toLowerCase()), MODELS - demo.models.length],
  );
  const [pattern] = demo.models;
  if (pattern === undefined || more.length < MODELS - demo.models.length)
    throw new Error('The catalogue is too small.');
  const models = [...demo.models, ...more.map(({ key }) => ({ ...pattern, name: key, release: key }))];
  const gpuPools = demo.gpuPools.map((pool) => ({ ...pool, gpuCount: pool.gpuCount * 100 }));
  const tools = Array.from({ length: TOOLS }, (_, index) => {
    const tool = demo.tools[index % demo.tools.length];
    const model = models[index % models.length];
    if (tool === undefined || model === undefined) throw new Error('The demo portfolio is empty.');
    const fallbacks = tool.fallbacks?.filter((fallback) => fallback.model !== model.name);
    const name = `${tool.name} ${index}`;
    return { ...tool, name, primary: { ...tool.primary, model: model.name }, ...(fallbacks && { fallbacks }) };
  });
  const path = join(folder, 'portfolio.json');
  await writeFile(path, JSON.stringify({ ...demo, gpuPools, models, tools }));
  return path;
}

type Ask = (path: string) => Promise<number>;

/** Asks as the manager; the bytes of the answer. */
async function caller(app: NestFastifyApplication): Promise<Ask> {
  const url = await app.getUrl();
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ account: 'manager' });
  const session = await fetch(`${url}/v1/local-session`, { method: 'POST', headers, body });
  const { token } = Object(await session.json());
  return async (path) => {
    const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    const { byteLength } = await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return byteLength;
  };
}

/** After a third of the runs to warm up. */
async function measure({ name, path, runs, limitMs }: typeof REPORT, ask: Ask): Promise<LockInRow> {
  let bytes = 0;
  for (let run = 0; run < runs / 3; run += 1) bytes = await ask(path);
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await ask(path);
    times.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.ceil(share * times.length) - 1] ?? NaN;
  const cpuMs = (user + system) / 1_000 / runs;
  return { name, tools: TOOLS, models: MODELS, bytes, p50Ms: at(0.5), p95Ms: at(0.95), cpuMs, limitMs };
}

if (process.argv[1]?.endsWith('bench/lock-in.ts') === true)
  for (const { name, tools, models, bytes, p50Ms, p95Ms, cpuMs, limitMs } of await lockInRows())
    process.stdout.write(
      `${name}, ${tools} tools on ${models} models, ${(bytes / 1e6).toFixed(1)} MB: p50 ${p50Ms.toFixed(0)} ms  p95 ${p95Ms.toFixed(0)} ms  CPU ${cpuMs.toFixed(0)} ms  ${p95Ms <= limitMs ? 'within' : 'ABOVE'} ${limitMs} ms\n`,
    );
