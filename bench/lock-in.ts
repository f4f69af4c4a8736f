import type { AssessmentFacts, ReleaseFacts } from '../src/replacement/domain/facts.js';
import { TASKS } from '../src/catalogue/domain/vocabulary.js';
import { readableReport } from '../src/lock-in/domain/readable-report.js';
import type { ReadableReport } from '../src/lock-in/domain/readable-report.js';
import { lockInReport } from '../src/lock-in/domain/report.js';
import { lockInFacts } from '../src/lock-in/lock-in-facts.reader.js';
import { renderReportPdf } from '../src/lock-in/report-pdf.js';
import { digestOf } from '../src/lock-in/snapshots.service.js';
import { DEFAULT_POLICY } from '../src/policy/domain/policy.js';

/** The lock-in report of a large synthetic portfolio from loaded facts to its JSON, and its PDF: milliseconds. */
const TOOLS = 1_000;
const MODELS = 50;
const RELEASES = 350;
const TARGETS = { report: 150, pdf: 2_000 };

const NOW = '2026-07-02T00:00:00.000Z';
const LEVELS = ['LOW', 'MEDIUM', 'HIGH'] as const;
const pick = <T>(list: readonly [T, ...T[]], index: number): T => list[index % list.length] ?? list[0];

const releaseOf = (index: number): ReleaseFacts => {
  const vendor = `vendor-${index % 9}`;
  const day = new Date(Date.UTC(2024, 6, 1) + ((index * 37) % 700) * 86_400_000).toISOString().slice(0, 10);
  const params = pick([1, 4, 8, 14, 27, 32, 70, 120, 235], index * 7);
  return {
    ...{ id: `release-${index}`, key: `${vendor}/Model-${index}`, displayName: `Model ${index}`, kind: 'CHAT' },
    vendor: { slug: vendor, name: vendor, group: vendor, country: pick(['US', 'CN', 'FR'], index) },
    ...{ family: `family-${index % 12}`, generation: [1 + (index % 4)], function: 'GENERAL', postTraining: 'INSTRUCT' },
    ...{ releaseDate: { date: day, precision: 'DAY' }, firstSeenAt: day, status: 'AVAILABLE' },
    ...{ totalParamsB: params, activeParamsB: params, contextTokens: 131_072, inputModalities: ['TEXT'] },
    ...{ capabilities: ['TOOL_CALL'], languages: [{ code: 'en', evidence: 'CLAIMED' }], sources: {} },
    ...{ licenceId: 'apache-2.0', licenceClass: 'OSI_PERMISSIVE', weightsUrl: `https://example.org/${index}` },
    artifacts: [{ hubId: `${vendor}/Model-${index}`, quantisation: 'BF16' }],
  };
};

const assessmentFacts = (): AssessmentFacts => {
  const releases = Array.from({ length: RELEASES }, (_, index) => releaseOf(index));
  return {
    ...{ now: NOW, policy: DEFAULT_POLICY, policyVersion: 1, releases, evaluations: [] },
    benchmarks: releases.slice(0, 120).flatMap(({ id }, index) =>
      ['SWE-bench Verified', 'Aider polyglot', 'BFCL live'].map((benchmark, nth) => ({
        ...{ releaseId: id, benchmark, benchmarkVersion: '1', metric: '', harness: '', mode: '' },
        ...{ score: 20 + ((index * 13 + nth * 7) % 60), higherIsBetter: true, source: 'bench', independent: true },
      })),
    ),
    portfolio: {
      models: releases.slice(0, MODELS).map(({ id, displayName }, index) => ({
        ...{ id: `model-${index}`, name: displayName, releaseId: id, lifecycle: 'IN_USE', hosting: 'IN_HOUSE' },
        gpuPoolId: `pool-${index % 10}`,
      })),
      pools: Array.from({ length: 10 }, (_, index) => ({
        ...{ id: `pool-${index}`, name: `Pool ${index}`, gpuCount: 256, memoryGbPerGpu: 141 },
      })),
      tools: Array.from({ length: TOOLS }, (_, index) => ({
        ...{ id: `tool-${index}`, name: `Tool ${index}`, modelId: `model-${index % MODELS}`, usage: {} },
        ...{ task: pick(TASKS, index), materiality: pick(LEVELS, index), dataClass: 'INTERNAL' },
        requirements: { languages: ['en'], capabilities: [], inputModalities: [] },
        coupling: {
          ...{ interface: 'OPENAI_COMPATIBLE', fineTuned: false, embeddingsIndexed: false, promptsVersioned: true },
        },
      })),
    },
  };
};

function reportOf(facts: AssessmentFacts): ReadableReport {
  const lockIn = { ...lockInFacts(facts, [], []), sources: [] };
  return readableReport({ facts: lockIn, result: lockInReport(lockIn) });
}

/** The 95th percentile of repeated runs, in milliseconds, after a third of them to warm up. */
async function p95(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await work();
    if (run >= runs / 3) times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? NaN;
}

const print = (what: string, found: number, target: number): void =>
  void process.stdout.write(`${what.padEnd(34)} ${found.toFixed(0).padStart(6)} ms   target ${target} ms\n`);

const facts = assessmentFacts();
const report = reportOf(facts);
const order = { report, sha256: digestOf(report), takenAt: NOW };
process.stdout.write(`${TOOLS} tools on ${MODELS} models, ${RELEASES} releases\n`);
print('report from loaded facts, p95', await p95(12, () => JSON.stringify(reportOf(facts))), TARGETS.report);
print('report as PDF, p95', await p95(3, () => renderReportPdf(order)), TARGETS.pdf);
