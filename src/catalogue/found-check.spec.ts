import { describe, expect, it } from '@jest/globals';
import { checkFound } from './found-check.js';
import type { FoundFact, FoundRelease } from './domain/release.js';

const item = (more: Partial<FoundRelease> = {}): FoundRelease => ({
  name: 'Qwen/Qwen3-32B',
  position: 'models/1',
  facts: [],
  artifacts: [],
  benchmarks: [],
  ...more,
});
const context = (value: number): FoundFact => ({ field: 'contextTokens', value, status: 'CLAIMED' });
const result = {
  benchmark: 'b',
  benchmarkVersion: '',
  metric: '',
  harness: '',
  mode: '',
  score: 1,
  higherIsBetter: true,
  sourceRef: '',
};

describe('checking what was found', () => {
  it('keeps a sound item as it is', () => {
    const sound = item({
      facts: [context(32768)],
      benchmarks: [result],
      artifacts: [{ hubId: 'a/b', quantisation: 'FP8' }],
    });
    expect(checkFound(sound)).toEqual({ item: sound, rejected: [] });
  });

  it.each(['', '   ', 'a\u0000b', 'a\nb', '\ud800', 'x'.repeat(501)])(
    'refuses a name that is no plain text (%#)',
    (name) => {
      const { item: kept, rejected } = checkFound(item({ name }));
      expect(kept).toBeUndefined();
      expect(rejected).toHaveLength(1);
    },
  );

  it('refuses values one by one, with position and reason, and keeps the others', () => {
    const { item: kept, rejected } = checkFound(
      item({
        facts: [
          context(1e12),
          context(32768),
          { field: 'releaseDate', value: { date: '2025-02-30', precision: 'DAY' }, status: 'CLAIMED' },
        ],
        artifacts: [{ hubId: 'a/b', quantisation: 'AWQ', sizeBytes: -1 }],
        benchmarks: [{ ...result, score: Number.POSITIVE_INFINITY }, result, { ...result, measuredOn: 'yesterday' }],
      }),
    );
    expect(kept).toMatchObject({ facts: [{ value: 32768 }], artifacts: [], benchmarks: [{ score: 1 }] });
    expect(rejected.map(({ position }) => position)).toEqual([
      'models/1#facts/0',
      'models/1#facts/2',
      'models/1#artifacts/0',
      'models/1#benchmarks/0',
      'models/1#benchmarks/2',
    ]);
    expect(rejected[0]?.reason).toContain('contextTokens');
  });
});
