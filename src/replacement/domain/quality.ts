import { gainOf, halfWidthOf } from '../../evaluations/domain/verdict.js';
import type { Profile, ProfileBenchmark } from '../../policy/domain/profiles.js';
import type { Thresholds } from '../../policy/domain/policy.js';
import type { Input, QualityResult } from './explanation.js';
import type { BenchmarkFacts, EvaluationFacts } from './facts.js';

/** Letters, digits and plus signs only: `SWE-Bench Verified` and `SWE-bench verified` are one name. */
const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9+]/g, '');

/** A release's results that fit one benchmark of a profile, by what must be equal on both sides. */
type Comparable = ReadonlyMap<string, BenchmarkFacts>;

/** Per profile benchmark, in its order. */
export type ProfileResults = readonly Comparable[];

const NO_RESULTS: readonly BenchmarkFacts[] = [];

/** Results by release, so that a pair costs only the benchmarks that both have. */
export function indexBenchmarks(benchmarks: readonly BenchmarkFacts[]): ReadonlyMap<string, readonly BenchmarkFacts[]> {
  const index = new Map<string, BenchmarkFacts[]>();
  for (const result of benchmarks) {
    const list = index.get(result.releaseId);
    if (list === undefined) index.set(result.releaseId, [result]);
    else list.push(result);
  }
  return index;
}

/** What of a release's results a profile can compare. */
export function profileResults(profile: Profile, results: readonly BenchmarkFacts[] = NO_RESULTS): ProfileResults {
  const named = results.map((result) => ({
    result,
    names: [slug(result.benchmark), slug(result.benchmark + result.metric)],
  }));
  const fitting = (benchmark: string): BenchmarkFacts[] => {
    const wanted = slug(benchmark);
    return named.filter(({ names }) => names.includes(wanted)).map(({ result }) => result);
  };
  return profile.benchmarks.map((benchmark) => {
    const comparable = new Map<string, BenchmarkFacts>();
    for (const result of fitting(benchmark.benchmark)) {
      if (!meetsCondition(benchmark, result, fitting)) continue;
      const key = comparisonKey(benchmark, result);
      const known = comparable.get(key);
      if (known === undefined || outranks(benchmark, result, known)) comparable.set(key, result);
    }
    return comparable;
  });
}

function meetsCondition(
  { condition }: ProfileBenchmark,
  result: BenchmarkFacts,
  fitting: (benchmark: string) => readonly BenchmarkFacts[],
): boolean {
  if (condition === undefined) return true;
  return fitting(condition.benchmark).some(
    (other) => other.benchmarkVersion === result.benchmarkVersion && other.score >= condition.atLeast,
  );
}

const comparisonKey = (benchmark: ProfileBenchmark, result: BenchmarkFacts): string =>
  JSON.stringify([
    result.benchmarkVersion,
    slug(result.benchmark),
    result.metric,
    result.harness,
    benchmark.bestOfModes === true ? '' : result.mode,
    result.higherIsBetter,
  ]);

/** Best mode first where modes compete; then independent, latest, and by source, so that list order decides nothing. */
function outranks(benchmark: ProfileBenchmark, a: BenchmarkFacts, b: BenchmarkFacts): boolean {
  if (benchmark.bestOfModes === true && a.score !== b.score) return a.score > b.score === a.higherIsBetter;
  if (a.independent !== b.independent) return a.independent;
  const byDate = (a.measuredOn ?? '').localeCompare(b.measuredOn ?? '');
  if (byDate !== 0) return byDate > 0;
  if (a.source !== b.source) return a.source < b.source;
  return a.score < b.score;
}

export interface QualitySubject {
  readonly profile: Profile | undefined;
  readonly candidate: ProfileResults;
  readonly inUse: ProfileResults;
  readonly evaluation?: EvaluationFacts;
  /** True where the evaluation was run with the candidate as champion. */
  readonly swapped?: boolean;
  readonly thresholds: Thresholds;
}

/** ΔQ of the candidate: from an own evaluation where there is one, else Σ w·10·(C − M)/scale over Σ w of shared benchmarks. */
export function qualityOf(subject: QualitySubject): QualityResult {
  const { profile, evaluation } = subject;
  if (evaluation !== undefined) return ownQuality(evaluation, subject.swapped === true, subject.thresholds);
  if (profile === undefined) return unknownQuality(false);
  const shared = sharedBenchmarks(profile, subject.candidate, subject.inUse);
  const deltaQ = weightedMean(shared);
  if (deltaQ === null) return unknownQuality(profile.proxy);
  return {
    deltaQ,
    sharedBenchmarks: shared.length,
    evaluationPassed: false,
    independent: shared.some(({ pair }) => pair.candidate.independent && pair.inUse.independent),
    proxy: profile.proxy,
    inputs: shared.flatMap(pairInputs),
  };
}

/** ΔQ by public benchmarks alone, and how many it rests on, without the explanation. */
export function publicDelta(
  profile: Profile,
  candidate: ProfileResults,
  inUse: ProfileResults,
): Pick<QualityResult, 'deltaQ' | 'sharedBenchmarks'> {
  const shared = sharedBenchmarks(profile, candidate, inUse);
  return { deltaQ: weightedMean(shared), sharedBenchmarks: shared.length };
}

interface Shared {
  readonly benchmark: ProfileBenchmark;
  readonly pair: Pair;
  readonly points: number;
}

function sharedBenchmarks(profile: Profile, candidate: ProfileResults, inUse: ProfileResults): readonly Shared[] {
  const shared: Shared[] = [];
  for (const [index, benchmark] of profile.benchmarks.entries()) {
    const pair = sharedPair(candidate[index], inUse[index]);
    if (pair !== undefined) shared.push({ benchmark, pair, points: deltaPoints(benchmark, pair) });
  }
  return shared;
}

function weightedMean(shared: readonly Shared[]): number | null {
  let weighted = 0;
  let weights = 0;
  for (const { benchmark, points } of shared) {
    weighted += benchmark.weight * points;
    weights += benchmark.weight;
  }
  return weights === 0 ? null : weighted / weights;
}

const unknownQuality = (proxy: boolean): QualityResult => ({
  deltaQ: null,
  sharedBenchmarks: 0,
  evaluationPassed: false,
  independent: false,
  proxy,
  inputs: [],
});

interface Pair {
  readonly candidate: BenchmarkFacts;
  readonly inUse: BenchmarkFacts;
}

/** The newest comparison that both have; versions are never pooled. */
function sharedPair(candidate: Comparable | undefined, inUse: Comparable | undefined): Pair | undefined {
  if (candidate === undefined || inUse === undefined || candidate.size === 0 || inUse.size === 0) return undefined;
  let best: { key: string; pair: Pair } | undefined;
  for (const [key, result] of candidate) {
    const other = inUse.get(key);
    if (other === undefined || (best !== undefined && key <= best.key)) continue;
    best = { key, pair: { candidate: result, inUse: other } };
  }
  return best?.pair;
}

function deltaPoints(benchmark: ProfileBenchmark, { candidate, inUse }: Pair): number {
  const raw = candidate.higherIsBetter ? candidate.score - inUse.score : inUse.score - candidate.score;
  return Math.abs(raw) < benchmark.noise ? 0 : (10 * raw) / benchmark.scale;
}

function pairInputs({ benchmark, pair: { candidate, inUse }, points }: Shared): Input[] {
  const measured = (name: string, result: BenchmarkFacts): Input => ({
    name: `${benchmark.benchmark}, ${name}`,
    value: result.score,
    unit: result.metric === '' ? 'points' : result.metric,
    source: {
      source: result.source,
      ...(result.sourceRef === undefined ? {} : { sourceRef: result.sourceRef }),
      ...(result.measuredOn === undefined ? {} : { observedAt: result.measuredOn }),
    },
  });
  return [
    measured('candidate', candidate),
    measured('in use', inUse),
    { name: `${benchmark.benchmark}, ΔQ (weight ${benchmark.weight})`, value: points, unit: 'ΔQ points' },
  ];
}

function ownQuality(run: EvaluationFacts, swapped: boolean, thresholds: Thresholds): QualityResult {
  const gain = gainOf(run) * (swapped ? -1 : 1);
  const noise = Math.max(halfWidthOf(run), thresholds.ownEvaluationNoise);
  const source = { source: 'own evaluation', sourceRef: run.id, observedAt: run.ranAt };
  return {
    deltaQ: Math.abs(gain) < noise ? 0 : (10 * gain) / thresholds.ownEvaluationScale,
    sharedBenchmarks: 0,
    evaluationId: run.id,
    evaluationPassed: run.passed && !swapped,
    independent: true,
    proxy: false,
    inputs: [
      { name: 'candidate', value: swapped ? run.championScore : run.challengerScore, unit: run.metric, source },
      { name: 'in use', value: swapped ? run.challengerScore : run.championScore, unit: run.metric, source },
      { name: 'golden set', value: run.goldenSetId, source },
      { name: 'cases', value: run.n, source },
      { name: 'sure within (95 %)', value: halfWidthOf(run), unit: 'points', source },
    ],
  };
}

/** ΔQ is known well enough to act on: two profile benchmarks, or an own evaluation. */
export const isSolid = (
  quality: Pick<QualityResult, 'deltaQ' | 'sharedBenchmarks' | 'evaluationId'>,
  thresholds: Thresholds,
): boolean =>
  quality.deltaQ !== null &&
  (quality.evaluationId !== undefined || quality.sharedBenchmarks >= thresholds.qualityGainBenchmarks);
