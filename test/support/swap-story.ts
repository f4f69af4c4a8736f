import { SYSTEM } from '../../src/audit/audit.writer.js';
import { FeedRunner } from '../../src/feeds/feed-runner.js';
import { Assessor } from '../../src/replacement/assessor.js';
import { startTestApp } from './app.js';
import type { TestApp } from './app.js';
import { aPool, aTool, make, makeApprovedModel } from './portfolio.js';
import type { Made } from './portfolio.js';
import { raise } from './swaps.js';

export const OLD = 'google/gemma-3-27b-it';
export const NEW = 'google/gemma-4-31B-it';
export const SPARE = 'openai/gpt-oss-120b';

const catalogue = (
  entries: readonly (readonly [repo: string, size: number, date: string, licence: string])[],
): Buffer =>
  Buffer.from(
    `model_sets:\n${entries
      .map(
        ([repo, size, date, licence]) =>
          `- {name: ${repo.split('/')[1]}, size: ${size}, activated_size: ${size}, categories: [llm], ` +
          `capabilities: [context/128K], licenses: [${licence}], release_date: "${date}", ` +
          `specs: [{mode: standard, quantization: BF16, huggingface_repo_id: ${repo}, backend: vLLM}]}`,
      )
      .join('\n')}\n`,
  );

export interface Story {
  readonly app: TestApp;
  readonly tool: Made;
  readonly current: Made;
  readonly spare: Made;
  readonly flagId: string;
}

/** A bank runs Gemma 3 behind a HIGH-materiality tool; Gemma 4 has been out for three months, and is flagged. */
export async function startStory(): Promise<Story> {
  const app = await startTestApp({ now: '2026-07-02T09:00:00Z' });
  const bytes = catalogue([
    [OLD, 27.4, '2025-03-12', 'gemma'],
    [NEW, 31, '2026-04-02', 'apache-2.0'],
    [SPARE, 117, '2025-08-05', 'apache-2.0'],
  ]);
  const asOf = new Date('2026-05-01T00:00:00Z');
  const runner = app.app.get(FeedRunner, { strict: false });
  await runner.import({ feed: 'gpustack', bytes }, { asOf, trigger: 'UPLOAD', actor: SYSTEM });
  const pool = await make(app, 'platform', '/v1/gpu-pools', aPool({ gpuCount: 16, memoryGbPerGpu: 141 }));
  const model = (releaseKey: string): Promise<Made> =>
    makeApprovedModel(app, { name: releaseKey, releaseKey, gpuPoolId: pool.id, quantisation: 'BF16' });
  const [current, spare] = [await model(OLD), await model(SPARE)];
  const tool = await make(app, 'tool-owner', '/v1/tools', aTool({ name: 'Credit memo summariser' }));
  await make(app, 'tool-owner', `/v1/tools/${tool.id}/assignments`, { modelId: current.id, purpose: 'PRIMARY' });
  await raise(app, tool, 'HIGH');
  await app.app.get(Assessor, { strict: false }).assess();
  const flags = await app.http.get(`/v1/flags?tool=${tool.id}&active=true`).set(app.as('auditor'));
  return { app, tool, current, spare, flagId: flags.body.items[0].id };
}
