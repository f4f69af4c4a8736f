import { groupBy } from '../../src/kernel/group-by.js';
import type { Alternative, LockInFacts, LockInModel, LockInTool } from '../../src/lock-in/domain/facts.js';
import { DEFAULT_POLICY } from '../../src/policy/domain/policy.js';

/** Valid lock-in facts for tests: override what a test is about. */
export const AS_OF = '2026-07-02T00:00:00Z';

export const aLockInModel = (vendor: string, over: Partial<LockInModel> = {}): LockInModel => ({
  id: `model-${vendor}`,
  name: `Model of ${vendor}`,
  releaseId: `release-${vendor}`,
  releaseName: `Release of ${vendor}`,
  releaseDate: '2025-06-01',
  lifecycle: 'IN_USE',
  vendorGroup: vendor,
  vendorName: vendor,
  rootVendorGroup: vendor,
  country: 'US',
  licenceClass: 'OSI_PERMISSIVE',
  family: vendor,
  hosting: 'IN_HOUSE',
  weightsMirrored: false,
  ...over,
});

export const aLockInTool = (id: string, vendor: string, over: Partial<LockInTool> = {}): LockInTool => ({
  id,
  name: `Tool ${id}`,
  task: 'CHAT',
  materiality: 'LOW',
  modelId: `model-${vendor}`,
  interface: 'OPENAI_COMPATIBLE',
  promptsVersioned: false,
  switchingEffort: { prompts: 2, integration: 1 },
  ...over,
});

export type AlternativeFor = Alternative & { readonly toolId: string };

export const anAlternative = (toolId: string, vendor: string, over: Partial<Alternative> = {}): AlternativeFor => ({
  ...{ toolId, modelId: `model-${vendor}`, eligibility: 'ELIGIBLE', deltaQ: 0, coverage: 0.8 },
  ...over,
});

export const byTool = (alternatives: readonly AlternativeFor[]): LockInFacts['alternatives'] =>
  groupBy(alternatives, ({ toolId }) => toolId);

export const lockInFacts = (over: Partial<LockInFacts> = {}): LockInFacts => ({
  ...{ asOf: AS_OF, policy: DEFAULT_POLICY, policyVersion: 1 },
  ...{ models: [], tools: [], alternatives: new Map(), candidates: [], sources: [] },
  ...over,
});
