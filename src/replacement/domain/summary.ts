import { notBefore } from './age.js';
import { assessPossible, pairGates } from './assess-pair.js';
import type { ReleaseFacts } from './facts.js';
import { fitOf } from './fit.js';
import { eligibilityOf } from './gates.js';
import type { InUse } from './in-use.js';
import type { Shortlisted } from './shortlist.js';
import { CANDIDATE_REASONS } from './vocabulary.js';
import type { CandidateReason, Eligibility } from './vocabulary.js';
import type { World } from './world.js';

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

/** The candidate over the tools in which a reason may hold; undefined where it is raised for none. */
export function summarise(world: World, inUse: InUse, { candidate, tools }: Shortlisted): CandidateSummary | undefined {
  const reasons = new Set<CandidateReason>();
  const eligibility = new Map<string, Eligibility>();
  const scores: number[] = [];
  for (const tool of tools) {
    const pair = assessPossible(world, { tool, model: inUse.model, inUse: inUse.release, candidate });
    if (pair === undefined || pair.reasons.length === 0) continue;
    eligibility.set(tool.id, pair.eligibility);
    if (pair.score.score !== null) scores.push(pair.score.score);
    for (const { reason } of pair.reasons) reasons.add(reason);
  }
  if (eligibility.size === 0) return undefined;
  return {
    candidate,
    inUse: inUse.release,
    reasons: CANDIDATE_REASONS.filter((reason) => reasons.has(reason)),
    eligibleForAll: isEligibleForAll(world, inUse, candidate, eligibility),
    score: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    eligibility,
    notBefore: notBefore(candidate, world.policy.minimumReleaseAgeDays, world.now),
  };
}

/** Asks the gates of tools that it is not raised for only while all others are eligible, and of tools alike once. */
function isEligibleForAll(
  world: World,
  { model, release, toolsAlike }: InUse,
  candidate: ReleaseFacts,
  raised: ReadonlyMap<string, Eligibility>,
): boolean {
  for (const found of raised.values()) if (found !== 'ELIGIBLE') return false;
  return toolsAlike.every((alike) => {
    const [tool] = alike;
    if (tool === undefined || alike.some(({ id }) => raised.has(id))) return true;
    const fit = fitOf(world.roomOf, model, tool, candidate);
    return eligibilityOf(pairGates(world, { tool, model, inUse: release, candidate }, fit)) === 'ELIGIBLE';
  });
}
