import type { Task } from '../../catalogue/domain/vocabulary.js';

/** A result counts only when another result of the same release is high enough. */
export interface BenchmarkCondition {
  readonly benchmark: string;
  readonly atLeast: number;
}

/** One public benchmark of a task's profile. */
export interface ProfileBenchmark {
  /** Compared without case, spaces and punctuation with the benchmark's name, alone or followed by its metric. */
  readonly benchmark: string;
  readonly weight: number;
  /** Raw points that are worth 10 ΔQ: spreads differ five-fold between benchmarks. */
  readonly scale: number;
  /** Raw points below which a difference counts 0. */
  readonly noise: number;
  /** The best of a release's modes counts, not the same mode on both sides. */
  readonly bestOfModes?: boolean;
  readonly condition?: BenchmarkCondition;
}

export interface Profile {
  readonly benchmarks: readonly ProfileBenchmark[];
  /** The benchmarks only stand in for the task: confidence stays LOW. */
  readonly proxy: boolean;
}

const named = (benchmark: string, weight: number, scale: number, noise: number): ProfileBenchmark => ({
  benchmark,
  weight,
  scale,
  noise,
});

const bestMode = (benchmark: string, weight: number, scale: number, noise: number): ProfileBenchmark => ({
  ...named(benchmark, weight, scale, noise),
  bestOfModes: true,
});

/** Tasks without an entry have no public benchmark with a usable licence: own evaluation, or quality is unknown. */
export const DEFAULT_PROFILES: Readonly<Partial<Record<Task, Profile>>> = {
  SUMMARISATION: {
    proxy: false,
    benchmarks: [
      {
        ...named('Vectara factual consistency', 0.7, 5, 2),
        condition: { benchmark: 'Vectara answer rate', atLeast: 95 },
      },
      named('FinReasoning semantic', 0.3, 15, 4),
    ],
  },
  CODING: {
    proxy: false,
    benchmarks: [
      named('SWE-bench Verified', 0.4, 6, 3),
      named('Aider polyglot', 0.2, 25, 5),
      named('Artificial Analysis coding index', 0.2, 7, 2),
      named('Terminal-Bench Hard', 0.1, 9, 5),
      named('SciCode', 0.1, 5.5, 3),
    ],
  },
  MARKET_ANALYSIS: {
    proxy: false,
    benchmarks: [
      named('FinReasoning deep insight', 0.4, 20, 4),
      named('FinReasoning data alignment', 0.3, 15, 4),
      named('FinReasoning semantic', 0.3, 15, 4),
    ],
  },
  AGENT: {
    proxy: false,
    benchmarks: [
      bestMode('BFCL multi-turn', 0.4, 20, 4),
      bestMode('BFCL live', 0.2, 10, 2),
      bestMode('BFCL web + memory', 0.4, 20, 4),
    ],
  },
  EXTRACTION: {
    proxy: true,
    benchmarks: [named('FinReasoning data alignment', 0.5, 15, 4), bestMode('BFCL live', 0.5, 10, 2)],
  },
};
