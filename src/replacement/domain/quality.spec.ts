import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aResult } from '../../../test/support/assessment-facts.js';
import { DEFAULT_POLICY } from '../../policy/domain/policy.js';
import type { Profile, ProfileBenchmark } from '../../policy/domain/profiles.js';
import type { QualityResult } from './explanation.js';
import type { BenchmarkFacts, EvaluationFacts } from './facts.js';
import { isSolid, profileResults, qualityOf } from './quality.js';

const { profiles, thresholds } = DEFAULT_POLICY;
const CODING = profiles.CODING;
const SUMMARISATION = profiles.SUMMARISATION;
const AGENT = profiles.AGENT;

function delta(
  profile: Profile | undefined,
  candidate: readonly BenchmarkFacts[],
  inUse: readonly BenchmarkFacts[],
  own?: EvaluationFacts,
): QualityResult {
  if (profile === undefined) throw new Error('no profile');
  const [c, m] = [profileResults(profile, candidate), profileResults(profile, inUse)];
  return qualityOf({ profile, candidate: c, inUse: m, ...(own ? { evaluation: own } : {}), thresholds });
}

const swe = (score: number, over: Partial<BenchmarkFacts> = {}): BenchmarkFacts =>
  aResult('r', 'SWE-Bench Verified', score, over);
const aider = (score: number, over: Partial<BenchmarkFacts> = {}): BenchmarkFacts =>
  aResult('r', 'Aider polyglot', score, over);
const own = (over: Partial<EvaluationFacts>): EvaluationFacts => ({
  ...{
    id: 'e',
    toolId: 't',
    goldenSetId: 'g',
    championReleaseId: 'm',
    challengerReleaseId: 'c',
    metric: 'exact match',
  },
  ...{ higherIsBetter: true, n: 200, championScore: 70, challengerScore: 76, passed: true, ranAt: '2026-06-01' },
  ...over,
});

describe('ΔQ', () => {
  it('is the weighted mean of 10·difference/scale over the shared benchmarks', () => {
    const found = delta(CODING, [swe(66), aider(50)], [swe(60), aider(25)]);
    expect(found.deltaQ).toBeCloseTo((0.4 * 10 + 0.2 * 10) / 0.6, 10);
    expect(found.sharedBenchmarks).toBe(2);
    expect(found.inputs.some(({ source }) => source?.source === 'bench')).toBe(true);
  });

  it('counts a difference under the noise as none, and one at the noise in full', () => {
    expect(delta(CODING, [swe(62.9)], [swe(60)]).deltaQ).toBe(0);
    expect(delta(CODING, [swe(63)], [swe(60)]).deltaQ).toBeCloseTo(5, 10);
  });

  it.each<[string, Partial<BenchmarkFacts>]>([
    ['version', { benchmarkVersion: '2' }],
    ['metric', { metric: 'percent' }],
    ['harness', { harness: 'other' }],
    ['mode', { mode: 'thinking' }],
    ['direction', { higherIsBetter: false }],
  ])('never joins results of another %s', (_, over) => {
    expect(delta(CODING, [swe(90, over)], [swe(10)])).toMatchObject({ deltaQ: null, sharedBenchmarks: 0 });
  });

  it('never pools SWE-bench Pro, or any benchmark outside the profile', () => {
    const pro = (score: number): BenchmarkFacts => aResult('r', 'SWE-bench Pro', score);
    expect(delta(CODING, [pro(60)], [pro(10)]).deltaQ).toBeNull();
  });

  it('turns the direction of a metric where lower is better', () => {
    const rate = (score: number): BenchmarkFacts => swe(score, { higherIsBetter: false });
    expect(delta(CODING, [rate(10)], [rate(16)]).deltaQ).toBeCloseTo(10, 10);
  });

  it('finds a benchmark named by table and column', () => {
    const semantic = (score: number): BenchmarkFacts => aResult('r', 'FinReasoning', score, { metric: 'semantic' });
    expect(delta(SUMMARISATION, [semantic(80)], [semantic(65)]).deltaQ).toBeCloseTo(10, 10);
  });

  it('counts factual consistency only with an answer rate of at least 95 %', () => {
    const vectara = (score: number, answers: number | undefined): BenchmarkFacts[] => [
      aResult('r', 'Vectara', score, { metric: 'factual consistency' }),
      ...(answers === undefined ? [] : [aResult('r', 'Vectara', answers, { metric: 'answer rate' })]),
    ];
    expect(delta(SUMMARISATION, vectara(95, 95), vectara(90, 99)).deltaQ).toBeCloseTo(10, 10);
    expect(delta(SUMMARISATION, vectara(95, 94.9), vectara(90, 99)).deltaQ).toBeNull();
    expect(delta(SUMMARISATION, vectara(95, undefined), vectara(90, 99)).deltaQ).toBeNull();
  });

  it('takes the better of the function-calling and the prompt mode', () => {
    const live = (score: number, mode: string): BenchmarkFacts => aResult('r', 'BFCL', score, { metric: 'live', mode });
    expect(delta(AGENT, [live(60, 'FC'), live(70, 'prompt')], [live(65, 'FC'), live(5, 'prompt')]).deltaQ).toBeCloseTo(
      5,
      10,
    );
  });

  it('lets an own evaluation outrank every public benchmark', () => {
    const found = delta(CODING, [swe(10), aider(10)], [swe(90), aider(90)], own({ halfWidth: 4 }));
    expect(found).toMatchObject({ deltaQ: 6, evaluationId: 'e', evaluationPassed: true, independent: true });
    expect(delta(CODING, [], [], own({ challengerScore: 71.9 })).deltaQ).toBe(0);
    expect(delta(CODING, [], [], own({ halfWidth: 7 })).deltaQ).toBe(0);
  });

  it('takes no lucky handful for a gain: without a measured interval the one of two shares counts', () => {
    const few = { championScore: 50, challengerScore: 70 };
    expect(delta(CODING, [], [], own({ ...few, n: 10 })).deltaQ).toBe(0);
    expect(delta(CODING, [], [], own({ ...few, n: 200 })).deltaQ).toBe(20);
    expect(delta(CODING, [], [], own({ championScore: 0, challengerScore: 33, n: 3 })).deltaQ).toBe(0);
  });

  it('is solid by two benchmarks or an own evaluation', () => {
    expect(isSolid(delta(CODING, [swe(90)], [swe(10)]), thresholds)).toBe(false);
    expect(isSolid(delta(CODING, [swe(90), aider(1)], [swe(10), aider(1)]), thresholds)).toBe(true);
    expect(isSolid(delta(CODING, [], [], own({})), thresholds)).toBe(true);
    expect(isSolid(delta(CODING, [], []), thresholds)).toBe(false);
  });

  it('mirrors when the two change places, and does not depend on the order of results', () => {
    const names = (CODING?.benchmarks ?? []).map(({ benchmark }: ProfileBenchmark) => benchmark);
    const results = fc.uniqueArray(
      fc.record({
        benchmark: fc.constantFrom(...names),
        score: fc.integer({ min: 0, max: 100 }),
        version: fc.constantFrom('1', '2'),
        source: fc.constantFrom('a', 'b'),
      }),
      { maxLength: 8, selector: ({ benchmark, version, source }) => `${benchmark}|${version}|${source}` },
    );
    const asFacts = (
      rows: readonly { benchmark: string; score: number; version: string; source: string }[],
    ): BenchmarkFacts[] =>
      rows.map(({ benchmark, score, version, source }) =>
        aResult('r', benchmark, score, { benchmarkVersion: version, source }),
      );
    fc.assert(
      fc.property(results, results, (a, b) => {
        const there = delta(CODING, asFacts(a), asFacts(b)).deltaQ;
        const back = delta(CODING, asFacts(b), asFacts(a)).deltaQ;
        if (there === null) expect(back).toBeNull();
        else expect(there + (back ?? Number.NaN)).toBeCloseTo(0, 9);
        expect(delta(CODING, asFacts([...a].reverse()), asFacts([...b].reverse())).deltaQ).toBe(there);
      }),
    );
  });
});
