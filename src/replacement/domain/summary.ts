import { notBefore } from './age.js';
import { assessPair } from './assess-pair.js';
import type { AssessedPair } from './assess-pair.js';
import type { ModelFacts, ReleaseFacts, ToolFacts } from './facts.js';
import { CANDIDATE_REASONS } from './vocabulary.js';
import type { CandidateReason, Eligibility } from './vocabulary.js';
import type { World } from './world.js';

/** A model in use with its release and the tools that it serves. */
export interface InUse {
  readonly model: ModelFacts;
  readonly release: ReleaseFacts;
  readonly tools: readonly ToolFacts[];
}

/** A candidate over all tools of its model, compact: explanations are made again for the few that are raised. */
export interface CandidateSummary {
  readonly candidate: ReleaseFacts;
  readonly inUse: ReleaseFacts;
  readonly reasons: readonly CandidateReason[];
  readonly eligibleForAll: boolean;
  readonly score: number | null;
  /** By the tools that it is raised for. */
  readonly eligibility: ReadonlyMap<string, Eligibility>;
  readonly notBefore: string | null;
}

/** The model with its release, or undefined where it serves no tool or its release is not at hand. */
export function inUseOf(world: World, modelId: string): InUse | undefined {
  const model = world.modelById.get(modelId);
  const release = model === undefined ? undefined : world.releaseById.get(model.releaseId);
  const tools = world.toolsByModel.get(modelId) ?? [];
  return model === undefined || release === undefined || tools.length === 0 ? undefined : { model, release, tools };
}

/** A row is raised when the release is not ineligible and a reason holds. */
export const isRaised = (pair: AssessedPair): boolean => pair.eligibility !== 'INELIGIBLE' && pair.reasons.length > 0;

/** The candidate over all tools of the model; undefined where it is raised for none. */
export function summarise(world: World, inUse: InUse, candidate: ReleaseFacts): CandidateSummary | undefined {
  const reasons = new Set<CandidateReason>();
  const eligibility = new Map<string, Eligibility>();
  const scores: number[] = [];
  let eligibleForAll = true;
  for (const tool of inUse.tools) {
    const pair = assessPair(world, { tool, model: inUse.model, inUse: inUse.release, candidate });
    if (pair.eligibility !== 'ELIGIBLE') eligibleForAll = false;
    if (!isRaised(pair)) continue;
    eligibility.set(tool.id, pair.eligibility);
    if (pair.score.score !== null) scores.push(pair.score.score);
    for (const { reason } of pair.reasons) reasons.add(reason);
  }
  if (eligibility.size === 0) return undefined;
  return {
    candidate,
    inUse: inUse.release,
    reasons: CANDIDATE_REASONS.filter((reason) => reasons.has(reason)),
    eligibleForAll,
    score: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    eligibility,
    notBefore: notBefore(candidate, world.policy.minimumReleaseAgeDays, world.now),
  };
}
