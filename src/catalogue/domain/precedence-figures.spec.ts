import { describe, expect, it } from '@jest/globals';
import { resolveFacts } from './precedence.js';
import type { Fact, FactField, ReleaseFields } from './release.js';

type Options = Partial<Pick<Fact, 'sourceRef' | 'observedAt' | 'status'>>;
const fact = <F extends FactField>(field: F, value: ReleaseFields[F], source: string, options: Options = {}): Fact => ({
  field,
  value,
  source,
  sourceRef: `${source}/1`,
  observedAt: '2026-07-02T00:00:00.000Z',
  status: 'CLAIMED',
  ...options,
});
const host = <F extends FactField>(field: F, value: ReleaseFields[F], name: string, row = 'x'): Fact =>
  fact(field, value, 'models.dev', { sourceRef: `providers/${name}/models/${row}` });

describe('price', () => {
  const price = (name: string, input: number, output: number, row = 'x'): Fact =>
    host('pricePerMTokens', { input, output, hosts: 1 }, name, row);

  it('is the median over paid hosts, each counting once', () => {
    const three = [price('a', 1, 4), price('b', 2, 6), price('c', 9, 9), price('c', 3, 9, 'turbo')];
    expect(resolveFacts(three).fields.pricePerMTokens).toEqual({ input: 2, output: 6, hosts: 3 });
  });

  it('says how few hosts it rests on, and is none where nobody charges', () => {
    const two = [price('a', 1, 4), price('b', 2, 6), price('d', 0, 0)];
    expect(resolveFacts(two).fields.pricePerMTokens).toEqual({ input: 1.5, output: 5, hosts: 2 });
    expect(resolveFacts([price('d', 0, 0)]).fields.pricePerMTokens).toBeUndefined();
  });
});

describe('active parameters', () => {
  const dense = fact('architecture', { layers: 62, dense: true }, 'hub-facts', {
    sourceRef: 'items/google/gemma-3-27b-it',
  });

  it('are all parameters of a dense release, by a rule that says so', () => {
    const { fields, winners } = resolveFacts([fact('totalParamsB', 27.4, 'gpustack'), dense]);
    expect(fields.activeParamsB).toBe(27.4);
    expect(winners.get('activeParamsB')).toMatchObject({
      source: 'derived',
      sourceRef: 'totalParamsB, dense by hub-facts items/google/gemma-3-27b-it',
      status: 'DERIVED',
    });
  });

  it('are what a source counts, and unknown where nobody knows the architecture', () => {
    const total = fact('totalParamsB', 30, 'gpustack');
    expect(resolveFacts([total, dense, fact('activeParamsB', 3, 'gpustack')]).fields.activeParamsB).toBe(3);
    expect(resolveFacts([total]).fields.activeParamsB).toBeUndefined();
  });
});
