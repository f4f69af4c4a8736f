import { candidateFlag } from './candidate-flag.js';
import type { FlagFinding, ModelAssessment } from './explanation.js';
import { modelFlags } from './model-flags.js';
import { withinLimit, withoutSuperseded } from './quiet.js';
import type { Placed, Superseded } from './quiet.js';
import { compareCandidates } from './rank.js';
import { shortlist } from './shortlist.js';
import { inUseOf } from './in-use.js';
import type { InUse } from './in-use.js';
import { summarise } from './summary.js';
import type { CandidateSummary } from './summary.js';
import type { World } from './world.js';

/** Every finding about one model in use; a model that no tool uses has none. Same facts, same findings, in any order. */
export function assessModel(world: World, modelId: string): ModelAssessment {
  const inUse = inUseOf(world, modelId);
  if (inUse === undefined) return { modelId, flags: [], overLimit: [] };
  const standing = candidatesOf(world, inUse);
  return {
    modelId,
    flags: [...standing.own, ...candidateFlags(world, inUse, standing)],
    overLimit: ids(standing.overLimit),
  };
}

/** A model's findings before they are explained. */
export interface CandidateStanding extends Placed<CandidateSummary>, Superseded<CandidateSummary> {
  /** About the model itself: they take places of the limit first. */
  readonly own: readonly FlagFinding[];
}

/** Every candidate of the model in order, with what becomes of it. */
export function candidatesOf(world: World, inUse: InUse): CandidateStanding {
  const { thresholds, maxOpenFlagsPerModel } = world.policy;
  const split = withoutSuperseded(rankedCandidates(world, inUse), thresholds.supersededSizeRatio);
  const own = modelFlags(world, inUse, ids(split.remaining));
  const places = Math.max(0, maxOpenFlagsPerModel - own.length);
  return { ...split, ...withinLimit(split.remaining, places, world.dismissedFor(inUse.model.id)), own };
}

const ids = (summaries: readonly CandidateSummary[]): readonly string[] =>
  summaries.map(({ candidate }) => candidate.id);

/** Candidates with a reason for at least one tool, the best first. */
function rankedCandidates(world: World, inUse: InUse): readonly CandidateSummary[] {
  return shortlist(world, inUse)
    .map((listed) => summarise(world, inUse, listed))
    .filter((summary) => summary !== undefined)
    .sort(compareCandidates);
}

function candidateFlags(world: World, inUse: InUse, standing: CandidateStanding): readonly FlagFinding[] {
  const { raised, remaining, superseded } = standing;
  return [
    ...raised.map((summary, index) => candidateFlag(world, inUse, summary, { rank: index + 1, supersededBy: null })),
    ...superseded.map(({ subject, by }, index) =>
      candidateFlag(world, inUse, subject, { rank: remaining.length + index + 1, supersededBy: by.id }),
    ),
  ];
}
