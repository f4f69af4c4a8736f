import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { median, pairedResult } from './paired.js';

const item = fc.record({
  champion: fc.double({ min: 0, max: 1, noNaN: true }),
  challenger: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('pairedResult', () => {
  it('agrees with the interval reckoned by hand', () => {
    const items = [
      { champion: 1, challenger: 1 },
      { champion: 1, challenger: 0 },
      { champion: 0, challenger: 1 },
      { champion: 0, challenger: 1 },
    ];
    const result = pairedResult(items);
    expect(result).toMatchObject({ n: 4, championScore: 50, challengerScore: 75, regressions: 1 });
    // Differences 0, −1, 1, 1: mean 0.25, variance 0.91667, error 0.47871.
    expect(result.halfWidth).toBeCloseTo(196 * 0.478_714, 3);
  });

  it('mirrors when the two change places, and is sure of nothing that differs nowhere', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 2, maxLength: 50 }), (items) => {
        const result = pairedResult(items);
        const mirrored = pairedResult(
          items.map(({ champion, challenger }) => ({ champion: challenger, challenger: champion })),
        );
        expect(mirrored.championScore).toBeCloseTo(result.challengerScore, 9);
        expect(mirrored.halfWidth).toBeCloseTo(result.halfWidth ?? -1, 9);
        expect(pairedResult(items.map(({ champion }) => ({ champion, challenger: champion }))).halfWidth).toBe(0);
      }),
    );
  });

  it('knows no interval of a single item', () => {
    expect(pairedResult([{ champion: 1, challenger: 0 }]).halfWidth).toBeUndefined();
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
