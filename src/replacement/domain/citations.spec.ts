import { describe, expect, it } from '@jest/globals';
import { citationsOf } from './citations.js';
import type { Input } from './explanation.js';

const AA = 'Artificial Analysis (https://artificialanalysis.ai)';
const finding = (inputs: readonly Input[], quality: readonly Input[] = []) => ({
  gates: [],
  reasons: [],
  score: {
    score: null,
    coverage: 0,
    terms: [{ term: 'quality' as const, weight: 35, value: null, sentence: '', inputs }],
  },
  quality: {
    ...{ deltaQ: null, sharedBenchmarks: 0, evaluationPassed: false, independent: false, proxy: false },
    inputs: quality,
  },
});
const input = (name: string, source: string, sourceRef = 'https://example.org/'): Input => ({
  name,
  value: 40,
  source: { source, sourceRef },
});

describe('citationsOf', () => {
  it.each([
    ['its own feed', input('Coding, candidate', 'artificial-analysis')],
    ['its index in another source', input('Artificial Analysis coding index, in use', 'models.dev')],
    [
      'its page in another source',
      input('Terminal-Bench, in use', 'models.dev', 'https://artificialanalysis.ai/agents'),
    ],
  ])('names Artificial Analysis for %s, once, wherever in a finding it stands', (_, figure) => {
    expect(citationsOf([finding([figure])])).toEqual([AA]);
    expect(citationsOf([finding([], [figure]), finding([figure, figure])])).toEqual([AA]);
  });

  it('names nobody for other figures, or for what has no source', () => {
    const unsourced = { name: 'Artificial Analysis coding index, ΔQ (weight 0.2)', value: 3 };
    expect(citationsOf([finding([input('BFCL live, candidate', 'bfcl'), unsourced])])).toEqual([]);
    expect(citationsOf([{ gates: [], reasons: [], score: null, quality: null }])).toEqual([]);
  });

  it('names every source that asks for it, in one order', () => {
    const figures = [input('price', 'openrouter', 'data/x'), input('a', 'artificial-analysis')];
    expect(citationsOf([finding(figures)])).toEqual([AA, 'Source: OpenRouter (openrouter.ai)']);
  });
});
