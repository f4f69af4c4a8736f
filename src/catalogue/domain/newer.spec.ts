import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ageDate, compareGenerations, isNewer, newness, type Aged } from './newer.js';
import { comparableSize, sizeBand, SIZE_BAND_CUTS, sizeDistance } from './size.js';

const day = (date: string): Aged['releaseDate'] => ({ date, precision: 'DAY' });
const R1: Aged = {
  key: 'deepseek-ai/deepseek-r1',
  family: 'deepseek',
  generation: [1],
  releaseDate: day('2025-01-20'),
};
const V31: Aged = {
  key: 'deepseek-ai/deepseek-v3.1',
  family: 'deepseek',
  generation: [3, 1],
  releaseDate: day('2025-08-21'),
};
const V3: Aged = {
  key: 'deepseek-ai/deepseek-v3',
  family: 'deepseek',
  generation: [3],
  releaseDate: day('2024-12-26'),
};
const QWEN3: Aged = { key: 'qwen/qwen3-32b', family: 'qwen', generation: [3], releaseDate: day('2025-04-28') };

describe('newness', () => {
  it('goes by generation within one scheme, whatever the dates', () => {
    expect(newness(V31, V3)).toBe('HIGHER_GENERATION');
    expect(newness({ ...V3, releaseDate: day('2026-01-01') }, V31)).toBe('NOT_NEWER');
    expect(newness({ ...V31, releaseDate: undefined }, V3)).toBe('HIGHER_GENERATION');
  });

  it('goes by date between two schemes of one family and between families', () => {
    expect(newness(V31, R1)).toBe('LATER');
    expect(newness(R1, V3)).toBe('NOT_NEWER');
    expect(newness(V31, QWEN3)).toBe('LATER');
  });

  it('takes siblings of one generation for newer 30 days later, not earlier', () => {
    const sibling = (date: string): Aged => ({ ...QWEN3, key: 'qwen/qwen3-next-80b-a3b', releaseDate: day(date) });
    expect(isNewer(sibling('2025-05-27'), QWEN3)).toBe(false);
    expect(isNewer(sibling('2025-05-28'), QWEN3)).toBe(true);
  });

  it('says so when nothing dates a release', () => {
    expect(newness({ ...R1, releaseDate: undefined }, V3)).toBe('UNDATED');
    expect(isNewer(V31, { ...R1, releaseDate: undefined })).toBe(false);
  });

  it('reads the date in the name before the day it was first seen', () => {
    const undated = { key: 'qwen/qwen3-4b-instruct-2507', family: 'qwen', generation: [3] };
    expect(ageDate({ ...undated, firstSeenAt: '2026-05-12' })).toEqual({ date: '2025-07-01', precision: 'MONTH' });
    expect(ageDate({ ...QWEN3, releaseDate: undefined, firstSeenAt: '2025-04-29T10:00:00.000Z' })).toEqual({
      date: '2025-04-29',
      precision: 'DAY',
    });
  });

  const generation = fc.array(fc.nat(9), { minLength: 1, maxLength: 4 });
  it('orders generations totally, zeros at the end meaning nothing', () => {
    fc.assert(
      fc.property(generation, generation, generation, (a, b, c) => {
        expect(compareGenerations(a, b)).toBe(-compareGenerations(b, a) + 0);
        expect(compareGenerations([...a, 0], a)).toBe(0);
        if (compareGenerations(a, b) >= 0 && compareGenerations(b, c) >= 0) {
          expect(compareGenerations(a, c)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('never calls two releases newer than each other, nor one newer than itself', () => {
    const aged = fc.record({
      key: fc.constantFrom('deepseek-ai/deepseek-r1', 'deepseek-ai/deepseek-v3', 'qwen/qwen3-8b'),
      family: fc.constantFrom('deepseek', 'qwen'),
      generation: fc.option(generation, { nil: undefined }),
      releaseDate: fc.option(
        fc
          .date({ min: new Date('2023-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
          .map((d) => day(d.toISOString().slice(0, 10))),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(aged, aged, (a, b) => {
        expect(isNewer(a, b) && isNewer(b, a)).toBe(false);
        expect(isNewer(a, a)).toBe(false);
      }),
    );
  });
});

describe('size', () => {
  it('puts every size into one band, in order', () => {
    expect(SIZE_BAND_CUTS.map((cut) => [sizeBand(cut - 0.1), sizeBand(cut)])).toEqual([
      ['BELOW_4B', '4B_TO_15B'],
      ['4B_TO_15B', '15B_TO_40B'],
      ['15B_TO_40B', '40B_TO_100B'],
      ['40B_TO_100B', '100B_TO_300B'],
      ['100B_TO_300B', 'FROM_300B'],
    ]);
  });

  it('compares from an eighth to five times', () => {
    expect([comparableSize(4, 32), comparableSize(3.9, 32), comparableSize(160, 32), comparableSize(161, 32)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(comparableSize(undefined, 32)).toBeUndefined();
  });

  it('measures the distance of two sizes alike in both directions', () => {
    const sized = fc.record({ totalParamsB: fc.double({ min: 0.1, max: 2000, noNaN: true }) });
    fc.assert(
      fc.property(sized, sized, (a, b) => expect(sizeDistance(a, b)).toBeCloseTo(sizeDistance(b, a) ?? NaN, 9)),
    );
    expect(sizeDistance({ totalParamsB: 30, activeParamsB: 3 }, { totalParamsB: 30 })).toBeCloseTo(Math.log2(10) / 2);
  });
});
