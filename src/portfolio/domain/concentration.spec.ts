import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { concentrationOf, hhiChange, weightsByKey } from './concentration.js';
import type { Holding } from './concentration.js';

const equalTools = (counts: readonly number[]): Holding[] =>
  counts.flatMap((count, vendor) => Array.from({ length: count }, () => ({ key: `vendor-${vendor}`, weight: 1 })));

const holdings = fc.array(
  fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), weight: fc.constantFrom(1, 2, 4) }),
  { minLength: 1, maxLength: 60 },
);

describe('concentrationOf', () => {
  it('gives the worked figures of 30 equal tools over seven vendors', () => {
    const figures = concentrationOf(equalTools([9, 6, 5, 4, 3, 2, 1]));
    expect(Math.round(figures.hhi)).toBe(1911);
    expect(figures.effectiveNumber).toBeCloseTo(5.23, 2);
    expect(figures.topShare).toBeCloseTo(0.3, 10);
    expect(figures.top3Share).toBeCloseTo(0.667, 3);
    expect(figures.elephantFactor).toBe(2);
    expect(figures.floor).toBeCloseTo(1428.57, 2);
  });

  it('falls to 1756 when one tool moves from the largest to the smallest', () => {
    const before = equalTools([9, 6, 5, 4, 3, 2, 1]);
    const change = hhiChange(weightsByKey(before), 30, { from: 'vendor-0', to: 'vendor-6', weight: 1 });
    expect(Math.round(concentrationOf(before).hhi + change)).toBe(1756);
    expect(Math.round(concentrationOf(equalTools([8, 6, 5, 4, 3, 2, 2])).hhi)).toBe(1756);
  });

  it('is empty without weight', () => {
    expect(concentrationOf([{ key: 'a', weight: 0 }])).toMatchObject({
      hhi: 0,
      keys: 0,
      shares: [],
      elephantFactor: 0,
    });
  });

  it('has shares that sum to 1 and an index between its floor and 10,000', () => {
    fc.assert(
      fc.property(holdings, (list) => {
        const { shares, hhi, floor, topShare, top3Share } = concentrationOf(list);
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(hhi).toBeGreaterThanOrEqual(floor - 1e-6);
        expect(hhi).toBeLessThanOrEqual(10_000 + 1e-6);
        expect(topShare).toBeLessThanOrEqual(top3Share + 1e-12);
      }),
    );
  });

  it('never falls when two keys merge', () => {
    fc.assert(
      fc.property(holdings, (list) => {
        const merged = list.map((holding) => (holding.key === 'b' ? { ...holding, key: 'a' } : holding));
        expect(concentrationOf(merged).hhi).toBeGreaterThanOrEqual(concentrationOf(list).hhi - 1e-6);
      }),
    );
  });

  it('does not depend on the order of the holdings', () => {
    fc.assert(
      fc.property(holdings, (list) => {
        const { hhi, shares } = concentrationOf([...list].reverse());
        expect(hhi).toBeCloseTo(concentrationOf(list).hhi, 6);
        expect(shares).toEqual(concentrationOf(list).shares);
      }),
    );
  });

  it('knows the change of a move without counting again', () => {
    fc.assert(
      fc.property(holdings, fc.constantFrom('a', 'b', 'g'), (list, to) => {
        const [first, ...rest] = list;
        if (first === undefined) return;
        const total = list.reduce((sum, { weight }) => sum + weight, 0);
        const after = concentrationOf([...rest, { key: to, weight: first.weight }]).hhi;
        const change = hhiChange(weightsByKey(list), total, { from: first.key, to, weight: first.weight });
        expect(concentrationOf(list).hhi + change).toBeCloseTo(after, 6);
      }),
    );
  });
});
