import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toReleaseDate } from './name-date.js';
import { parseReleaseName, type ReleaseName } from './release-name.js';

const CASES: readonly (readonly [string, Partial<ReleaseName>])[] = [
  [
    'Qwen/Qwen3-Coder-30B-A3B-Instruct-2507',
    {
      generation: [3],
      function: 'CODER',
      totalParamsB: 30,
      activeParamsB: 3,
      postTraining: 'INSTRUCT',
      date: { year: 2025, month: 7 },
    },
  ],
  [
    'meta-llama/Llama-4-Scout-17B-16E-Instruct',
    { generation: [4], totalParamsB: undefined, activeParamsB: 17, experts: 16, tier: 'scout' },
  ],
  ['llama4-scout-17b-instruct', { totalParamsB: undefined, activeParamsB: 17 }],
  ['Qwen3-0_6B', { generation: [3], totalParamsB: 0.6 }],
  ['deepseek-ai/DeepSeek-R1-0528', { generation: [1], scheme: 'R', date: { month: 5, day: 28 } }],
  ['deepseek-ai/DeepSeek-V3.2-Exp', { generation: [3, 2], scheme: '', isPreview: true }],
  ['deepseek-ai/DeepSeek-V3.2-Speciale', { isPreview: true }],
  ['deepseek-ai/DeepSeek-R1-0528-Qwen3-8B', { generation: [1], scheme: 'R', totalParamsB: 8 }],
  [
    'google/gemma-4-E4B-it',
    { generation: [4], effectiveParamsB: 4, totalParamsB: undefined, postTraining: 'INSTRUCT' },
  ],
  ['google/gemma-3n-E2B-it', { generation: [3], effectiveParamsB: 2 }],
  ['mistralai/Mixtral-8x7B-Instruct-v0.1', { generation: [0, 1], totalParamsB: undefined }],
  ['Qwen/Qwen2.5-14B-Instruct-1M', { generation: [2, 5], totalParamsB: 14, contextTokens: 1_000_000 }],
  ['microsoft/Phi-3-mini-128k-instruct', { contextTokens: 131_072, tier: 'mini' }],
  ['moonshotai/Kimi-K2.7-Code', { generation: [2, 7], scheme: 'K', function: 'CODER' }],
  ['zai-org/GLM-4.5-Air-FP8', { generation: [4, 5], tier: 'air', quantisation: 'FP8', isPacked: true }],
  ['zai-org/GLM-4.5V', { generation: [4, 5], function: 'VISION' }],
  [
    'mistralai/Mistral-Small-3.2-24B-Instruct-2506',
    { generation: [3, 2], totalParamsB: 24, date: { year: 2025, month: 6 } },
  ],
  ['CohereLabs/c4ai-command-a-03-2025', { generation: undefined, date: { year: 2025, month: 3 } }],
  ['nvidia/Llama-3_3-Nemotron-Super-49B-v1_5', { generation: [1, 5], totalParamsB: 49, tier: 'super' }],
  [
    'nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-BF16',
    { generation: [3], totalParamsB: 120, activeParamsB: 12, isPacked: false },
  ],
  ['aisingapore/Gemma-SEA-LION-v4-27B-IT', { generation: [4], totalParamsB: 27 }],
  ['allenai/OLMo-2-1124-7B-Instruct', { generation: [2], date: { year: 2024, month: 11 }, totalParamsB: 7 }],
  ['allenai/OLMoE-1B-7B-0125', { totalParamsB: 7, activeParamsB: 1 }],
  ['Qwen/Qwen3.8-2.4T-A95B', { totalParamsB: 2400, activeParamsB: 95 }],
  ['google/gemma-3-270m-it', { totalParamsB: 0.27 }],
  ['qwen-plus-2025-07-28', { date: { year: 2025, month: 7, day: 28 } }],
  ['minimax-m2-7', { generation: [2, 7], scheme: 'M' }],
  ['Qwen/Qwen3-Embedding-0.6B', { kind: 'EMBEDDING', totalParamsB: 0.6 }],
  ['Qwen/Qwen3-Reranker-4B', { kind: 'RERANK' }],
  ['meta-llama/Llama-Guard-4-12B', { kind: 'GUARD', generation: [4] }],
  ['lmsys/EAGLE3-gpt-oss-120b-bf16', { kind: 'DRAFT' }],
  ['unsloth/Qwen3-4B-unsloth-bnb-4bit', { packaging: ['unsloth', 'bnb', '4bit'], isPacked: true, totalParamsB: 4 }],
  ['Qwen/Qwen3-1.7B-GPTQ-Int8', { quantisation: 'INT8' }],
  ['ai21labs/AI21-Jamba-Large-1.7', { generation: [1, 7], tier: 'large' }],
];

describe('parseReleaseName', () => {
  it.each(CASES)('reads %s', (name, expected) => {
    expect(parseReleaseName(name)).toMatchObject(expected);
  });

  it('reads the same whatever separates the words and however they are cased', () => {
    const line = fc.constantFrom('Qwen', 'Llama', 'GLM', 'Granite');
    const version = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    const size = fc.integer({ min: 2, max: 999 });
    fc.assert(
      fc.property(line, version, size, (word, [major, minor], total) => {
        const dotted = parseReleaseName(`${word}-${major}.${minor}-${total}B-Instruct`);
        const dashed = parseReleaseName(`${word.toLowerCase()}-${major}-${minor}-${total}b-instruct`);
        const glued = parseReleaseName(`${word.toUpperCase()}${major}_${minor} ${total}B instruct`);
        expect(dashed).toEqual({ ...dotted, spelt: dashed.spelt });
        expect(glued).toEqual({ ...dotted, spelt: glued.spelt });
        expect(dotted).toMatchObject({ generation: [major, minor], totalParamsB: total, postTraining: 'INSTRUCT' });
      }),
    );
  });

  it('finds the same model under every packaging', () => {
    const packaging = fc.constantFrom(
      'FP8',
      'AWQ',
      'GPTQ-Int4',
      'GGUF',
      'MLX-4bit',
      'NVFP4',
      'MXFP8',
      'BF16',
      'hf',
      'INT8',
      'FP8-dynamic',
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), packaging, (size, tail) => {
        const plain = parseReleaseName(`Qwen3-${size}B`);
        expect(parseReleaseName(`Qwen3-${size}B-${tail}`).normalised).toBe(plain.normalised);
      }),
    );
  });

  it('never throws and never invents a size of zero or less', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { totalParamsB, activeParamsB } = parseReleaseName(text);
        expect(totalParamsB === undefined || totalParamsB >= 0).toBe(true);
        expect(activeParamsB === undefined || activeParamsB >= 0).toBe(true);
      }),
    );
  });
});

describe('toReleaseDate', () => {
  it('takes the year of a day from the release and says how much is known', () => {
    expect(toReleaseDate({ month: 5, day: 28 }, 2025)).toEqual({ date: '2025-05-28', precision: 'DAY' });
    expect(toReleaseDate({ year: 2025, month: 7 })).toEqual({ date: '2025-07-01', precision: 'MONTH' });
    expect(toReleaseDate({ month: 5, day: 28 })).toBeUndefined();
  });
});
