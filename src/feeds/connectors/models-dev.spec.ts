import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { modelsDev } from './models-dev.js';
import { AT, bytesOf, valuesOf } from './spec-support.js';

const row = (changes: object = {}): object => ({
  id: 'openai/gpt-oss-120b',
  name: 'GPT OSS 120B',
  release_date: '2025-08-05',
  last_updated: '2025-08-05',
  attachment: false,
  reasoning: true,
  tool_call: true,
  open_weights: true,
  limit: { context: 131072, output: 32768 },
  modalities: { input: ['text'], output: ['text'] },
  cost: { input: 0.1, output: 0.5 },
  ...changes,
});
const host = (models: Readonly<Record<string, unknown>>, id = 'groq'): object => ({ [id]: { id, models } });
const read = (payload: unknown) => modelsDev(bytesOf(payload), AT);

describe('models.dev, hosts', () => {
  it('reads what a host says of an open-weight model', () => {
    const { releases, rejected } = read(host({ 'openai/gpt-oss-120b': row() }));
    expect(rejected).toEqual([]);
    expect(releases).toHaveLength(1);
    expect(releases[0]).toMatchObject({
      name: 'openai/gpt-oss-120b',
      host: 'groq',
      position: 'providers/groq/models/openai/gpt-oss-120b',
    });
    expect(valuesOf(releases[0]!)).toEqual({
      releaseDate: { date: '2025-08-05', precision: 'DAY' },
      contextTokens: 131072,
      inputModalities: ['TEXT'],
      outputModalities: ['TEXT'],
      capabilities: ['REASONING', 'TOOL_CALL'],
      pricePerMTokens: { input: 0.1, output: 0.5, hosts: 1 },
    });
  });

  it('takes a hub id from the hub alone, never from a host that writes org/name', () => {
    const rows = { 'zai-org/GLM-4.6': row({ id: 'zai-org/GLM-4.6' }) };
    expect(read(host(rows, 'huggingface')).releases[0]?.hubId).toBe('zai-org/GLM-4.6');
    expect(read(host(rows, 'chutes')).releases[0]?.hubId).toBeUndefined();
  });

  it.each(['1970-01-01', '2025-25-11', '2027-01-01', 'soon'])('refuses the date %s and keeps the rest', (date) => {
    const { releases, rejected } = read(host({ x: row({ release_date: date }) }));
    expect(rejected).toMatchObject([{ position: 'providers/groq/models/x/release_date' }]);
    expect(valuesOf(releases[0]!)).not.toHaveProperty('releaseDate');
    expect(valuesOf(releases[0]!)).toHaveProperty('contextTokens', 131072);
  });

  it('keeps how much of a date is known', () => {
    const { releases } = read(host({ x: row({ release_date: '2025-07' }) }));
    expect(valuesOf(releases[0]!)['releaseDate']).toEqual({ date: '2025-07-01', precision: 'MONTH' });
  });

  it('makes no fact of a price of zero, a context of zero, a closed model without a price or a name that moves', () => {
    const free = { cost: { input: 0, output: 0 } };
    const { releases } = read(
      host({
        free: row({ ...free, limit: { context: 0, output: 0 } }),
        closed: row({ ...free, open_weights: false }),
        moving: row({ id: 'mistral-small-latest' }),
        'deepseek-chat': row({ id: 'deepseek-chat' }),
      }),
    );
    expect(releases).toHaveLength(1);
    expect(valuesOf(releases[0]!)).not.toHaveProperty('pricePerMTokens');
    expect(valuesOf(releases[0]!)).not.toHaveProperty('contextTokens');
  });

  it('takes of a row that leaves the weights unmarked its price alone, for a release that others know', () => {
    const { releases } = read(host({ x: row({ open_weights: false, release_date: 'soon' }) }));
    expect(releases).toMatchObject([{ name: 'openai/gpt-oss-120b', mentionOnly: true }]);
    expect(valuesOf(releases[0]!)).toEqual({ pricePerMTokens: { input: 0.1, output: 0.5, hosts: 1 } });
  });

  it('refuses one bad row alone, with its position and the reason', () => {
    const { releases, rejected } = read(
      host({
        good: row(),
        html: row({ name: '<script>alert(1)</script>' }),
        formula: row({ id: '=HYPERLINK("http://x")' }),
        text: row({ limit: { context: '128k' } }),
        nothing: null,
      }),
    );
    expect(releases).toHaveLength(1);
    expect(rejected.map(({ position }) => position)).toEqual(
      ['html', 'formula', 'text', 'nothing'].map((id) => `providers/groq/models/${id}`),
    );
    expect(rejected.every(({ reason }) => reason.length > 5)).toBe(true);
  });

  it('survives numbers beyond all bounds and keys that reach for the prototype', () => {
    const text = JSON.stringify(host({ x: row(), big: row() }))
      .replace('"big"', '"__proto__"')
      .replace(/131072(?=[^]*$)/, '1e999');
    const { releases, rejected } = read(text);
    expect(releases.length + rejected.length).toBe(2);
    expect(Object.getPrototypeOf({})).not.toHaveProperty('id');
  });

  it('gives the same for the same rows in any order, up to the order', () => {
    const rows = Array.from({ length: 12 }, (_, i) => [`m${i}`, row({ id: `m${i}`, limit: { context: i } })] as const);
    const expected = new Set(read(host(Object.fromEntries(rows))).releases.map((found) => JSON.stringify(found)));
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const found = read(host(Object.fromEntries(shuffled))).releases.map((each) => JSON.stringify(each));
        expect(new Set(found)).toEqual(expected);
      }),
    );
  });

  it('never throws on a row, whatever it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1 }), (models) => {
        const { releases, rejected } = read(host({ ...models, good: row() }));
        expect(releases.length + rejected.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('models.dev, canonical rows', () => {
  const canonical = (changes: object = {}): object => ({
    'openai/gpt-oss-120b': row({
      cost: undefined,
      weights: [{ label: 'Hugging Face', url: 'https://huggingface.co/openai/gpt-oss-120b' }],
      benchmarks: [
        {
          name: 'SWE-Bench Verified',
          score: 62.4,
          metric: 'resolved',
          source: 'https://www.swebench.com',
          date: '2025-08-05',
        },
        { name: 'Terminal Bench 2.0', score: 33, metric: 'score', source: 'https://x.example', date: '2025-08' },
        { name: 'Broken', score: '62', metric: 'x', source: 'https://x.example' },
      ],
      ...changes,
    }),
  });

  it('knows the release by its weights and spells benchmarks as every source does', () => {
    const { releases, rejected } = read(canonical());
    expect(releases[0]).toMatchObject({ hubId: 'openai/gpt-oss-120b', vendorHint: 'openai' });
    expect(valuesOf(releases[0]!)).toMatchObject({
      displayName: 'GPT OSS 120B',
      weightsUrl: 'https://huggingface.co/openai/gpt-oss-120b',
    });
    expect(releases[0]?.benchmarks).toMatchObject([
      { benchmark: 'SWE-bench Verified', metric: 'percent resolved', score: 62.4, measuredOn: '2025-08-05' },
      { benchmark: 'Terminal-Bench', benchmarkVersion: '2.0' },
    ]);
    expect(rejected).toMatchObject([{ position: 'models/openai/gpt-oss-120b/benchmarks/2' }]);
  });

  it('takes of a name that moves only which weights it means today', () => {
    const { releases } = read(canonical({ id: 'mistral/mistral-small-latest' }));
    expect(releases[0]?.hubId).toBe('openai/gpt-oss-120b');
    expect(releases[0]?.facts).toEqual([]);
  });
});

describe('models.dev, the payload as a whole', () => {
  it.each([
    ['a web page', '<!doctype html><html></html>'],
    ['broken JSON', '{"groq":'],
    ['a list', '[]'],
    ['a bomb of brackets', '['.repeat(10_000)],
  ])('refuses %s with one sentence', (_, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ kind: 'unprocessable', code: 'payload-unreadable' }));
  });
});
