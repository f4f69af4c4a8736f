import { ageInDays } from './age.js';
import type { AssessedPair } from './assess-pair.js';
import { surest } from './confidence.js';
import type { FlagFinding, FlagRow } from './explanation.js';
import { mostSevere, severityOf } from './severity.js';
import type { InUse } from './in-use.js';
import type { CandidateSummary } from './summary.js';
import { titleOf } from './title.js';
import type { World } from './world.js';

export interface Place {
  /** 1 is first in order. */
  readonly rank: number;
  readonly supersededBy: string | null;
}

/** The finding that a candidate could replace the model, with a fully explained row per tool that it is raised for. */
export function candidateFlag(world: World, inUse: InUse, summary: CandidateSummary, place: Place): FlagFinding {
  const { model, release } = inUse;
  const rows = summary.raised.flatMap(({ pair, tools }) => {
    const row = rowOf(world, pair, summary, place);
    return tools.map(({ id }): FlagRow => ({ ...row, toolId: id }));
  });
  return {
    modelId: model.id,
    releaseId: release.id,
    candidateReleaseId: summary.candidate.id,
    modelReason: null,
    reasons: summary.reasons,
    severity: mostSevere(rows.map(({ severity }) => severity)),
    confidence: surest(rows.map(({ confidence }) => confidence)),
    title: candidateTitle(
      model.name,
      summary,
      summary.raised.map(({ pair }) => pair),
      rows.length,
    ),
    rank: place.rank,
    notBefore: summary.notBefore,
    supersededBy: place.supersededBy,
    rankedCandidates: [],
    policyVersion: world.policyVersion,
    rows,
  };
}

function rowOf(world: World, pair: AssessedPair, summary: CandidateSummary, place: Place): Omit<FlagRow, 'toolId'> {
  const confidence = pair.confidence ?? 'LOW';
  const severity = severityOf({
    reasons: pair.reasons.map(({ reason }) => reason),
    isFirst: place.rank === 1,
    eligibleForAll: summary.eligibleForAll,
    ageDays: ageInDays(summary.candidate, world.now),
    score: pair.score.score,
    confidence,
    thresholds: world.policy.thresholds,
  });
  const { eligibility, gates, score, quality, reasons } = pair;
  return { eligibility, gates, score, quality, reasons, severity, confidence };
}

/** Figures of the tool that would need most memory, and the largest known change of quality. */
function candidateTitle(
  model: string,
  { candidate, inUse, reasons }: CandidateSummary,
  pairs: readonly AssessedPair[],
  tools: number,
): string {
  const hungriest = pairs.reduce<AssessedPair['needGB']>(
    (most, { needGB }) => ((needGB?.candidate ?? 0) > (most?.candidate ?? 0) ? needGB : most),
    undefined,
  );
  const gains = pairs.flatMap(({ quality }) => quality.deltaQ ?? []);
  return titleOf({
    ...{ candidate, inUse, model, reasons, tools },
    ...(hungriest === undefined ? {} : { needGB: hungriest }),
    ...(gains.length === 0 ? {} : { deltaQ: Math.max(...gains) }),
  });
}
