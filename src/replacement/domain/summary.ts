import { notBefore } from './age.js';
import { assessPossible, pairGates } from './assess-pair.js';
import type { AssessedPair } from './assess-pair.js';
import type { ReleaseFacts, ToolFacts } from './facts.js';
import { fitOf } from './fit.js';
import { eligibilityOf } from './gates.js';
import type { InUse } from './in-use.js';
import type { Shortlisted } from './shortlist.js';
import { CANDIDATE_REASONS } from './vocabulary.js';
import type { CandidateReason, Eligibility } from './vocabulary.js';
import type { World } from './world.js';

/** A pair that is raised, and the tools for which it is the same. */
export interface RaisedPair {
  readonly pair: AssessedPair;
  readonly tools: readonly ToolFacts[];
}

/** A candidate over all tools of its model. */
export interface CandidateSummary {
  readonly candidate: ReleaseFacts;
  readonly inUse: ReleaseFacts;
  readonly reasons: readonly CandidateReason[];
  readonly eligibleForAll: boolean;
  readonly score: number | null;
  readonly raised: readonly RaisedPair[];
  /** By the tools that it is raised for. */
  readonly eligibility: ReadonlyMap<string, Eligibility>;
  readonly notBefore: string | null;
}

/** The candidate over the tools in which a reason may hold; undefined where it is raised for none. */
export function summarise(world: World, inUse: InUse, { candidate, tools }: Shortlisted): CandidateSummary | undefined {
  const reasons = new Set<CandidateReason>();
  const eligibility = new Map<string, Eligibility>();
  const raised: RaisedPair[] = [];
  const listed = tools === inUse.tools ? undefined : new Set(tools);
  const score = { sum: 0, count: 0 };
  for (const { tool, tools: alike } of inUse.alike) {
    if (listed?.has(tool) === false) continue;
    const pair = assessPossible(world, { tool, model: inUse.model, inUse: inUse.release, candidate });
    if (pair === undefined || pair.reasons.length === 0) continue;
    raised.push({ pair, tools: alike });
    for (const { id } of alike) eligibility.set(id, pair.eligibility);
    if (pair.score.score !== null) {
      score.sum += pair.score.score * alike.length;
      score.count += alike.length;
    }
    for (const { reason } of pair.reasons) reasons.add(reason);
  }
  if (raised.length === 0) return undefined;
  return {
    candidate,
    inUse: inUse.release,
    reasons: CANDIDATE_REASONS.filter((reason) => reasons.has(reason)),
    eligibleForAll: isEligibleForAll(world, inUse, candidate, eligibility),
    score: score.count === 0 ? null : score.sum / score.count,
    ...{ raised, eligibility },
    notBefore: notBefore(candidate, world.policy.minimumReleaseAgeDays, world.now),
  };
}

/** Asks the gates of tools that it is not raised for only while all others are eligible. */
function isEligibleForAll(
  world: World,
  { model, release, alike }: InUse,
  candidate: ReleaseFacts,
  raised: ReadonlyMap<string, Eligibility>,
): boolean {
  for (const found of raised.values()) if (found !== 'ELIGIBLE') return false;
  return alike.every(({ tool }) => {
    if (raised.has(tool.id)) return true;
    const fit = fitOf(world.roomOf, model, tool, candidate);
    return eligibilityOf(pairGates(world, { tool, model, inUse: release, candidate }, fit)) === 'ELIGIBLE';
  });
}
