import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gainOf, halfWidthOf, passes } from './verdict.js';

const score = fc.double({ min: 0, max: 100, noNaN: true });

describe('the verdict of an evaluation', () => {
  const run = { championScore: 80, challengerScore: 78, higherIsBetter: true, n: 200 };

  it('passes a challenger that is as good within the noise, and no other', () => {
    expect(passes(run, 2)).toBe(true);
    expect(passes({ ...run, challengerScore: 77.9 }, 2)).toBe(false);
    expect(passes({ ...run, challengerScore: 95 }, 2)).toBe(true);
  });

  it('reads errors the other way round', () => {
    const errors = { championScore: 4, challengerScore: 9, higherIsBetter: false, n: 50 };
    expect(gainOf(errors)).toBe(-5);
    expect(passes(errors, 2)).toBe(false);
  });

  it('says how sure the difference is', () => {
    expect(halfWidthOf(run)).toBeCloseTo(7.98, 2);
    expect(halfWidthOf({ ...run, halfWidth: 3.1 })).toBe(3.1);
    expect(halfWidthOf({ ...run, n: 800 })).toBeCloseTo(halfWidthOf(run) / 2, 3);
    expect(halfWidthOf({ ...run, championScore: 0, challengerScore: 100, n: 2 })).toBeGreaterThan(50);
  });

  it('mirrors: what one gains the other loses', () => {
    fc.assert(
      fc.property(score, score, fc.boolean(), (championScore, challengerScore, higherIsBetter) => {
        const there = gainOf({ championScore, challengerScore, higherIsBetter, n: 10 });
        const back = gainOf({ championScore: challengerScore, challengerScore: championScore, higherIsBetter, n: 10 });
        expect(there).toBeCloseTo(-back, 10);
      }),
    );
  });
});
