import { describe, expect, it } from '@jest/globals';
import { gpustack } from './gpustack.js';
import { litellm } from './litellm.js';
import { ollama } from './ollama.js';
import { openrouter } from './openrouter.js';
import { AT, bytesOf, valuesOf } from './spec-support.js';
import { xinference } from './xinference.js';

describe('gpustack', () => {
  const YAML = `
.pin: &pin "0.22.1"
draft_models:
- name: X-EAGLE3
  huggingface_repo_id: someone/x-eagle3
model_sets:
- name: Kimi-K2.5
  size: 1
  size_unit: T
  activated_size: 32
  categories: [llm]
  capabilities: [context/256K, vision, tools]
  licenses: [modified-mit]
  release_date: "2026-01-26"
  specs:
    - {mode: standard, quantization: INT4, source: huggingface, huggingface_repo_id: moonshotai/Kimi-K2.5, backend: vLLM, backend_version: *pin}
- name: Qwen3-8B
  size: 8
  licenses: [apache-2.0]
  release_date: "2025-04-19"
  specs:
    - {quantization: FP8, huggingface_repo_id: Qwen/Qwen3-8B-FP8, backend: SGLang}
    - {quantization: BF16, huggingface_repo_id: Qwen/Qwen3-8B, backend: vLLM}
- name: BGE-M3
  size: 567
  size_unit: M
  categories: [embedding]
  release_date: "2024-13-45"
  specs: [{huggingface_repo_id: BAAI/bge-m3, quantization: BF16}]
- name: Broken
  size: -3
  specs: [{huggingface_repo_id: a/b}]
`;
  const { releases, rejected } = gpustack(bytesOf(YAML), AT);

  it('counts in the unit that the entry names', () => {
    expect(releases.map((release) => valuesOf(release)['totalParamsB'])).toEqual([1000, 8, 0.567]);
    expect(valuesOf(releases[0]!)).toMatchObject({
      activeParamsB: 32,
      contextTokens: 262_144,
      licenceId: 'modified-mit',
      capabilities: ['TOOL_CALL'],
      inputModalities: ['TEXT', 'IMAGE'],
      servingEngines: ['vLLM'],
    });
  });

  it('knows the release by its unpacked repository and the others as packagings', () => {
    expect(releases[1]).toMatchObject({
      hubId: 'Qwen/Qwen3-8B',
      artifacts: [
        { hubId: 'Qwen/Qwen3-8B-FP8', quantisation: 'FP8' },
        { hubId: 'Qwen/Qwen3-8B', quantisation: 'BF16' },
      ],
    });
  });

  it('refuses what cannot be, alone', () => {
    expect(valuesOf(releases[2]!)).toMatchObject({ kind: 'EMBEDDING' });
    expect(rejected.map(({ position }) => position)).toEqual(['model_sets/BGE-M3/release_date', 'model_sets/3']);
  });

  it('refuses YAML that grows by aliases', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[i]}`).join(',')}]`)
      .join('\n')}\nmodel_sets: *h`;
    expect(() => gpustack(bytesOf(bomb), AT)).toThrow(expect.objectContaining({ code: 'payload-unreadable' }));
  });
});

describe('Xinference', () => {
  const family = {
    model_name: 'Qwen3',
    context_length: 40960,
    model_lang: ['en', 'zh'],
    model_ability: ['chat', 'reasoning', 'hybrid', 'tools'],
    model_specs: [
      spec('pytorch', '0_6', 'Qwen/Qwen3-0.6B', ['none']),
      spec('ggufv2', '0_6', 'unsloth/Qwen3-0.6B-GGUF', ['Q4_K_M', 'UD-IQ1_S']),
      { ...spec('pytorch', 30, 'Qwen/Qwen3-30B-A3B', ['none']), activated_size_in_billions: '3_3' },
      spec('gptq', 30, 'Qwen/Qwen3-30B-A3B-GPTQ-{quantization}', ['Int4', 'Int4-Int8Mix']),
    ],
  };
  function spec(format: string, size: number | string, id: string, quantizations: string[]): object {
    return {
      model_format: format,
      model_size_in_billions: size,
      model_src: { huggingface: { model_id: id, quantizations } },
    };
  }

  it('makes one release of each size, with its packagings', () => {
    const { releases } = xinference(bytesOf([family]), AT);
    expect(releases.map(({ hubId }) => hubId)).toEqual(['Qwen/Qwen3-0.6B', 'Qwen/Qwen3-30B-A3B']);
    expect(valuesOf(releases[0]!)).toMatchObject({ totalParamsB: 0.6, contextTokens: 40960 });
    expect(valuesOf(releases[1]!)).toMatchObject({ activeParamsB: 3.3, capabilities: ['REASONING', 'TOOL_CALL'] });
    expect(releases[0]?.artifacts).toEqual([{ hubId: 'unsloth/Qwen3-0.6B-GGUF', quantisation: 'Q4_K_M' }]);
    expect(releases[1]?.artifacts).toEqual([{ hubId: 'Qwen/Qwen3-30B-A3B-GPTQ-Int4', quantisation: 'GPTQ_INT4' }]);
  });

  it('does not take the usual "English and Chinese" for a list of languages', () => {
    const told = { ...family, model_lang: ['en', 'de', 'fr'] };
    const [usual, listed] = [family, told].map((each) => xinference(bytesOf([each]), AT).releases[0]!);
    expect(valuesOf(usual!)).not.toHaveProperty('languages');
    expect(valuesOf(listed!)['languages']).toHaveLength(3);
  });

  it('refuses a broken family alone', () => {
    const { releases, rejected } = xinference(bytesOf([{ model_name: 1 }, family]), AT);
    expect(releases).toHaveLength(2);
    expect(rejected).toMatchObject([{ position: '0' }]);
  });
});

describe('OpenRouter', () => {
  const model = {
    id: 'z-ai/glm-4.6',
    hugging_face_id: 'zai-org/GLM-4.6',
    created: Date.UTC(2025, 8, 30) / 1000,
    context_length: 202752,
    architecture: { input_modalities: ['text'], output_modalities: ['text'] },
    pricing: { prompt: '0.0000004', completion: '0.00000175' },
    supported_parameters: ['tools', 'reasoning', 'temperature'],
  };

  it('reads open-weight rows, prices per million tokens', () => {
    const { releases } = openrouter(bytesOf({ data: [model, { ...model, hugging_face_id: null }] }), AT);
    expect(releases).toHaveLength(1);
    expect(valuesOf(releases[0]!)).toMatchObject({
      releaseDate: { date: '2025-09-30', precision: 'DAY' },
      contextTokens: 202752,
      capabilities: ['REASONING', 'TOOL_CALL'],
      pricePerMTokens: { input: 0.4, output: 1.75, hosts: 1 },
    });
  });

  it('refuses a hub id that is no repository', () => {
    const { releases, rejected } = openrouter(bytesOf({ data: [{ ...model, hugging_face_id: '../../etc' }] }), AT);
    expect(releases).toEqual([]);
    expect(rejected).toMatchObject([{ position: 'data/0/hugging_face_id' }]);
  });
});

describe('LiteLLM', () => {
  it("takes an end of service only from the vendor's own endpoint", () => {
    const { releases } = litellm(
      bytesOf({
        sample_spec: { mode: 'one of chat' },
        'mistral/devstral-small-2505': { litellm_provider: 'mistral', mode: 'chat', deprecation_date: '2025-11-30' },
        'groq/qwen/qwen3-32b': {
          litellm_provider: 'groq',
          mode: 'chat',
          deprecation_date: '2026-07-17',
          input_cost_per_token: 2.9e-7,
          output_cost_per_token: 5.9e-7,
        },
        'x/image': { litellm_provider: 'x', mode: 'image_generation', input_cost_per_token: 1 },
      }),
      AT,
    );
    expect(releases.map(({ name, mentionOnly }) => [name, mentionOnly])).toEqual([
      ['devstral-small-2505', true],
      ['qwen/qwen3-32b', true],
    ]);
    expect(valuesOf(releases[0]!)).toEqual({ retirementDate: '2025-11-30' });
    expect(valuesOf(releases[1]!)).toEqual({ pricePerMTokens: { input: 0.29, output: 0.59, hosts: 1 } });
  });

  it('names the host of every price as models.dev does, so that one host is one voice', () => {
    const row = { mode: 'chat', input_cost_per_token: 1e-7, output_cost_per_token: 2e-7 };
    const { releases } = litellm(
      bytesOf({
        'together_ai/openai/gpt-oss-20b': { ...row, litellm_provider: 'together_ai' },
        'openai.gpt-oss-20b-1:0': { ...row, litellm_provider: 'bedrock_converse' },
        'vertex_ai/openai/gpt-oss-20b-maas': { ...row, litellm_provider: 'vertex_ai-openai_models' },
        'lambda_ai/gpt-oss-20b': { ...row, litellm_provider: 'lambda_ai' },
      }),
      AT,
    );
    expect(releases.map(({ position }) => position.split('/', 2).join('/'))).toEqual([
      'providers/togetherai',
      'providers/amazon-bedrock',
      'providers/google-vertex',
      'providers/lambda-ai',
    ]);
  });
});

describe('Ollama library', () => {
  it('counts pulls only where one size makes up the whole entry', () => {
    const library = {
      'llama3.3': { parameters: ['70b'], pull: 4_100_000 },
      gemma3: { parameters: ['4b', '27b'], pull: 39_700_000 },
      broken: { pull: 'many' },
    };
    const { releases, rejected } = ollama(bytesOf(library), AT);
    expect(releases).toMatchObject([{ name: 'llama3.3:70b', mentionOnly: true }]);
    expect(valuesOf(releases[0]!)).toEqual({ adoption: { pulls: 4_100_000, snapshot: '2026-07-02' } });
    expect(rejected).toMatchObject([{ position: 'broken' }]);
  });
});
