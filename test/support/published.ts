import { SYSTEM } from '../../src/audit/audit.writer.js';
import { FeedRunner } from '../../src/feeds/feed-runner.js';
import { Assessor } from '../../src/replacement/assessor.js';
import { startTestApp } from './app.js';
import type { TestApp } from './app.js';
import { aPool, aTool, make, makeApprovedModel } from './portfolio.js';

interface Entry {
  readonly repo: string;
  readonly size: number;
  readonly active: number;
  readonly date: string;
  readonly licence: string;
}

const entry = (repo: string, size: number, active: number, date: string, licence = 'mit'): Entry => ({
  repo,
  size,
  active,
  date,
  licence,
});

/** Four dated snapshots, as the gpustack catalogue would have published them. */
const SNAPSHOTS: Readonly<Record<string, readonly Entry[]>> = {
  '2025-08-15': [
    entry('google/gemma-3-27b-it', 27.4, 27.4, '2025-03-12', 'gemma'),
    entry('deepseek-ai/DeepSeek-R1-0528', 671, 37, '2025-05-28'),
    entry('moonshotai/Kimi-K2-Instruct', 1000, 32, '2025-07-11', 'modified-mit'),
    entry('Qwen/Qwen3-Coder-480B-A35B-Instruct', 480, 35, '2025-07-22', 'apache-2.0'),
    entry('openai/gpt-oss-120b', 117, 5.1, '2025-08-05', 'apache-2.0'),
    entry('MiniMaxAI/MiniMax-M1-80k', 456, 45.9, '2025-06-16', 'apache-2.0'),
    entry('Qwen/Qwen3-Embedding-8B', 8, 8, '2025-06-05', 'apache-2.0'),
  ],
  '2025-12-15': [
    entry('deepseek-ai/DeepSeek-V3.2', 671, 37, '2025-12-01'),
    entry('MiniMaxAI/MiniMax-M2', 230, 10, '2025-10-27', 'modified-mit'),
  ],
  '2026-05-01': [
    entry('google/gemma-4-31B-it', 31, 31, '2026-04-02', 'apache-2.0'),
    entry('google/gemma-4-E2B-it', 2.3, 2.3, '2026-04-02', 'apache-2.0'),
    entry('moonshotai/Kimi-K2.5', 1000, 32, '2026-01-26', 'modified-mit'),
    entry('MiniMaxAI/MiniMax-M2.7', 229, 10, '2026-04-12', 'modified-mit'),
    entry('Qwen/Qwen3-Coder-Next', 80, 3, '2026-02-03', 'apache-2.0'),
  ],
  '2026-06-30': [entry('Qwen/Qwen3-Coder-Next-FP8', 80, 3, '2026-02-03', 'apache-2.0')],
};

const IN_USE = [
  'google/gemma-3-27b-it',
  'deepseek-ai/DeepSeek-R1-0528',
  'moonshotai/Kimi-K2-Instruct',
  'Qwen/Qwen3-Coder-480B-A35B-Instruct',
  'openai/gpt-oss-120b',
  'MiniMaxAI/MiniMax-M1-80k',
] as const;

const yamlOf = (entries: readonly Entry[]): Buffer =>
  Buffer.from(
    `model_sets:\n${entries
      .map(
        ({ repo, size, active, date, licence }) =>
          `- {name: ${repo.split('/')[1]}, size: ${size}, activated_size: ${active}, categories: [llm], ` +
          `capabilities: [context/128K], licenses: [${licence}], release_date: "${date}", ` +
          `specs: [{mode: standard, quantization: BF16, huggingface_repo_id: ${repo}, backend: vLLM}]}`,
      )
      .join('\n')}\n`,
  );

export interface FlagSummary {
  readonly model: { readonly name: string };
  readonly candidate: { readonly key: string } | null;
  readonly rank: number;
  readonly state: string;
  readonly reasons: readonly string[];
}

/** The application on 2 July 2026 over the first snapshot and, in their order, those of the days. */
export async function play(days: readonly string[]): Promise<TestApp> {
  const app = await startTestApp({ now: '2026-07-02T09:00:00Z' });
  const read = (day: string): Promise<string> =>
    app.app
      .get(FeedRunner, { strict: false })
      .import(
        { feed: 'gpustack', bytes: yamlOf(SNAPSHOTS[day] ?? []) },
        { asOf: new Date(`${day}T00:00:00Z`), trigger: 'UPLOAD', actor: SYSTEM },
      );
  await read('2025-08-15');
  const pool = await make(app, 'platform', '/v1/gpu-pools', aPool({ gpuCount: 64, memoryGbPerGpu: 141 }));
  for (const releaseKey of IN_USE) {
    const model = await makeApprovedModel(app, {
      name: releaseKey,
      releaseKey,
      gpuPoolId: pool.id,
      quantisation: 'FP8',
    });
    const tool = await make(app, 'tool-owner', '/v1/tools', aTool({ name: `Tool on ${releaseKey}` }));
    const body = { modelId: model.id, purpose: 'PRIMARY' };
    await make(app, 'tool-owner', `/v1/tools/${tool.id}/assignments`, body);
  }
  for (const day of days) await read(day);
  await app.app.get(Assessor, { strict: false }).assess();
  return app;
}

export async function flagsOf(app: TestApp): Promise<readonly FlagSummary[]> {
  const { body } = await app.http.get('/v1/flags?limit=100&active=true&sort=title').set(app.as('auditor'));
  return body.items;
}

export const firstOf = (flags: readonly FlagSummary[], model: string): string | undefined =>
  flags.find((flag) => flag.model.name === model && flag.rank === 1)?.candidate?.key;
