import { assessPortfolio } from '../src/replacement/domain/assess.js';
import { worldOf } from '../src/replacement/domain/world.js';
import type { AssessmentFacts, BenchmarkFacts, ReleaseFacts } from '../src/replacement/domain/facts.js';
import type { Capability, Task } from '../src/catalogue/domain/vocabulary.js';
import { TASKS } from '../src/catalogue/domain/vocabulary.js';
import { DEFAULT_POLICY } from '../src/policy/domain/policy.js';

/** Pure assessment of synthetic portfolios: seconds, findings and memory, printed as a table. */
const SIZES = [
  [100, 1_000],
  [1_000, 1_000],
  [100, 10_000],
  [1_000, 10_000],
] as const;
const VENDORS = 30;
const MODELS = 50;
const SNAPSHOT = '2026-06-01';

/** A repeatable sequence of numbers in [0, 1). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function releasesOf(count: number, random: () => number): ReleaseFacts[] {
  return Array.from({ length: count }, (_, index): ReleaseFacts => {
    const vendor = `vendor-${index % VENDORS}`;
    const day = new Date(Date.UTC(2024, 6, 1) + Math.floor(random() * 700) * 86_400_000).toISOString().slice(0, 10);
    const total = [1, 4, 8, 14, 27, 32, 70, 120, 235, 480, 671][Math.floor(random() * 11)] ?? 8;
    const key = `${vendor}/Line${Math.floor(random() * 4)}-${index}-${total}B`;
    return {
      id: `release-${index}`,
      key,
      displayName: key,
      vendor: { slug: vendor, name: vendor, group: vendor, country: ['US', 'CN', 'FR', 'SG'][index % 4] ?? 'US' },
      kind: random() < 0.8 ? 'CHAT' : 'EMBEDDING',
      family: `line-${Math.floor(random() * 4)}`,
      generation: [1 + Math.floor(random() * 4)],
      function: random() < 0.7 ? 'GENERAL' : 'CODER',
      postTraining: random() < 0.8 ? 'INSTRUCT' : 'THINKING',
      releaseDate: { date: day, precision: 'DAY' },
      firstSeenAt: day,
      status: random() < 0.1 ? 'PREVIEW' : 'AVAILABLE',
      totalParamsB: total,
      activeParamsB: total,
      contextTokens: 131_072,
      inputModalities: ['TEXT'],
      capabilities: ['TOOL_CALL'],
      languages: [
        { code: 'en', evidence: 'CLAIMED' },
        { code: random() < 0.5 ? 'zh' : 'ms', evidence: 'CLAIMED' },
      ],
      licenceId: 'apache-2.0',
      licenceClass: random() < 0.7 ? 'OSI_PERMISSIVE' : 'COMMUNITY_RESTRICTED',
      weightsUrl: `https://huggingface.co/${key}`,
      adoption: { downloads30d: Math.floor(random() * 1e6), snapshot: SNAPSHOT },
      artifacts: [{ hubId: key, quantisation: 'BF16' }],
      sources: {},
    };
  });
}

const NAMES = [
  'SWE-bench Verified',
  'Aider polyglot',
  'FinReasoning semantic',
  'Vectara factual consistency',
  'BFCL live',
];

const resultsOf = (releases: readonly ReleaseFacts[], random: () => number): BenchmarkFacts[] =>
  releases
    .filter(() => random() < 0.3)
    .flatMap(({ id }) =>
      NAMES.map((benchmark) => ({
        ...{ releaseId: id, benchmark, benchmarkVersion: '1', metric: '', harness: '', mode: '' },
        ...{ score: 20 + random() * 60, higherIsBetter: true, source: 'bench', independent: true },
      })),
    );

function factsOf(tools: number, count: number): AssessmentFacts {
  const random = sequence(7);
  const releases = releasesOf(count, random);
  const inUse = releases.filter(({ kind, releaseDate }) => kind === 'CHAT' && (releaseDate?.date ?? '') < '2025-09');
  const models = inUse.slice(0, MODELS).map((release, index) => ({
    ...{ id: `model-${index}`, name: `Model ${index}`, releaseId: release.id, lifecycle: 'IN_USE' as const },
    ...{ hosting: 'IN_HOUSE' as const, gpuPoolId: `pool-${index % 10}` },
  }));
  const capabilities: Capability[] = [];
  return {
    ...{ now: '2026-07-02T00:00:00Z', policy: DEFAULT_POLICY, policyVersion: 1, releases, evaluations: [] },
    benchmarks: resultsOf(releases, random),
    portfolio: {
      models,
      pools: Array.from({ length: 10 }, (_, index) => ({
        ...{ id: `pool-${index}`, name: `Pool ${index}`, gpuCount: 256, memoryGbPerGpu: 141 },
      })),
      tools: Array.from({ length: tools }, (_, index) => ({
        ...{ id: `tool-${index}`, name: `Tool ${index}`, modelId: `model-${index % MODELS}` },
        task: TASKS[index % TASKS.length] ?? ('CHAT' satisfies Task),
        ...{ materiality: 'LOW' as const, dataClass: 'INTERNAL' as const, usage: {} },
        requirements: { languages: [random() < 0.9 ? 'en' : 'ms'], capabilities, inputModalities: [] },
        coupling: {
          interface: 'OPENAI_COMPATIBLE' as const,
          ...{ fineTuned: false, embeddingsIndexed: false, promptsVersioned: true },
        },
      })),
    },
  };
}

export interface AssessmentRow {
  readonly tools: number;
  readonly releases: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly flags: number;
  /** Rows of flags, one per tool. */
  readonly rows: number;
  readonly peakMb: number;
}

export interface AssessmentVerdict {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
}

function run(tools: number, releases: number): AssessmentRow {
  const facts = factsOf(tools, releases);
  const cpu = process.cpuUsage();
  const started = performance.now();
  let flags = 0;
  let rows = 0;
  let peak = 0;
  for (const assessment of assessPortfolio(worldOf(facts))) {
    flags += assessment.flags.length;
    rows += assessment.flags.reduce((sum, flag) => sum + flag.rows.length, 0);
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { tools, releases, seconds, cpuSeconds: (user + system) / 1e6, flags, rows, peakMb: peak / 1e6 };
}

/** A full assessment at four sizes, the smallest once before, so that the first is not measured cold. */
export function assessmentRows(): readonly AssessmentRow[] {
  run(...SIZES[0]);
  return SIZES.map(([tools, releases]) => run(tools, releases));
}

/** What is promised: five seconds and 512 MB for the largest, and growth that is at most linear in tools and in releases. */
export function assessmentVerdicts(rows: readonly AssessmentRow[]): readonly AssessmentVerdict[] {
  const of = (tools: number, releases: number): AssessmentRow | undefined =>
    rows.find((row) => row.tools === tools && row.releases === releases);
  const [fewTools, fewReleases, most] = [of(100, 10_000), of(1_000, 1_000), of(1_000, 10_000)];
  const growth = (from: AssessmentRow | undefined): number => (most?.cpuSeconds ?? NaN) / (from?.cpuSeconds ?? NaN);
  return [
    { name: '1,000 tools × 10,000 releases, seconds', value: most?.seconds ?? NaN, limit: 5 },
    { name: '1,000 tools × 10,000 releases, MB', value: most?.peakMb ?? NaN, limit: 512 },
    { name: 'growth of CPU time, 100 → 1,000 tools', value: growth(fewTools), limit: 10 },
    { name: 'growth of CPU time, 1,000 → 10,000 releases', value: growth(fewReleases), limit: 10 },
  ];
}

function print(): void {
  const line = (cells: readonly (string | number)[]): string =>
    `${cells.map((cell) => String(cell).padStart(10)).join('')}\n`;
  const rows = assessmentRows();
  process.stdout.write(line(['tools', 'releases', 'seconds', 'CPU s', 'flags', 'rows', 'RSS MB']));
  for (const { tools, releases, seconds, cpuSeconds, flags, rows: flagRows, peakMb } of rows)
    process.stdout.write(
      line([tools, releases, seconds.toFixed(2), cpuSeconds.toFixed(2), flags, flagRows, peakMb.toFixed(0)]),
    );
  for (const { name, value, limit } of assessmentVerdicts(rows))
    process.stdout.write(`${name}: ${value.toFixed(2)}, ${value <= limit ? 'within' : 'ABOVE'} ${limit}\n`);
}

if (process.argv[1]?.endsWith('bench/assessment.ts') === true) print();
