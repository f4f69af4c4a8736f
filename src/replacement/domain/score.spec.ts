import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PROPERTY_RUNS } from '../../../test/support/property-runs.js';
import { DEFAULT_POLICY, SCORE_TERMS } from '../../policy/domain/policy.js';
import {
  amountTerm,
  diversificationTerm,
  languageTerm,
  qualityTerm,
  scoreOf,
  supportTerm,
  switchingTerm,
} from './score.js';
import type { QualityResult } from './explanation.js';
import type { SwitchingSubject, TermValue, TermValues } from './score.js';

const quality = (deltaQ: number | null): QualityResult => ({
  ...{ deltaQ, sharedBenchmarks: 2, evaluationPassed: false, independent: true, proxy: false, inputs: [] },
});
const amount = (candidate: number, inUse: number): TermValue =>
  amountTerm({ candidate, inUse, of: 'Cost', inputs: [] }, 'unknown');
const OTHER_VENDOR: SwitchingSubject = {
  ...{ sameRelease: false, sameFamily: false, sameVendor: false, sameInterface: true, rebuild: false },
};
const equal: TermValues = {
  quality: qualityTerm(quality(0)),
  cost: amount(10, 10),
  footprint: amount(10, 10),
  language: languageTerm(0, []),
  support: supportTerm(0, []),
  switchingEase: switchingTerm(OTHER_VENDOR),
  diversification: diversificationTerm(0),
};
const score = (values: Partial<TermValues>): number | null => scoreOf({ ...equal, ...values }, DEFAULT_POLICY).score;
const UNKNOWN: TermValue = { value: null, sentence: '', inputs: [] };

describe('score', () => {
  it('gives the worked figures for another vendor on the same interface', () => {
    expect(score({ quality: qualityTerm(quality(8)) })).toBeCloseTo(0.625, 10);
    expect(score({ quality: qualityTerm(quality(5)) })).toBeCloseTo(0.5725, 10);
    expect(score({ cost: amount(5, 10), footprint: amount(5, 10) })).toBeCloseTo(0.56, 10);
    expect(score({ quality: qualityTerm(quality(2)) })).toBeCloseTo(0.52, 10);
  });

  it('weighs 100 in all and covers everything when everything is known', () => {
    const result = scoreOf(equal, DEFAULT_POLICY);
    expect(result.terms.map(({ term }) => term)).toEqual([...SCORE_TERMS]);
    expect(result.terms.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect(result.coverage).toBe(1);
  });

  it('has no headline below the coverage floor, and one exactly at it', () => {
    const withoutQuality = scoreOf({ ...equal, quality: UNKNOWN }, DEFAULT_POLICY);
    expect(withoutQuality.coverage).toBeCloseTo(0.65, 10);
    expect(withoutQuality.score).not.toBeNull();
    const below = scoreOf({ ...equal, quality: UNKNOWN, language: UNKNOWN }, DEFAULT_POLICY);
    expect(below).toMatchObject({ score: null, coverage: 0.55 });
    expect(below.terms.find(({ term }) => term === 'cost')?.value).toBe(0.5);
    const atFloor = scoreOf({ ...equal, cost: UNKNOWN, footprint: UNKNOWN, language: UNKNOWN }, DEFAULT_POLICY);
    expect(atFloor.coverage).toBeCloseTo(0.6, 10);
    expect(atFloor.score).not.toBeNull();
  });

  it.each<[Partial<SwitchingSubject>, number]>([
    [{ sameRelease: true, rebuild: true }, 0.5],
    [{ sameFamily: true, sameVendor: true }, 0.5],
    [{ sameVendor: true }, 0.45],
    [{}, 0.35],
    [{ sameInterface: false }, 0.1],
    [{ sameFamily: true, sameVendor: true, rebuild: true }, 0.1],
  ])('rates the switch %j with %d', (subject, value) => {
    expect(switchingTerm({ ...OTHER_VENDOR, ...subject }).value).toBe(value);
  });

  it('keeps every term within its bounds and the score within 0–1', () => {
    const any = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(any, positive, positive, any, any, (deltaQ, candidate, inUse, deltaL, deltaHhi) => {
        const cost = amount(candidate, inUse);
        expect(cost.value).toBeGreaterThanOrEqual(0.25);
        expect(cost.value).toBeLessThanOrEqual(0.75);
        const found = score({
          quality: qualityTerm(quality(deltaQ)),
          cost,
          language: languageTerm(deltaL, []),
          diversification: diversificationTerm(deltaHhi),
        });
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('mirrors every term but the ease of switching about 0.5', () => {
    const delta = fc.double({ min: -100, max: 100, noNaN: true });
    const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(delta, positive, positive, (change, a, b) => {
        const mirrored = (there: TermValue, back: TermValue): void =>
          expect((there.value ?? 0) + (back.value ?? 0)).toBeCloseTo(1, 9);
        mirrored(qualityTerm(quality(change)), qualityTerm(quality(-change)));
        mirrored(amount(a, b), amount(b, a));
        mirrored(languageTerm(change, []), languageTerm(-change, []));
        mirrored(supportTerm(change / 100, []), supportTerm(-change / 100, []));
        mirrored(diversificationTerm(change), diversificationTerm(-change));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('never rises when one term falls', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...SCORE_TERMS), value, value, (term, a, b) => {
        const at = (level: number): number => score({ [term]: { ...UNKNOWN, value: level } }) ?? 0;
        expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)) + 1e-12);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
