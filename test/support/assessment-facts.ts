import { DEFAULT_POLICY } from '../../src/policy/domain/policy.js';
import type {
  AssessmentFacts,
  BenchmarkFacts,
  ModelFacts,
  ReleaseFacts,
  ToolFacts,
  VendorFacts,
} from '../../src/replacement/domain/facts.js';

/** Valid facts for tests: override what a test is about. */
export const VENDOR: VendorFacts = { slug: 'acme', name: 'Acme', group: 'acme', country: 'US' };

export const NOW = '2026-07-02T00:00:00Z';

export const aRelease = (id: string, over: Partial<ReleaseFacts> = {}): ReleaseFacts => ({
  id,
  key: `acme/${id}`,
  displayName: id,
  vendor: VENDOR,
  kind: 'CHAT',
  family: 'acme',
  generation: [1],
  function: 'GENERAL',
  postTraining: 'INSTRUCT',
  releaseDate: { date: '2025-06-01', precision: 'DAY' },
  firstSeenAt: '2025-06-01',
  status: 'AVAILABLE',
  totalParamsB: 30,
  activeParamsB: 30,
  contextTokens: 131_072,
  inputModalities: ['TEXT'],
  outputModalities: ['TEXT'],
  capabilities: ['TOOL_CALL', 'REASONING'],
  languages: [
    { code: 'en', evidence: 'MEASURED', score: 80 },
    { code: 'zh', evidence: 'MEASURED', score: 70 },
  ],
  licenceId: 'Apache-2.0',
  licenceClass: 'OSI_PERMISSIVE',
  weightsUrl: `https://huggingface.co/acme/${id}`,
  artifacts: [{ hubId: `acme/${id}`, quantisation: 'BF16' }],
  sources: {},
  ...over,
});

export const aModel = (releaseId: string, over: Partial<ModelFacts> = {}): ModelFacts => ({
  id: `model-${releaseId}`,
  name: `Model ${releaseId}`,
  releaseId,
  lifecycle: 'IN_USE',
  hosting: 'IN_HOUSE',
  gpuPoolId: 'pool',
  ...over,
});

export const aTool = (id: string, modelId: string, over: Partial<ToolFacts> = {}): ToolFacts => ({
  id,
  name: `Tool ${id}`,
  task: 'CODING',
  materiality: 'LOW',
  dataClass: 'INTERNAL',
  requirements: { minContextTokens: 8_192, languages: ['en'], capabilities: [], inputModalities: [] },
  coupling: { interface: 'OPENAI_COMPATIBLE', fineTuned: false, embeddingsIndexed: false, promptsVersioned: true },
  usage: {},
  modelId,
  ...over,
});

export const POOL = { id: 'pool', name: 'H200 pool', gpuType: 'H200', gpuCount: 32, memoryGbPerGpu: 141 };

export const aResult = (
  releaseId: string,
  benchmark: string,
  score: number,
  over: Partial<BenchmarkFacts> = {},
): BenchmarkFacts => ({
  releaseId,
  benchmark,
  benchmarkVersion: '1',
  metric: 'resolved',
  harness: '',
  mode: '',
  score,
  higherIsBetter: true,
  source: 'bench',
  independent: true,
  ...over,
});

export const facts = (over: Partial<AssessmentFacts> = {}): AssessmentFacts => ({
  now: NOW,
  policy: DEFAULT_POLICY,
  policyVersion: 1,
  releases: [],
  benchmarks: [],
  evaluations: [],
  ...over,
  portfolio: { models: [], tools: [], pools: [POOL], ...over.portfolio },
});
