import { describe, expect, it } from '@jest/globals';
import { aModel, aRelease, aTool, facts } from '../../../test/support/assessment-facts.js';
import { assessModel } from './assess-model.js';
import { assessRelease } from './assess.js';
import type { FlagFinding } from './explanation.js';
import type { ModelFacts, ReleaseFacts, ToolFacts, VendorFacts } from './facts.js';
import { worldOf } from './world.js';
import type { World } from './world.js';

const vendor = (slug: string, name: string, country: string): VendorFacts => ({ slug, name, group: slug, country });
const GOOGLE = vendor('google', 'Google', 'US');
const DEEPSEEK = vendor('deepseek', 'DeepSeek', 'CN');
const MOONSHOT = vendor('moonshotai', 'Moonshot AI', 'CN');
const QWEN = vendor('alibaba', 'Qwen', 'CN');
const OPENAI = vendor('openai', 'OpenAI', 'US');
const MINIMAX = vendor('minimax', 'MiniMax', 'CN');

const day = (date: string): ReleaseFacts['releaseDate'] => ({ date, precision: 'DAY' });

const release = (key: string, displayName: string, over: Partial<ReleaseFacts>): ReleaseFacts =>
  aRelease(key, {
    key,
    displayName,
    firstSeenAt: over.releaseDate?.date ?? '2025-06-01',
    artifacts: [{ hubId: key, quantisation: 'BF16' }],
    ...over,
  });

const gemma = (key: string, name: string, generation: number, totalParamsB: number, over: Partial<ReleaseFacts> = {}) =>
  release(`google/${key}`, name, {
    vendor: GOOGLE,
    family: 'gemma',
    generation: [generation],
    totalParamsB,
    activeParamsB: totalParamsB,
    inputModalities: ['TEXT', 'IMAGE'],
    releaseDate: day(generation === 4 ? '2026-04-02' : '2025-03-12'),
    ...(generation === 4 ? {} : { licenceId: 'gemma', licenceClass: 'PERMISSIVE_WITH_CONDITIONS' as const }),
    ...over,
  });

const deepseek = (key: string, name: string, over: Partial<ReleaseFacts>) =>
  release(`deepseek-ai/${key}`, name, {
    ...{ vendor: DEEPSEEK, family: 'deepseek', totalParamsB: 671, activeParamsB: 37, licenceId: 'mit' },
    ...over,
  });

const kimi = (key: string, name: string, over: Partial<ReleaseFacts>) =>
  release(`moonshotai/${key}`, name, {
    ...{ vendor: MOONSHOT, family: 'kimi', totalParamsB: 1000, activeParamsB: 32 },
    ...{ licenceId: 'kimi-k2-modified-mit', licenceClass: 'PERMISSIVE_WITH_CONDITIONS' },
    ...over,
  });

const qwen = (key: string, name: string, over: Partial<ReleaseFacts>) =>
  release(`Qwen/${key}`, name, { vendor: QWEN, family: 'qwen', ...over });

const WORLD: readonly ReleaseFacts[] = [
  gemma('gemma-3-27b-it', 'Gemma 3 27B', 3, 27.4),
  gemma('gemma-4-31b-it', 'Gemma 4 31B', 4, 31),
  gemma('gemma-4-26b-a4b-it', 'Gemma 4 26B A4B', 4, 26, { activeParamsB: 4 }),
  gemma('gemma-4-1b-it', 'Gemma 4 1B', 4, 1),
  gemma('gemma-4-31b-pt', 'Gemma 4 31B Base', 4, 31, { kind: 'BASE', postTraining: 'BASE' }),
  gemma('embeddinggemma-2', 'EmbeddingGemma 2', 4, 30, { kind: 'EMBEDDING' }),
  deepseek('DeepSeek-R1-0528', 'DeepSeek R1 0528', {
    ...{ generation: [1], postTraining: 'THINKING', releaseDate: day('2025-05-28') },
  }),
  deepseek('DeepSeek-V3.2', 'DeepSeek V3.2', {
    ...{ generation: [3, 2], postTraining: 'HYBRID', totalParamsB: 685, releaseDate: day('2025-12-01') },
  }),
  deepseek('DeepSeek-V3.2-Exp', 'DeepSeek V3.2 Exp', {
    ...{ generation: [3, 2], postTraining: 'HYBRID', totalParamsB: 685, releaseDate: day('2025-09-29') },
    status: 'PREVIEW',
  }),
  kimi('Kimi-K2-Instruct', 'Kimi K2', { generation: [2], releaseDate: day('2025-07-11') }),
  kimi('Kimi-K2-Thinking', 'Kimi K2 Thinking', {
    ...{ generation: [2], postTraining: 'THINKING', releaseDate: day('2025-11-06') },
  }),
  kimi('Kimi-K2.5', 'Kimi K2.5', { generation: [2, 5], postTraining: 'HYBRID', releaseDate: day('2026-01-27') }),
  qwen('Qwen3-Coder-480B-A35B-Instruct', 'Qwen3 Coder 480B A35B', {
    ...{ generation: [3], function: 'CODER', totalParamsB: 480, activeParamsB: 35, releaseDate: day('2025-07-22') },
  }),
  qwen('Qwen3-Coder-30B-A3B-Instruct', 'Qwen3 Coder 30B A3B', {
    ...{ generation: [3], function: 'CODER', totalParamsB: 30.5, activeParamsB: 3.3, releaseDate: day('2025-07-31') },
  }),
  qwen('Qwen3-Coder-Next', 'Qwen3 Coder Next', {
    ...{ generation: [3], function: 'CODER', totalParamsB: 80, activeParamsB: 3, releaseDate: day('2026-02-03') },
  }),
  release('openai/gpt-oss-120b', 'gpt-oss 120B', {
    ...{ vendor: OPENAI, family: 'gpt-oss', generation: undefined, totalParamsB: 117, activeParamsB: 5.1 },
    ...{ postTraining: 'THINKING', releaseDate: day('2025-08-05') },
  }),
  release('openai/gpt-oss-20b', 'gpt-oss 20B', {
    ...{ vendor: OPENAI, family: 'gpt-oss', generation: undefined, totalParamsB: 21, activeParamsB: 3.6 },
    ...{ postTraining: 'THINKING', releaseDate: day('2025-08-05') },
  }),
  release('MiniMaxAI/MiniMax-M2', 'MiniMax M2', {
    ...{ vendor: MINIMAX, family: 'minimax', generation: [2], totalParamsB: 230, releaseDate: day('2025-10-27') },
    ...{ licenceId: 'minimax-m2-modified-mit', licenceClass: 'PERMISSIVE_WITH_CONDITIONS' },
  }),
  release('MiniMaxAI/MiniMax-M2.7', 'MiniMax M2.7', {
    ...{ vendor: MINIMAX, family: 'minimax', generation: [2, 7], totalParamsB: 230, releaseDate: day('2026-03-18') },
    ...{ licenceId: 'minimax-non-commercial', licenceClass: 'RESEARCH_ONLY' },
  }),
];

const worldWith = (key: string, tools: number, over: Partial<ToolFacts> = {}, model: Partial<ModelFacts> = {}): World =>
  worldOf(
    facts({
      releases: WORLD,
      portfolio: {
        models: [aModel(key, { id: 'm', gpuPoolId: undefined, hosting: 'EXTERNAL', ...model })],
        tools: Array.from({ length: tools }, (_, index) => aTool(`t${index}`, 'm', over)),
        pools: [],
      },
    }),
  );

const openFlags = (world: World): FlagFinding[] =>
  assessModel(world, 'm').flags.filter(({ supersededBy, notBefore }) => supersededBy === null && notBefore === null);

const open = (key: string, over: Partial<ToolFacts> = {}): (string | null)[] =>
  openFlags(worldWith(key, 2, over)).map(({ candidateReleaseId }) => candidateReleaseId);

describe('realistic cases', () => {
  it('Gemma 3 27B → Gemma 4 31B first, and never the 1B, the base or the embedding model', () => {
    const flags = openFlags(worldWith('google/gemma-3-27b-it', 6, { task: 'SUMMARISATION' }));
    expect(flags.map(({ candidateReleaseId }) => candidateReleaseId)).toEqual([
      'google/gemma-4-31b-it',
      'google/gemma-4-26b-a4b-it',
    ]);
    expect(flags[0]).toMatchObject({ severity: 'WARN', confidence: 'MEDIUM', reasons: ['NEWER_GENERATION'], rank: 1 });
    expect(flags[1]).toMatchObject({ severity: 'INFO', rank: 2 });
    expect(flags[0]?.title).toBe(
      'Gemma 4 31B could replace Model google/gemma-3-27b-it in 6 tools: same family, newer, licence now Apache-2.0, needs about 9.4 GB more',
    );
  });

  it('DeepSeek R1-0528 → V3.2, and never the Exp preview', () => {
    expect(open('deepseek-ai/DeepSeek-R1-0528')).toEqual(['deepseek-ai/DeepSeek-V3.2']);
  });

  it('Kimi K2 → K2.5; K2-Thinking only where the tool requires reasoning, and then superseded', () => {
    expect(open('moonshotai/Kimi-K2-Instruct')).toEqual(['moonshotai/Kimi-K2.5']);
    const reasoning = worldWith('moonshotai/Kimi-K2-Instruct', 1, {
      requirements: { languages: [], capabilities: ['REASONING'], inputModalities: [] },
    });
    const superseded = assessModel(reasoning, 'm').flags.filter(({ supersededBy }) => supersededBy !== null);
    expect(superseded.map(({ candidateReleaseId }) => candidateReleaseId)).toEqual(['moonshotai/Kimi-K2-Thinking']);
    expect(openFlags(reasoning).map(({ candidateReleaseId }) => candidateReleaseId)).toEqual(['moonshotai/Kimi-K2.5']);
  });

  it('Qwen3-Coder-480B → Qwen3-Coder-Next, not its own sibling of the same month', () => {
    expect(open('Qwen/Qwen3-Coder-480B-A35B-Instruct')).toEqual(['Qwen/Qwen3-Coder-Next']);
  });

  it('has none for gpt-oss-120b', () => {
    expect(open('openai/gpt-oss-120b')).toEqual([]);
  });

  it('never finds MiniMax-M2.7 eligible, and shows the licence difference', () => {
    const world = worldWith('MiniMaxAI/MiniMax-M2', 1);
    expect(open('MiniMaxAI/MiniMax-M2')).toEqual([]);
    const assessment = assessRelease(world, 't0', 'MiniMaxAI/MiniMax-M2.7');
    expect(assessment).toMatchObject({ eligibility: 'INELIGIBLE', quiet: { reason: 'INELIGIBLE' } });
    const licence = assessment?.gates.find(({ gate }) => gate === 'LICENCE');
    expect(licence).toMatchObject({ answer: 'FAIL', code: 'LICENCE_NON_COMMERCIAL' });
    expect(licence?.inputs).toContainEqual({ name: 'licenceId in use', value: 'minimax-m2-modified-mit' });
  });

  it('never goes back in time', () => {
    expect(open('google/gemma-4-31b-it')).toEqual([]);
    expect(open('deepseek-ai/DeepSeek-V3.2')).toEqual([]);
    expect(open('moonshotai/Kimi-K2.5')).toEqual([]);
  });
});
