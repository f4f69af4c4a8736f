import { assessModel, candidatesOf } from './assess-model.js';
import { assessPair } from './assess-pair.js';
import type { CandidateAssessment, ModelAssessment } from './explanation.js';
import type { ReleaseFacts } from './facts.js';
import { newnessOf } from './newness.js';
import { compareCandidates } from './rank.js';
import { ofSameKind } from './shortlist.js';
import { notBefore } from './age.js';
import { whatWouldChange } from './what-would-change.js';
import { whyQuiet } from './why-quiet.js';
import type { Standing } from './why-quiet.js';
import { inUseOf } from './in-use.js';
import type { InUse } from './in-use.js';
import type { World } from './world.js';

/** Findings of every model in use, or of those asked for, one at a time, so that memory holds one model's explanations only. */
export function* assessPortfolio(world: World, only?: ReadonlySet<string>): Generator<ModelAssessment> {
  const modelIds = [...world.toolsByModel.keys()].filter((id) => only === undefined || only.has(id));
  for (const modelId of modelIds.sort()) yield assessModel(world, modelId);
}

/** Every release of the kind that is newer or undated, for one tool, ranked, with the reason why it is not flagged. */
export function assessTool(world: World, toolId: string): readonly CandidateAssessment[] {
  const found = inUseOfTool(world, toolId);
  if (found === undefined) return [];
  const { inUse } = found;
  const candidates = ofSameKind(inUse.release, world.releases).filter(
    (release) => newnessOf(release, inUse.release) !== 'NOT_NEWER',
  );
  const standing = standingOf(world, inUse);
  const assessed = candidates.map((candidate) => ({
    candidate,
    assessment: candidateAssessment(world, inUse, toolId, candidate, standing),
  }));
  const subject = ({ candidate, assessment }: (typeof assessed)[number]): Parameters<typeof compareCandidates>[0] => ({
    candidate,
    inUse: inUse.release,
    reasons: assessment.reasons.map(({ reason }) => reason),
    eligibleForAll: assessment.eligibility === 'ELIGIBLE',
    score: assessment.score.score,
  });
  const place = (id: string): number => standing.places.get(id) ?? Infinity;
  return assessed
    .map((each) => ({ ...each, subject: subject(each), place: place(each.candidate.id) }))
    .sort((a, b) => (a.place === b.place ? compareCandidates(a.subject, b.subject) : a.place - b.place))
    .map(({ assessment }) => assessment);
}

/** One release for one tool, whatever its age; undefined where the tool uses no model or the release is not at hand. */
export function assessRelease(world: World, toolId: string, releaseId: string): CandidateAssessment | undefined {
  const found = inUseOfTool(world, toolId);
  const candidate = world.releaseById.get(releaseId);
  if (found === undefined || candidate === undefined) return undefined;
  return candidateAssessment(world, found.inUse, toolId, candidate, standingOf(world, found.inUse));
}

function inUseOfTool(world: World, toolId: string): { readonly inUse: InUse } | undefined {
  for (const [modelId, tools] of world.toolsByModel) {
    if (!tools.some(({ id }) => id === toolId)) continue;
    const inUse = inUseOf(world, modelId);
    return inUse === undefined ? undefined : { inUse };
  }
  return undefined;
}

/** Where each candidate of the model stands among all. */
function standingOf(world: World, inUse: InUse): Standing {
  const { remaining, overLimit, superseded } = candidatesOf(world, inUse);
  return {
    places: new Map(remaining.map(({ candidate }, index) => [candidate.id, index] as const)),
    overLimit: new Set(overLimit.map(({ candidate }) => candidate.id)),
    supersededBy: new Map(superseded.map(({ subject, by }) => [subject.candidate.id, by.displayName])),
    limit: world.policy.maxOpenFlagsPerModel,
  };
}

function candidateAssessment(
  world: World,
  inUse: InUse,
  toolId: string,
  candidate: ReleaseFacts,
  standing: Standing,
): CandidateAssessment {
  const tool = inUse.tools.find(({ id }) => id === toolId);
  if (tool === undefined) throw new Error(`Tool ${toolId} does not use model ${inUse.model.id}.`);
  const pair = assessPair(world, { tool, model: inUse.model, inUse: inUse.release, candidate });
  const { eligibility, gates, score, quality, reasons, confidence } = pair;
  return {
    ...{ toolId, modelId: inUse.model.id, releaseId: candidate.id },
    ...{ eligibility, gates, score, quality, reasons, confidence },
    whatWouldChange: whatWouldChange(
      { ...pair, notBefore: notBefore(candidate, world.policy.minimumReleaseAgeDays, world.now) },
      world.policy.thresholds,
    ),
    quiet: whyQuiet(
      pair,
      { candidate, inUse: inUse.release },
      newnessOf(candidate, inUse.release),
      standing,
      world.policy.thresholds,
    ),
  };
}
