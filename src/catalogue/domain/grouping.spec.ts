import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupByRelease, type Grouping } from './grouping.js';
import { identify, type FoundName, type Identity } from './identity.js';

interface Item {
  readonly label: string;
  readonly identity: Identity;
}

const item = (found: FoundName): Item => {
  const identity = identify(found);
  if (identity === undefined) throw new Error(`${found.name} has no identity`);
  return { label: found.name, identity };
};
const hub = (hubId: string, name = hubId): Item => item({ hubId, name });
const host = (name: string): Item => item({ name });

const summary = (grouping: Grouping<Item>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(grouping.groups.map(({ key, members }) => [key, members.map(({ label }) => label).sort()]));
const refused = (grouping: Grouping<Item>): readonly string[] =>
  grouping.unresolved.map(({ item: { label }, reason }) => `${reason} ${label}`).sort();

const HUB = [
  hub('Qwen/Qwen3-32B'),
  hub('openai/gpt-oss-120b'),
  hub('deepseek-ai/DeepSeek-V3'),
  hub('deepseek-ai/DeepSeek-V3-0324'),
  hub('deepseek-ai/DeepSeek-V3.1'),
  hub('deepseek-ai/DeepSeek-R1-Distill-Llama-70B'),
  hub('meta-llama/Llama-3.3-70B-Instruct'),
  hub('meta-llama/Llama-4-Scout-17B-16E-Instruct'),
  hub('moonshotai/Kimi-K2-Instruct', 'moonshotai/kimi-k2'),
  hub('moonshotai/Kimi-K2-Instruct-0905', 'moonshotai/kimi-k2-0905'),
  hub('moonshotai/Kimi-K2-Thinking'),
  hub('mistralai/Mistral-Small-3.2-24B-Instruct-2506'),
  hub('google/gemma-4-31B'),
  hub('google/gemma-4-31B-it'),
  hub('ibm-granite/granite-4.0-h-small'),
  hub('nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-FP8'),
  hub('zai-org/GLM-4.7'),
  hub('zai-org/GLM-4.7-Flash'),
  hub('Qwen/Qwen3-235B-A22B'),
  hub('Qwen/Qwen3-235B-A22B-Instruct-2507'),
  hub('Qwen/Qwen3-235B-A22B-Thinking-2507'),
];

const RESOLVED: readonly (readonly [string, string])[] = [
  ['qwen.qwen3-32b-v1:0', 'qwen/qwen3-32b'],
  ['google.gemma-4-31b', 'google/gemma-4-31b-it'],
  ['google/gemma-4-31b', 'google/gemma-4-31b'],
  ['ibm/granite-4-h-small', 'ibm-granite/granite-4.0-h-small'],
  ['Qwen/Qwen3-32B-TEE', 'qwen/qwen3-32b'],
  ['accounts/fireworks/models/deepseek-v3p1', 'deepseek-ai/deepseek-v3.1'],
  ['deepseek/deepseek-chat-v3.1', 'deepseek-ai/deepseek-v3.1'],
  ['deepseek-v3', 'deepseek-ai/deepseek-v3'],
  ['deepseek/deepseek-chat-v3-0324', 'deepseek-ai/deepseek-v3-0324'],
  ['@cf/meta/llama-3.3-70b-instruct-fp8-fast', 'meta-llama/llama-3.3-70b-instruct'],
  ['meta.llama3-3-70b-instruct-v1:0', 'meta-llama/llama-3.3-70b-instruct'],
  ['us.meta.llama4-scout-17b-instruct-v1:0', 'meta-llama/llama-4-scout-17b-16e-instruct'],
  ['openai/gpt-oss-120b:free', 'openai/gpt-oss-120b'],
  ['gpt-oss:120b', 'openai/gpt-oss-120b'],
  ['moonshotai/kimi-k2-0905', 'moonshotai/kimi-k2-instruct-0905'],
  ['moonshotai/kimi-k2', 'moonshotai/kimi-k2-instruct'],
  ['mistral-small-2506', 'mistralai/mistral-small-3.2-24b-instruct-2506'],
  ['gemma4:31b', 'google/gemma-4-31b-it'],
  ['nvidia.nemotron-super-3-120b', 'nvidia/nvidia-nemotron-3-super-120b-a12b'],
  ['z-ai/glm-4.7-flashx', 'zai-org/glm-4.7-flash'],
  ['hf:zai-org/GLM-4.7', 'zai-org/glm-4.7'],
  ['qwen/qwen3-235b-a22b', 'qwen/qwen3-235b-a22b'],
  ['openai.gpt-oss-120b-1:0', 'openai/gpt-oss-120b'],
  ['ap-northeast-1/qwen.qwen3-32b-v1:0', 'qwen/qwen3-32b'],
  ['vertex_ai/mistral-small-2506@001', 'mistralai/mistral-small-3.2-24b-instruct-2506'],
  ['accounts/fireworks/routers/glm-4p7-flash-us', 'zai-org/glm-4.7-flash'],
];

describe('groupByRelease', () => {
  it.each(RESOLVED)('resolves %s to %s', (name, key) => {
    const { groups } = groupByRelease([...HUB, host(name)]);
    expect(
      groups.filter(({ members }) => members.some(({ label }) => label === name)).map((group) => group.key),
    ).toContain(key);
    expect(groups).toHaveLength(HUB.length);
  });

  it.each([
    ['kimi-k2', 'AMBIGUOUS'],
    ['qwen3-235b', 'AMBIGUOUS'],
    ['qwen/qwen3-235b-a22b-2507', 'AMBIGUOUS'],
    ['deepseek-chat', 'ROLLING'],
    ['mistral-large-latest', 'ROLLING'],
    ['z-ai/glm-5-turbo', 'API_ONLY'],
    ['gemma-4-uncensored', 'UNKNOWN'],
    ['OpenPipe/Qwen3-14B-Instruct', 'UNKNOWN'],
  ])('does not guess what %s is: %s', (name, reason) => {
    const grouping = groupByRelease([...HUB, host(name)]);
    expect(refused(grouping)).toEqual([`${reason} ${name}`]);
    expect(grouping.groups).toHaveLength(HUB.length);
  });

  it('never makes a release of an artifact', () => {
    const artifacts = [
      'unsloth/Qwen3-32B-GGUF',
      'RedHatAI/Llama-3.3-70B-Instruct-FP8-dynamic',
      'nvidia/DeepSeek-V3.1-NVFP4',
      'Qwen/Qwen3-32B-AWQ',
      'unsloth/Qwen3-99B',
    ].map((id) => hub(id));
    const grouping = groupByRelease([...HUB, ...artifacts]);
    expect(grouping.groups).toHaveLength(HUB.length);
    expect(summary(grouping)['qwen/qwen3-32b']).toEqual([
      'Qwen/Qwen3-32B',
      'Qwen/Qwen3-32B-AWQ',
      'unsloth/Qwen3-32B-GGUF',
    ]);
    expect(summary(grouping)['deepseek-ai/deepseek-v3.1']).toContain('nvidia/DeepSeek-V3.1-NVFP4');
    expect(refused(grouping)).toEqual(['UNKNOWN unsloth/Qwen3-99B']);
  });

  it('keeps a release known by name only until the hub names it', () => {
    const named = item({ name: 'nvidia/nemotron-3-ultra-550b-a55b', vendorHint: 'nvidia' });
    const short = item({ name: 'nemotron-3-ultra', vendorHint: 'nvidia' });
    const before = groupByRelease([short, named]);
    expect(summary(before)).toEqual({
      'nvidia/nemotron-3-ultra-550b-a55b': ['nemotron-3-ultra', 'nvidia/nemotron-3-ultra-550b-a55b'],
    });
    const repository = hub('nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B-BF16');
    const after = groupByRelease([short, named, repository]);
    expect(after.groups.map(({ key, evidence }) => [key, evidence])).toEqual([
      ['nvidia/nvidia-nemotron-3-ultra-550b-a55b', 'HUB'],
    ]);
    expect(after.groups[0]?.members).toHaveLength(3);
  });

  it('does not take an undated name for a dated revision', () => {
    const revision = hub('deepseek-ai/DeepSeek-R1-0528');
    expect(refused(groupByRelease([revision, host('deepseek-r1')]))).toEqual(['AMBIGUOUS deepseek-r1']);
    const named = groupByRelease([revision, host('deepseek/deepseek-r1'), host('deepseek-r1')]);
    expect(summary(named)).toEqual({
      'deepseek-ai/deepseek-r1-0528': ['deepseek-ai/DeepSeek-R1-0528'],
      'deepseek/deepseek-r1': ['deepseek-r1', 'deepseek/deepseek-r1'],
    });
    const small = hub('mistralai/Mistral-Small-3.2-24B-Instruct-2506');
    expect(groupByRelease([small, host('mistral-small-3.2-24b-instruct')]).unresolved).toEqual([]);
  });

  it('keys a release known by name only by its vendor and name', () => {
    const { groups } = groupByRelease([
      host('qwen.qwen3-32b-v1:0'),
      host('alibaba-qwen3-32b'),
      host('Qwen/Qwen3-32B-TEE'),
    ]);
    expect(groups.map(({ key, members }) => [key, members.length])).toEqual([['alibaba/qwen3-32b', 3]]);
  });

  it('takes a name for rolling where a hub-native source and others disagree', () => {
    const items = [
      hub('deepseek-ai/DeepSeek-V3', 'deepseek/deepseek-chat'),
      hub('deepseek-ai/DeepSeek-V3.2', 'deepseek/deepseek-chat'),
    ];
    const grouping = groupByRelease([...items, host('deepseek/deepseek-chat')]);
    expect(refused(grouping)).toEqual(['ROLLING deepseek/deepseek-chat']);
  });

  it('gives the same partition for every order', () => {
    const hosts = [
      ...RESOLVED.map(([name]) => name),
      'kimi-k2',
      'qwen3-235b',
      'qwen3-8b',
      'gemma-3-27b-it',
      'glm-4.6',
      'zai/glm-4.6',
    ];
    const all = [...HUB, ...hosts.map(host), item({ name: 'cohere/command-a-plus-05-2026', vendorHint: 'cohere' })];
    const expected = groupByRelease(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        const grouping = groupByRelease(shuffled);
        expect(summary(grouping)).toEqual(summary(expected));
        expect(refused(grouping)).toEqual(refused(expected));
      }),
      { numRuns: 50 },
    );
  });

  it('loses no item and puts none into two groups', () => {
    fc.assert(
      fc.property(fc.subarray([...HUB, ...RESOLVED.map(([name]) => host(name))]), (items) => {
        const { groups, unresolved } = groupByRelease(items);
        expect(groups.flatMap(({ members }) => members).length + unresolved.length).toBe(items.length);
      }),
      { numRuns: 50 },
    );
  });
});
