import { describe, expect, it } from '@jest/globals';
import { canonicalHubId, identify } from './identity.js';
import { classify, type Classification } from './lineage.js';
import { LINES } from './lineage-table.js';
import { VENDORS } from './vendors.js';

const of = (hubId: string): Classification & { vendor: string } => {
  const identity = identify({ hubId, name: hubId });
  if (identity === undefined) throw new Error(`${hubId} has no identity`);
  return { ...classify(identity.name, identity.vendorSlug), vendor: identity.vendorSlug };
};

describe('classify', () => {
  it.each([
    [
      'nvidia/Llama-3_3-Nemotron-Super-49B-v1_5',
      { vendor: 'nvidia', family: 'nemotron-super', generation: [1, 5], base: { line: 'llama', relation: 'FINETUNE' } },
    ],
    [
      'deepseek-ai/DeepSeek-R1-Distill-Llama-70B',
      { vendor: 'deepseek', family: 'deepseek', base: { line: 'llama', relation: 'DISTILLED' } },
    ],
    ['deepseek-ai/DeepSeek-R1', { family: 'deepseek', scheme: 'R', generation: [1], postTraining: 'THINKING' }],
    ['deepseek-ai/DeepSeek-V3', { family: 'deepseek', scheme: '', generation: [3], kind: 'CHAT' }],
    ['Qwen/QwQ-32B', { vendor: 'alibaba', family: 'qwen', postTraining: 'THINKING' }],
    ['Qwen/QVQ-72B-Preview', { family: 'qwen', function: 'VISION', isPreview: true }],
    ['Qwen/Qwen2.5-7B', { family: 'qwen', kind: 'BASE' }],
    ['Qwen/Qwen2.5-Omni-7B', { kind: 'CHAT', function: 'OMNI' }],
    ['Qwen/Qwen3-8B', { kind: 'CHAT' }],
    ['Qwen/Qwen3-8B-Base', { kind: 'BASE' }],
    ['google/gemma-4-31B', { kind: 'BASE' }],
    ['moonshotai/Moonlight-16B-A3B', { kind: 'BASE' }],
    ['moonshotai/Moonlight-16B-A3B-Instruct', { kind: 'CHAT', family: 'kimi' }],
    ['google/gemma-4-31B-it', { kind: 'CHAT', family: 'gemma' }],
    ['meta-llama/Llama-3.1-8B', { kind: 'BASE' }],
    ['mistralai/Devstral-2-123B-Instruct-2512', { family: 'devstral', function: 'CODER', generation: [2] }],
    ['mistralai/Magistral-Small-2509', { family: 'magistral', postTraining: 'THINKING' }],
    ['mistralai/Ministral-3-8B-Instruct-2512', { family: 'ministral', generation: [3] }],
    [
      'aisingapore/Gemma-SEA-LION-v4-27B-IT',
      { vendor: 'aisingapore', family: 'sea-lion', generation: [4], base: { line: 'gemma', relation: 'FINETUNE' } },
    ],
    ['openai/gpt-oss-safeguard-20b', { family: 'gpt-oss-safeguard', kind: 'GUARD' }],
    ['tencent/Hy-MT2-7B', { kind: 'TRANSLATION' }],
    ['deepseek-ai/DeepSeek-OCR', { kind: 'OCR' }],
    ['Qwen/Qwen3-ASR-1.7B', { kind: 'SPEECH' }],
    ['Qwen/Qwen-Image', { kind: 'IMAGE' }],
  ])('classifies %s', (hubId, expected) => {
    expect(of(hubId)).toMatchObject(expected);
  });

  it('names only vendors that exist, each organisation and alias once', () => {
    const slugs = new Set(VENDORS.map(({ slug }) => slug));
    expect(LINES.filter(({ vendor }) => !slugs.has(vendor))).toEqual([]);
    const owners = new Map<string, string>();
    for (const vendor of VENDORS) {
      for (const name of new Set(
        [vendor.slug, ...vendor.aliases, ...vendor.hubOrganisations].map((word) => word.toLowerCase()),
      )) {
        expect([name, owners.get(name)]).toEqual([name, undefined]);
        owners.set(name, vendor.slug);
      }
      expect(vendor.country).toMatch(/^[A-Z]{2}$/);
    }
  });
});

describe('canonicalHubId', () => {
  it.each([
    ['THUDM/GLM-4-9B-0414', 'zai-org/GLM-4-9B-0414'],
    ['CohereForAI/c4ai-command-a-03-2025', 'CohereLabs/c4ai-command-a-03-2025'],
    ['qwen/Qwen3-32B-FP8', 'Qwen/Qwen3-32B'],
    ['meta-llama/Meta-Llama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-8B-Instruct'],
    ['meta-llama/Meta-Llama-3-8B-Instruct', 'meta-llama/Meta-Llama-3-8B-Instruct'],
    ['baidu/ERNIE-4.5-21B-A3B-PT', 'baidu/ERNIE-4.5-21B-A3B'],
    ['meta-llama/Llama-2-7b-hf', 'meta-llama/Llama-2-7b'],
  ])('folds %s into %s', (from, to) => {
    expect(canonicalHubId(from)).toBe(to);
    expect(canonicalHubId(to)).toBe(to);
  });
});

describe('identify', () => {
  it.each([
    'TheDrummer/Skyfall-36B-v2',
    'abliterated-model',
    'olafangensan-glm-4.7-flash-heretic',
    'tencent/kimi-k3',
    'umans-coder',
  ])('cannot tell whose model %s is', (name) => {
    expect(identify({ name })).toBeUndefined();
  });

  it('knows a repackager by its organisation even without a packaging word', () => {
    const identity = identify({ hubId: 'unsloth/Qwen3-0.6B', name: 'x' });
    expect(identity).toMatchObject({ vendorSlug: 'alibaba', isRepackaged: true });
    expect(identity?.key).toBeUndefined();
  });

  it('says which quantisation a packaging is', () => {
    expect(identify({ hubId: 'Qwen/Qwen3-8B-FP8', name: 'x' })).toMatchObject({
      key: 'qwen/qwen3-8b',
      displayKey: 'Qwen/Qwen3-8B',
      quantisation: 'FP8',
    });
  });
});
