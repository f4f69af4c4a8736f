import { candidateFlag } from './candidate-flag.js';
import type { FlagFinding, ModelAssessment } from './explanation.js';
import { modelFlags } from './model-flags.js';
import { quieten } from './quiet.js';
import type { Quieted } from './quiet.js';
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
  const ordered = rankedCandidates(world, inUse);
  const own = modelFlags(
    world,
    inUse,
    ordered.map(({ candidate }) => candidate.id),
  );
  const quieted = quietCandidates(world, ordered, own.length);
  return {
    modelId,
    flags: [...own, ...candidateFlags(world, inUse, quieted)],
    overLimit: quieted.overLimit.map(({ candidate }) => candidate.id),
  };
}

/** Candidates with a reason for at least one tool, the best first. */
export function rankedCandidates(world: World, inUse: InUse): readonly CandidateSummary[] {
  return shortlist(world, inUse)
    .map((listed) => summarise(world, inUse, listed))
    .filter((summary) => summary !== undefined)
    .sort(compareCandidates);
}

/** Findings about the model itself take places of the limit first. */
export const quietCandidates = (
  world: World,
  ordered: readonly CandidateSummary[],
  taken: number,
): Quieted<CandidateSummary> =>
  quieten(ordered, {
    supersededSizeRatio: world.policy.thresholds.supersededSizeRatio,
    freePlaces: Math.max(0, world.policy.maxOpenFlagsPerModel - taken),
  });

function candidateFlags(world: World, inUse: InUse, quieted: Quieted<CandidateSummary>): readonly FlagFinding[] {
  const { raised, overLimit, superseded } = quieted;
  const behind = raised.length + overLimit.length + 1;
  return [
    ...raised.map((summary, index) => candidateFlag(world, inUse, summary, { rank: index + 1, supersededBy: null })),
    ...superseded.map(({ subject, by }, index) =>
      candidateFlag(world, inUse, subject, { rank: behind + index, supersededBy: by.id }),
    ),
  ];
}
