import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from '../src/app.module.js';
import { CatalogueSeed } from '../src/catalogue/catalogue.seed.js';
import { CatalogueWriter } from '../src/catalogue/catalogue.writer.js';
import { parseEnv } from '../src/config/env.js';
import { Database } from '../src/database/database.js';
import { withScratchDatabase } from '../src/database/scratch-database.js';
import { startDatabase } from '../src/database/start-database.js';
import { SystemClock } from '../src/kernel/clock.js';
import { demoPortfolioPath, type DemoPortfolio } from '../src/portfolio/demo-portfolio.js';
import { DemoSeed } from '../src/portfolio/demo.seed.js';
import { Assessor } from '../src/replacement/assessor.js';

/** One recorded release against 1,000 tools: milliseconds from its commit to the stored flags, without the queue between them. */
const TOOLS = 1_000;
const CASES: Readonly<Record<string, readonly string[]>> = {
  'of no concern': Array.from({ length: 20 }, (_, round) => `ibm-granite/granite-9.${round}-8b-instruct`),
  // One for each line in use, so that none supersedes another of these.
  'a next generation, flagged': [
    'google/gemma-5-27b-it',
    'Qwen/Qwen4-235B-A22B-Instruct',
    'deepseek-ai/DeepSeek-V5',
    'moonshotai/Kimi-K3-Instruct',
    'zai-org/GLM-6',
    'MiniMaxAI/MiniMax-M4',
    'meta-llama/Llama-5-70B-Instruct',
    'mistralai/Mistral-Small-5-24B-Instruct-2606',
  ],
};

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

async function measure(app: INestApplicationContext, keys: readonly string[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const hubId of keys) {
    const facts = [
      { field: 'totalParamsB', value: 27, status: 'CLAIMED' },
      { field: 'releaseDate', value: { date: '2026-06-01', precision: 'DAY' }, status: 'CLAIMED' },
    ] as const;
    const item = { ...{ hubId, name: hubId, position: hubId, artifacts: [], benchmarks: [] }, facts };
    const source = { source: 'own-list', asOf: new Date('2026-06-01T00:00:00Z') };
    const writer = app.get(CatalogueWriter, { strict: false });
    const { releaseIds } = await app
      .get(Database)
      .transaction((tx) => writer.record(tx, { releases: [item], rejected: [] }, source));
    const committed = performance.now();
    await app.get(Assessor, { strict: false }).assess({ releaseIds, toolIds: [] });
    times.push(performance.now() - committed);
  }
  return times.sort((a, b) => a - b);
}

const running = await startDatabase(parseEnv(process.env), () => undefined);
const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
try {
  const path = await portfolioOf(folder);
  await withScratchDatabase(running.config, async (config) => {
    const options = { logger: false, abortOnError: false } as const;
    const app = await NestFactory.createApplicationContext(AppModule.forRoot(config, new SystemClock()), options);
    await app.get(CatalogueSeed, { strict: false }).loadBundled();
    await app.get(DemoSeed, { strict: false }).loadIfEmpty(path);
    const { models, releases } = await app.get(Assessor, { strict: false }).assess();
    process.stdout.write(`${TOOLS} tools, ${models} models, ${releases} releases\n`);
    for (const [name, keys] of Object.entries(CASES)) {
      const times = await measure(app, keys);
      const at = (share: number): string => (times[Math.ceil(share * times.length) - 1] ?? 0).toFixed(0);
      process.stdout.write(`${name.padEnd(28)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms\n`);
    }
    await app.close();
  });
} finally {
  await running.stop();
  await rm(folder, { recursive: true });
}
