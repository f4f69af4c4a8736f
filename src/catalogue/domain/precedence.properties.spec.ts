import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { resolveFacts } from './precedence.js';
import type { Fact } from './release.js';

describe('resolveFacts', () => {
  const source = fc.constantFrom('vendor:x', 'gpustack', 'xinference', 'openrouter', 'huggingface', 'llmfit');
  const place = fc.oneof(
    source.map((name) => ({ source: name, sourceRef: `${name}/1` })),
    fc
      .constantFrom('a', 'b', 'c', 'd')
      .map((name) => ({ source: 'models.dev', sourceRef: `providers/${name}/models/x` })),
    fc.constantFrom('x', 'y').map((name) => ({ source: 'models.dev', sourceRef: `models/${name}` })),
  );
  const said = fc.oneof(
    fc.integer({ min: 1, max: 900 }).map((value) => ({ field: 'totalParamsB' as const, value })),
    fc.constantFrom(8192, 32_768, 131_072).map((value) => ({ field: 'contextTokens' as const, value })),
    fc
      .constantFrom('2025-07-01', '2025-07-09', '2024-01-01', '2027-01-01')
      .map((date) => ({ field: 'releaseDate' as const, value: { date, precision: 'DAY' as const } })),
    fc
      .subarray(['REASONING', 'TOOL_CALL', 'STRUCTURED_OUTPUT'] as const)
      .map((value) => ({ field: 'capabilities' as const, value })),
    fc
      .integer({ min: 0, max: 9 })
      .map((input) => ({ field: 'pricePerMTokens' as const, value: { input, output: input * 3, hosts: 1 } })),
    fc.constantFrom('mit', 'apache-2.0', 'gemma').map((value) => ({ field: 'licenceId' as const, value })),
    fc.integer({ min: 1, max: 99 }).map((likes) => ({ field: 'adoption' as const, value: { likes } })),
    fc.subarray(['vLLM', 'SGLang']).map((value) => ({ field: 'servingEngines' as const, value })),
  );
  const when = fc.constantFrom('2026-05-01T00:00:00.000Z', '2026-07-02T00:00:00.000Z');
  const status = fc.constantFrom('CLAIMED' as const, 'CLAIMED' as const, 'MANUAL' as const);
  const facts = fc.array(
    fc
      .tuple(said, place, when, status)
      .map(([what, where, observedAt, how]): Fact => ({ ...what, ...where, observedAt, status: how })),
    { maxLength: 25 },
  );

  it('comes out the same for every order of the facts', () => {
    const subject = { key: 'Qwen/Qwen3-Next-2507', vendorSlug: 'alibaba' };
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat()), (given, keys) => {
        const shuffled = given.map((each) => ({ each, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        const [one, other] = [
          resolveFacts(given, subject),
          resolveFacts(
            shuffled.map(({ each }) => each),
            subject,
          ),
        ];
        expect(other.fields).toEqual(one.fields);
        expect([...other.winners]).toEqual([...one.winners]);
        expect(other.refused).toHaveLength(one.refused.length);
      }),
    );
  });

  it('has a winner for each field it fills, and never a field that no fact names', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { fields, winners } = resolveFacts(given);
        expect(Object.keys(fields).sort()).toEqual([...winners.keys()].sort());
        const named = new Set<string>(given.map(({ field }) => field));
        expect(
          Object.keys(fields)
            .filter((field) => field !== 'licenceClass')
            .every((field) => named.has(field)),
        ).toBe(true);
      }),
    );
  });
});
