import { ageInDays } from './age.js';
import { confidenceOf } from './confidence.js';
import type { GateResult, QualityResult, ReasonResult, ScoreResult } from './explanation.js';
import { fitOf } from './fit.js';
import type { Footprint } from './gate.js';
import { eligibilityOf, gatesOf } from './gates.js';
import { candidateReasons } from './reasons.js';
import { reliefOf } from './relief.js';
import { scoreOf } from './score.js';
import { costPair, footprintPair, pairQuality, termsOf } from './terms.js';
import type { Pair } from './terms.js';
import type { NeedGB } from './title.js';
import type { CandidateReason, Confidence, Eligibility } from './vocabulary.js';
import { weightOf } from './world.js';
import type { World } from './world.js';

/** A pair with everything that was found out about it. */
export interface AssessedPair {
  readonly gates: readonly GateResult[];
  readonly eligibility: Eligibility;
  readonly score: ScoreResult;
  readonly quality: QualityResult;
  readonly reasons: readonly ReasonResult<CandidateReason>[];
  readonly confidence: Confidence | null;
  readonly needGB: NeedGB | undefined;
}

/** The nine gates of a release on the place of the model, for this tool. */
export function pairGates(
  world: World,
  { tool, model, candidate, inUse }: Pair,
  fit: Footprint,
): readonly GateResult[] {
  const room = world.roomOf(model);
  return gatesOf({
    release: candidate,
    tool,
    hosting: model.hosting,
    policy: world.policy,
    licence: world.judgeLicence(candidate, inUse),
    footprint: fit,
    ...(room === undefined ? {} : { room }),
  });
}

/** Gates, score and reasons of a pair; whether the release is newer is not asked here. */
export function assessPair(world: World, pair: Pair): AssessedPair {
  const fit = fitOf(world.roomOf, pair.model, pair.tool, pair.candidate);
  return weigh(world, pair, fit, pairGates(world, pair, fit));
}

/** The same, or undefined where a gate fails: then no reason can raise it, and nothing more is reckoned. */
export function assessPossible(world: World, pair: Pair): AssessedPair | undefined {
  const fit = fitOf(world.roomOf, pair.model, pair.tool, pair.candidate);
  const gates = pairGates(world, pair, fit);
  return eligibilityOf(gates) === 'INELIGIBLE' ? undefined : weigh(world, pair, fit, gates);
}

function weigh(world: World, pair: Pair, fit: Footprint, gates: readonly GateResult[]): AssessedPair {
  const { tool, model, inUse, candidate } = pair;
  const eligibility = eligibilityOf(gates);
  const quality = pairQuality(world, pair);
  const cost = costPair(pair);
  const fitInUse = fitOf(world.roomOf, model, tool, inUse);
  const footprint = footprintPair(fit, fitInUse);
  const score = scoreOf(termsOf(world, pair, { quality, cost, footprint }), world.policy);
  const relief = world.limitBreached
    ? reliefOf(world.concentration, { from: inUse, to: candidate, weight: weightOf(tool) }, world.policy)
    : [];
  const reasons = candidateReasons({
    ...{ candidate, inUse, tool, gates, eligibility, quality, score, cost, footprint, relief },
    policy: world.policy,
  });
  const confidence = confidenceOf(
    reasons.map(({ reason }) => reason),
    {
      ...{ candidate, inUse, gates, score, quality },
      ageDays: ageInDays(candidate, world.now),
      thresholds: world.policy.thresholds,
    },
  );
  return { gates, eligibility, score, quality, reasons, confidence, needGB: knownNeeds(fit, fitInUse) };
}

/** Figures good enough to tell people: both packagings are known. */
function knownNeeds(candidate: Footprint, inUse: Footprint): AssessedPair['needGB'] {
  if (candidate.needGB === null || inUse.needGB === null) return undefined;
  if (candidate.assumedPrecision || inUse.assumedPrecision) return undefined;
  const estimated = candidate.estimated || inUse.estimated;
  return { candidate: candidate.needGB, inUse: inUse.needGB, estimated };
}
