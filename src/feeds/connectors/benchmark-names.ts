import type { FoundBenchmark } from '../../catalogue/domain/release.js';

export type BenchmarkIdentity = Pick<FoundBenchmark, 'benchmark' | 'benchmarkVersion' | 'metric' | 'harness' | 'mode'>;

/** Two results compare only under one spelling; sources write the same benchmark in several ways. */
const SPELLINGS: Readonly<Record<string, { readonly benchmark: string; readonly metric?: string }>> = {
  'swe-bench verified': { benchmark: 'SWE-bench Verified', metric: 'percent resolved' },
  'aider polyglot': { benchmark: 'Aider polyglot', metric: 'percent correct' },
  'artificial analysis coding index': { benchmark: 'Artificial Analysis coding index', metric: 'index' },
  'terminal-bench hard': { benchmark: 'Terminal-Bench Hard', metric: 'success rate' },
  scicode: { benchmark: 'SciCode', metric: 'percent correct' },
  'swe-bench pro': { benchmark: 'SWE-bench Pro' },
  'swe-bench multilingual': { benchmark: 'SWE-bench Multilingual' },
};

const VERSIONED = /^(Terminal[- ]Bench) (\d+(?:\.\d+)*)$/i;

/** Returns the identity under which results of all sources meet. */
export function canonicalBenchmark(identity: BenchmarkIdentity): BenchmarkIdentity {
  const [, , version] = VERSIONED.exec(identity.benchmark) ?? [];
  if (version !== undefined) return { ...identity, benchmark: 'Terminal-Bench', benchmarkVersion: version };
  return { ...identity, ...SPELLINGS[identity.benchmark.toLowerCase()] };
}
