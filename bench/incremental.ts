import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from '../src/app.module.js';
import { CatalogueSeed } from '../src/catalogue/catalogue.seed.js';
import { CatalogueWriter } from '../src/catalogue/catalogue.writer.js';
import { parseEnv, withValues } from '../src/config/env.js';
import type { Config } from '../src/config/env.js';
import { Database } from '../src/database/database.js';
import { withScratchDatabase } from '../src/database/scratch-database.js';
import { startDatabase } from '../src/database/start-database.js';
import { SystemClock } from '../src/kernel/clock.js';
import { demoPortfolioPath, type DemoPortfolio } from '../src/portfolio/demo-portfolio.js';
import { DemoSeed } from '../src/portfolio/demo.seed.js';
import { Assessor } from '../src/replacement/assessor.js';
import type { AssessmentCounts } from '../src/replacement/assessor.js';

/** One recorded release against 1,000 tools: milliseconds from its commit to the stored flags, judged at once and through the queue. */
const TOOLS = 1_000;
const LIMIT_MS = 50;
const QUEUED_LIMIT_MS = 1_000;
const ROUNDS = 5;
/** Of the size of the models in use, so that each is a next generation that is flagged and supersedes the one before it. */
const LINES: readonly (readonly [name: (round: number) => string, totalParamsB: number])[] = [
  [(round) => `google/gemma-${round + 5}-27b-it`, 27],
  [(round) => `Qwen/Qwen${round + 4}-235B-A22B-Instruct`, 235],
  [(round) => `deepseek-ai/DeepSeek-V${round + 5}`, 685],
  [(round) => `moonshotai/Kimi-K${round + 3}-Instruct`, 1_000],
  [(round) => `zai-org/GLM-${round + 6}`, 355],
  [(round) => `MiniMaxAI/MiniMax-M${round + 4}`, 456],
  [(round) => `meta-llama/Llama-${round + 5}-70B-Instruct`, 70],
  [(round) => `mistralai/Mistral-Small-${round + 5}-24B-Instruct`, 24],
];

interface Recorded {
  readonly key: string;
  readonly totalParamsB: number;
}

const nextGeneration = (from: number): readonly Recorded[] =>
  Array.from({ length: ROUNDS }, (_, round) =>
    LINES.map(([name, totalParamsB]) => ({ key: name(from + round), totalParamsB })),
  ).flat();

const CASES: Readonly<Record<string, readonly Recorded[]>> = {
  'of no concern': Array.from({ length: 40 }, (_, round) => ({
    key: `ibm-granite/granite-9.${round}-8b-instruct`,
    totalParamsB: 8,
  })),
  'a next generation, flagged': nextGeneration(0),
};

export interface IncrementalRow {
  readonly name: string;
  readonly tools: number;
  readonly releases: number;
  /** Flags that the recorded releases raised. */
  readonly raised: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Processor time of the service alone, the median: other work on the machine does not lengthen it. */
  readonly cpuMs: number;
  readonly limitMs: number;
}

/** Records releases one by one on a scratch database of the configured server, and times each assessment. */
export async function incrementalRows(): Promise<readonly IncrementalRow[]> {
  const running = await startDatabase(parseEnv(process.env), () => undefined);
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    const path = await portfolioOf(folder);
    return await withScratchDatabase(running.config, async (config) => [
      ...(await withApp(config, async (app) => {
        await app.get(CatalogueSeed, { strict: false }).loadBundled();
        await app.get(DemoSeed, { strict: false }).loadIfEmpty(path);
        const rows: IncrementalRow[] = [];
        for (const [name, recorded] of Object.entries(CASES))
          rows.push(await measure(app, name, recorded, judgedAtOnce, LIMIT_MS));
        return rows;
      })),
      await withApp(withValues(config, { workers: true }), async (app) => {
        await queuesEmpty(app);
        return measure(app, 'flagged, through the queue', nextGeneration(ROUNDS), judgedByTheQueue, QUEUED_LIMIT_MS);
      }),
    ]);
  } finally {
    await running.stop();
    await rm(folder, { recursive: true });
  }
}

async function withApp<T>(config: Config, work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const options = { logger: false, abortOnError: false } as const;
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config, new SystemClock()), options);
  return work(app).finally(() => app.close());
}

/** Returns the counts of the assessment once its flags are stored. */
type Judge = (app: INestApplicationContext, releaseIds: readonly string[]) => Promise<AssessmentCounts>;

const judgedAtOnce: Judge = (app, releaseIds) => app.get(Assessor, { strict: false }).assess({ releaseIds });

/** Listens to the assessments that the workers of the application run. */
const judgedByTheQueue: Judge = (app, releaseIds) =>
  new Promise((resolve, reject) => {
    const assessor = app.get(Assessor, { strict: false });
    const assess = Assessor.prototype.assess.bind(assessor);
    assessor.assess = async (change) => {
      const counts = await assess(change);
      if (releaseIds.every((id) => change?.releaseIds?.includes(id))) resolve(counts);
      else reject(new Error('Something else was assessed.'));
      return counts;
    };
  });

/** Waits until what was published before is handled. */
async function queuesEmpty(app: INestApplicationContext): Promise<void> {
  const { pool } = app.get(Database, { strict: false });
  const waiting = `SELECT count(*) FROM pgboss.job WHERE state < 'completed' AND name <> 'dead-letters' AND start_after <= now()`;
  while ((await pool.query(waiting)).rows[0].count > 0) await sleep(200);
}

async function portfolioOf(folder: string): Promise<string> {
  const demo: DemoPortfolio = JSON.parse(await readFile(demoPortfolioPath(), 'utf8'));
  const tools = Array.from({ length: TOOLS }, (_, index) => {
    const tool = demo.tools[index % demo.tools.length];
    return { ...tool, name: `${tool?.name} ${index}` };
  });
  const path = join(folder, 'portfolio.json');
  await writeFile(path, JSON.stringify({ ...demo, tools }));
  return path;
}

async function measure(
  app: INestApplicationContext,
  name: string,
  recorded: readonly Recorded[],
  judged: Judge,
  limitMs: number,
): Promise<IncrementalRow> {
  const times: number[] = [];
  const cpu: number[] = [];
  let flags = 0;
  const { releases } = await app.get(Assessor, { strict: false }).assess();
  for (const { key, totalParamsB } of recorded) {
    const facts = [
      { field: 'totalParamsB', value: totalParamsB, status: 'CLAIMED' },
      { field: 'releaseDate', value: { date: '2026-06-01', precision: 'DAY' }, status: 'CLAIMED' },
    ] as const;
    const item = { ...{ hubId: key, name: key, position: key, artifacts: [], benchmarks: [] }, facts };
    const source = { source: 'own-list', asOf: new Date('2026-06-01T00:00:00Z') };
    const writer = app.get(CatalogueWriter, { strict: false });
    const { releaseIds } = await app
      .get(Database)
      .transaction((tx) => writer.record(tx, { releases: [item], rejected: [] }, source));
    const committed = performance.now();
    const used = process.cpuUsage();
    const counts = await judged(app, releaseIds);
    times.push(performance.now() - committed);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1_000);
    flags += counts.raised;
  }
  const figures = { p50Ms: at(times, 0.5), p95Ms: at(times, 0.95), cpuMs: at(cpu, 0.5) };
  return { name, tools: TOOLS, releases, raised: flags, ...figures, limitMs };
}

const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? 0;

if (process.argv[1]?.endsWith('bench/incremental.ts') === true)
  for (const { name, tools, releases, raised, p50Ms, p95Ms, cpuMs, limitMs } of await incrementalRows())
    process.stdout.write(
      `${tools} tools, ${releases} releases; ${name.padEnd(28)} raised ${raised}  p50 ${p50Ms.toFixed(0)} ms  p95 ${p95Ms.toFixed(0)} ms  CPU ${cpuMs.toFixed(0)} ms  ${p95Ms <= limitMs ? 'within' : 'ABOVE'} ${limitMs} ms\n`,
    );
