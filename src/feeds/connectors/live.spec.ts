import { describe, expect, it } from '@jest/globals';
import { artificialAnalysis } from './artificial-analysis.js';
import { huggingFace } from './hugging-face.js';
import { livebench } from './livebench.js';
import { ownList } from './own-list.js';
import { AT, bytesOf, valuesOf } from './spec-support.js';

describe('Hugging Face Hub', () => {
  const repository = (changes: object = {}): object => ({
    _id: '66a0',
    id: 'google/gemma-3-27b-it',
    author: 'google',
    createdAt: '2025-03-01T19:10:19.000Z',
    pipeline_tag: 'image-text-to-text',
    downloads: 1_200_000,
    likes: 1965,
    gated: 'manual',
    tags: ['transformers', 'license:gemma'],
    cardData: { license: 'gemma', base_model: 'google/gemma-3-27b-pt', language: ['en', 'ms', 'xx-bad'] },
    safetensors: { parameters: { BF16: 27_432_406_640 }, total: 27_432_406_640 },
    ...changes,
  });
  const read = (...rows: object[]) => huggingFace(bytesOf(rows), AT);

  it('reads card, size and familiarity of a repository', () => {
    const { releases, rejected } = read(repository());
    expect(rejected).toEqual([]);
    expect(releases[0]).toMatchObject({ hubId: 'google/gemma-3-27b-it', position: 'google/gemma-3-27b-it' });
    expect(valuesOf(releases[0]!)).toEqual({
      inputModalities: ['TEXT', 'IMAGE'],
      weightsUrl: 'https://huggingface.co/google/gemma-3-27b-it',
      releaseDate: { date: '2025-03-01', precision: 'DAY' },
      licenceId: 'gemma',
      languages: ['en', 'ms'].map((code) => ({ code, evidence: 'CLAIMED' })),
      base: { key: 'google/gemma-3-27b-pt', relation: 'FINETUNE' },
      totalParamsB: 27.4324,
      adoption: { downloads30d: 1_200_000, likes: 1965, snapshot: '2026-07-02' },
    });
  });

  it("takes the author's own successor, a licence by its name, and no count of packed weights", () => {
    const { releases } = read(
      repository({
        cardData: { license: 'other', license_name: 'modified-mit', new_version: 'moonshotai/Kimi-K2.5' },
        safetensors: { parameters: { BF16: 1, I32: 9 }, total: 10 },
      }),
    );
    expect(valuesOf(releases[0]!)).toMatchObject({
      declaredSuccessor: 'moonshotai/Kimi-K2.5',
      licenceId: 'modified-mit',
    });
    expect(valuesOf(releases[0]!)).not.toHaveProperty('totalParamsB');
  });

  it('makes no release of a repository that is filed nowhere, and none of a private one', () => {
    const { releases } = read(repository({ pipeline_tag: undefined }), repository({ private: true }));
    expect(releases).toMatchObject([{ mentionOnly: true }]);
  });

  it('refuses a broken repository alone', () => {
    const { releases, rejected } = read(repository({ id: 'no-organisation' }), repository({ likes: -1 }), repository());
    expect(releases).toHaveLength(1);
    expect(rejected.map(({ position }) => position)).toEqual(['0', '1']);
  });
});

describe('Artificial Analysis', () => {
  it('reads indices with the page to be named beside them', () => {
    const data = [
      {
        id: 'x',
        name: 'DeepSeek V3.2',
        slug: 'deepseek-v3-2',
        model_creator: { id: 'y', name: 'DeepSeek', slug: 'deepseek' },
        evaluations: { artificial_analysis_coding_index: 41.3, artificial_analysis_math_index: 90, aime: null },
      },
      { name: 'Nothing', slug: 'nothing', evaluations: {} },
      { name: 'Bad', slug: '../x' },
    ];
    const { releases, rejected } = artificialAnalysis(bytesOf({ data }), AT);
    expect(releases).toMatchObject([
      {
        name: 'DeepSeek V3.2',
        vendorHint: 'deepseek',
        mentionOnly: true,
        benchmarks: [
          {
            benchmark: 'Artificial Analysis coding index',
            metric: 'index',
            score: 41.3,
            sourceRef: 'https://artificialanalysis.ai/models/deepseek-v3-2',
          },
        ],
      },
    ]);
    expect(rejected).toMatchObject([{ position: 'data/2' }]);
  });
});

describe('LiveBench', () => {
  it('keeps every task of a table, to be compared within its day', () => {
    const { releases, rejected } = livebench(bytesOf('model,summarize,tablejoin\nglm-4.6,61.2,\n<b>,1,2\n'), AT);
    expect(releases).toMatchObject([
      {
        name: 'glm-4.6',
        mentionOnly: true,
        benchmarks: [{ benchmark: 'LiveBench', benchmarkVersion: '2026-07-02', metric: 'summarize', score: 61.2 }],
      },
    ]);
    expect(rejected).toHaveLength(1);
  });
});

describe("the enterprise's own list", () => {
  it.each([
    ['CSV with our columns', 'hubId,licenceId,totalParamsB\nbank/llm,proprietary,7\n'],
    ['JSON with our columns', [{ hubId: 'bank/llm', licenceId: 'proprietary', totalParamsB: 7 }]],
    [
      'JSON with a mapping',
      {
        mapping: {
          hubId: 'id',
          fields: { licenceId: 'terms', totalParamsB: 'size' },
          values: { licenceId: { own: 'proprietary' } },
        },
        items: [{ id: 'bank/llm', terms: 'own', size: '7' }],
      },
    ],
  ])('reads %s', (_, payload) => {
    const { releases, rejected } = ownList(bytesOf(payload), AT);
    expect(rejected).toEqual([]);
    expect(releases).toMatchObject([{ hubId: 'bank/llm' }]);
    expect(valuesOf(releases[0]!)).toEqual({ licenceId: 'proprietary', totalParamsB: 7 });
  });

  it('refuses a mapping that names no model or an unknown field', () => {
    const unreadable = expect.objectContaining({ code: 'payload-unreadable' });
    expect(() => ownList(bytesOf({ mapping: { fields: { licenceId: 'x' } }, items: [] }), AT)).toThrow(unreadable);
    expect(() => ownList(bytesOf({ mapping: { name: 'x', fields: { secret: 'x' } }, items: [] }), AT)).toThrow(
      unreadable,
    );
  });
});
