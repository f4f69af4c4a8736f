import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { generic } from './generic.js';
import { hubFacts } from './hub-facts.js';
import { AT, bytesOf, valuesOf } from './spec-support.js';
import { expandBraces, vendorFacts } from './vendor-facts.js';

describe('a list with a mapping', () => {
  const read = generic({
    format: 'csv',
    name: 'model',
    hubId: 'repository',
    fields: {
      totalParamsB: 'size',
      releaseDate: 'released',
      languages: 'speaks',
      capabilities: 'can',
      licenceId: 'licence',
    },
    values: { licenceId: { 'Apache 2': 'apache-2.0' } },
  });
  const CSV = `model,repository,size,released,speaks,can,licence
Own LLM,bank/own-llm,7,2026-01-15,en ms zh,tool_call,Apache 2
Odd,bank/odd,huge,2026-13-01,klingon,fly,mit
=SUM(A1),bank/evil,1,,,,
`;

  it('makes facts of mapped columns and refuses values that do not fit, one by one', () => {
    const { releases, rejected } = read(bytesOf(CSV), AT);
    expect(releases.map(({ hubId }) => hubId)).toEqual(['bank/own-llm', 'bank/odd']);
    expect(valuesOf(releases[0]!)).toEqual({
      totalParamsB: 7,
      releaseDate: { date: '2026-01-15', precision: 'DAY' },
      languages: ['en', 'ms', 'zh'].map((code) => ({ code, evidence: 'CLAIMED' })),
      capabilities: ['TOOL_CALL'],
      licenceId: 'apache-2.0',
    });
    expect(valuesOf(releases[1]!)).toEqual({ licenceId: 'mit' });
    expect(rejected.map(({ position }) => position)).toEqual([
      'items/Odd/releaseDate',
      'items/Odd/totalParamsB',
      'items/Odd/capabilities',
      'items/Odd/languages',
      'items/2',
    ]);
  });

  it('refuses a broken line alone', () => {
    const { releases, rejected } = read(
      bytesOf(`${CSV.split('\n').slice(0, 2).join('\n')}\nbroken,line\nLast,bank/last,9,,,,\n`),
      AT,
    );
    expect(releases.map(({ hubId }) => hubId)).toEqual(['bank/own-llm', 'bank/last']);
    expect(rejected).toMatchObject([{ position: 'lines/3', reason: expect.stringContaining('2') }]);
  });

  it('reads the digest of a licence text, in either case of letters, and nothing like it', () => {
    const list = (licenceTextHash: string) =>
      generic({ format: 'json', name: 'id', fields: { licenceTextHash: 'sha' } })(
        bytesOf([{ id: 'a-7b', sha: licenceTextHash }]),
        AT,
      );
    expect(valuesOf(list('AB'.repeat(32)).releases[0]!)).toEqual({ licenceTextHash: 'ab'.repeat(32) });
    expect(list('ab12').rejected).toMatchObject([{ position: 'items/a-7b/licenceTextHash' }]);
  });

  it('finds a list inside JSON', () => {
    const nested = generic({ format: 'json', items: 'data.models', name: 'id', fields: { contextTokens: 'ctx' } });
    const { releases } = nested(bytesOf({ data: { models: [{ id: 'a-7b', ctx: 4096 }] } }), AT);
    expect(valuesOf(releases[0]!)).toEqual({ contextTokens: 4096 });
    expect(() => nested(bytesOf({ data: [] }), AT)).toThrow(expect.objectContaining({ code: 'payload-unreadable' }));
  });
});

describe('hub facts', () => {
  const repository = (name: string, changes: object = {}): object => ({
    name,
    parameters_raw: 32_762_123_264,
    architecture: 'qwen3',
    context_length: 6_553_600,
    hf_downloads: 5000,
    hf_likes: 0,
    num_hidden_layers: 64,
    num_key_value_heads: 8,
    head_dim: 128,
    ...changes,
  });

  it('takes counts and architecture, never the context, and says nothing of packed or repackaged copies', () => {
    const { releases } = hubFacts(
      bytesOf([
        repository('Qwen/Qwen3-32B'),
        repository('Qwen/Qwen3-32B-AWQ'),
        repository('unsloth/Qwen3-32B'),
        repository('nvidia/X-30B-BF16', { hf_downloads: 0, architecture: 'unheard_of' }),
      ]),
      AT,
    );
    expect(releases.map(({ name }) => name)).toEqual(['Qwen/Qwen3-32B', 'nvidia/X-30B-BF16']);
    expect(releases[0]).toMatchObject({ hubId: 'Qwen/Qwen3-32B', mentionOnly: true });
    expect(valuesOf(releases[0]!)).toEqual({
      totalParamsB: 32.7621,
      adoption: { downloads30d: 5000, snapshot: '2026-07-02' },
      architecture: { layers: 64, kvHeads: 8, headDim: 128, attention: 'FULL', dense: true },
    });
    expect(valuesOf(releases[1]!)).toEqual({
      totalParamsB: 32.7621,
      architecture: { layers: 64, kvHeads: 8, headDim: 128 },
    });
  });
});

describe('vendor facts', () => {
  it('expands alternatives, several groups multiply', () => {
    expect(expandBraces('a/x-{1b,2b}{,-it}')).toEqual(['a/x-1b', 'a/x-1b-it', 'a/x-2b', 'a/x-2b-it']);
  });

  it('gives every release of an entry its facts with the page that says so', () => {
    const payload = {
      languageSets: { two: 'en zh' },
      entries: [
        { releases: ['a/x-{1b,2b}'], languages: 'two', licenceId: 'mit', native: 'FP8', releaseDate: '2026-01' },
        { releases: ['a/y'], languages: 'three' },
        { releases: ['a/z'], contxtTokens: 5 },
      ],
    };
    const { releases, rejected } = vendorFacts(bytesOf(payload), AT);
    expect(releases.map(({ hubId }) => hubId)).toEqual(['a/x-1b', 'a/x-2b']);
    expect(releases[1]?.facts.map(({ field, sourceRef }) => [field, sourceRef])).toEqual([
      ['weightsUrl', undefined],
      ['licenceId', 'https://huggingface.co/a/x-2b'],
      ['releaseDate', 'https://huggingface.co/a/x-2b'],
      ['languages', 'https://huggingface.co/a/x-2b'],
    ]);
    expect(releases[1]?.artifacts).toEqual([{ hubId: 'a/x-2b', quantisation: 'FP8' }]);
    expect(rejected.map(({ position }) => position)).toEqual(['entries/1/languages', 'entries/2']);
  });

  it('reads the collection that ships with the product without a refusal or a contradiction', () => {
    const { releases, rejected } = vendorFacts(readFileSync('seeds/vendor-facts.json'), { asOf: '2026-08-22' });
    expect(rejected).toEqual([]);
    expect(releases.length).toBeGreaterThan(300);
    const said = new Map<string, string>();
    for (const { hubId, facts } of releases)
      for (const { field, value } of facts) {
        const text = JSON.stringify(value);
        expect([hubId, field, said.get(`${hubId} ${field}`) ?? text]).toEqual([hubId, field, text]);
        said.set(`${hubId} ${field}`, text);
      }
  });
});
