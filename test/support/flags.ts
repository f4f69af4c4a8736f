import { SYSTEM } from '../../src/audit/audit.writer.js';
import { Workers } from '../../src/events/workers.js';
import { FeedRunner } from '../../src/feeds/feed-runner.js';
import type { TestApp } from './app.js';
import { aPool, aTool, make, makeApprovedModel } from './portfolio.js';
import type { Made } from './portfolio.js';

/** One release as the list of gpustack has it: MIT, 128 k tokens, in sixteen bits. */
export const listed = (repo: string, size: number, date: string): string =>
  `- {name: ${repo.split('/')[1]}, size: ${size}, activated_size: ${size}, categories: [llm], capabilities: [context/128K], ` +
  `licenses: [mit], release_date: "${date}", specs: [{mode: standard, quantization: BF16, huggingface_repo_id: ${repo}, backend: vLLM}]}`;

/** Imports a payload of that list, as it was on the day. */
export const record = (app: TestApp['app'], day: string, ...releases: string[]): Promise<string> =>
  app
    .get(FeedRunner, { strict: false })
    .import(
      { feed: 'gpustack', bytes: Buffer.from(`model_sets:\n${releases.join('\n')}\n`) },
      { asOf: new Date(`${day}T00:00:00Z`), trigger: 'UPLOAD', actor: SYSTEM },
    );

export const settled = (app: TestApp['app']): Promise<void> => app.get(Workers, { strict: false }).idle();

/** The vendors' lines in use, with the size of each release. */
export const IN_USE = [
  ['zai-org/GLM-4.5-100B', 100],
  ['moonshotai/Kimi-K2-Instruct', 90],
  ['mistralai/Mistral-Small-3.2-24B-Instruct', 24],
] as const;

export interface SmallPortfolio {
  readonly pools: readonly Made[];
  readonly models: readonly Made[];
  /** One of each model, in its order. */
  readonly tools: readonly Made[];
}

/** Three models of three vendors, the first two in one pool, each with one tool. */
export async function smallPortfolio(app: TestApp): Promise<SmallPortfolio> {
  await record(app.app, '2025-08-15', ...IN_USE.map(([key, size]) => listed(key, size, '2025-07-28')));
  const pools = [
    await make(app, 'platform', '/v1/gpu-pools', aPool({ name: 'Hall 1', gpuCount: 64, memoryGbPerGpu: 141 })),
    await make(app, 'platform', '/v1/gpu-pools', aPool({ name: 'Hall 3', gpuCount: 64, memoryGbPerGpu: 141 })),
  ];
  const models: Made[] = [];
  const tools: Made[] = [];
  for (const [index, [releaseKey]] of IN_USE.entries()) {
    const gpuPoolId = pools[index < 2 ? 0 : 1]?.id;
    models.push(await makeApprovedModel(app, { releaseKey, gpuPoolId }));
    tools.push(await make(app, 'tool-owner', '/v1/tools', aTool()));
    await assign(app, tools[index], models[index], 'PRIMARY');
  }
  await settled(app.app);
  return { pools, models, tools };
}

export async function assign(
  app: TestApp,
  tool: Made | undefined,
  model: Made | undefined,
  purpose: string,
): Promise<Made> {
  return make(app, 'tool-owner', `/v1/tools/${tool?.id}/assignments`, { modelId: model?.id, purpose });
}
