import { pairGates } from './assess-pair.js';
import type { FlagFinding, FlagRow, GateResult, ReasonResult } from './explanation.js';
import { fitOf } from './fit.js';
import { endOfSupport, licenceChange, policyViolation, supportEndsInDays } from './model-reasons.js';
import { mostSevere, severityOf } from './severity.js';
import type { InUse } from './in-use.js';
import { modelTitleOf } from './title.js';
import { MODEL_REASONS } from './vocabulary.js';
import type { ModelReason } from './vocabulary.js';
import type { World } from './world.js';

interface Hit {
  readonly toolId: string;
  readonly gates: readonly GateResult[];
  readonly reason: ReasonResult<ModelReason>;
}

/** Findings about the model itself, without a candidate; they skip the cool-down and the score. */
export function modelFlags(world: World, inUse: InUse, rankedCandidates: readonly string[]): readonly FlagFinding[] {
  const hits = hitsOf(world, inUse);
  return MODEL_REASONS.flatMap((reason) => {
    const found = hits.filter((hit) => hit.reason.reason === reason);
    return found.length === 0 ? [] : [modelFlag(world, inUse, reason, found, rankedCandidates)];
  });
}

function hitsOf(world: World, { model, release, alike }: InUse): readonly Hit[] {
  const support = endOfSupport(release, world.now, world.policy.thresholds);
  const licence = licenceChange(model, release);
  return alike.flatMap(({ tool, tools }) => {
    const pair = { tool, model, inUse: release, candidate: release };
    const gates = pairGates(world, pair, fitOf(world.roomOf, model, tool, release));
    const reasons = [support, licence, policyViolation(gates)].filter((reason) => reason !== undefined);
    return reasons.flatMap((reason) => tools.map(({ id }) => ({ toolId: id, gates, reason })));
  });
}

function modelFlag(
  world: World,
  { model, release }: InUse,
  reason: ModelReason,
  hits: readonly Hit[],
  rankedCandidates: readonly string[],
): FlagFinding {
  const supportEnd = supportEndsInDays(release, world.now);
  const severity = severityOf({
    ...{ reasons: [reason], isFirst: false, eligibleForAll: false, ageDays: 0, score: null, confidence: 'HIGH' },
    ...(supportEnd === undefined ? {} : { supportEndsInDays: supportEnd }),
    thresholds: world.policy.thresholds,
  });
  const rows = hits.map((hit): FlagRow => ({
    toolId: hit.toolId,
    ...{ eligibility: null, gates: hit.gates, score: null, quality: null, reasons: [hit.reason] },
    ...{ severity, confidence: 'HIGH' },
  }));
  const because = [...new Set(hits.map((hit) => hit.reason.sentence.replace(/\.$/, '')))].join('; ');
  return {
    modelId: model.id,
    releaseId: release.id,
    candidateReleaseId: null,
    modelReason: reason,
    reasons: [reason],
    severity: mostSevere(rows.map((row) => row.severity)),
    confidence: 'HIGH',
    title: modelTitleOf({
      ...{ reason, model: model.name, because },
      tools: rows.length,
      candidates: rankedCandidates.length,
    }),
    ...{ rank: 0, notBefore: null, supersededBy: null, rankedCandidates },
    policyVersion: world.policyVersion,
    rows,
  };
}
