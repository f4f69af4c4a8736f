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

function run(tools: number, releases: number): string {
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
  const busy = ((user + system) / 1e6).toFixed(2);
  const figures = [tools, releases, seconds.toFixed(2), busy, flags, rows, Math.round(peak / 1e6)];
  return figures.map((figure) => String(figure).padStart(10)).join('');
}

process.stdout.write('     tools  releases   seconds     CPU s     flags      rows    RSS MB\n');
for (const [tools, releases] of SIZES) process.stdout.write(`${run(tools, releases)}\n`);
