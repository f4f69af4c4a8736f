import { DEFAULT_CONCURRENT_TOKENS, concurrentTokensOf, footprint } from '../../catalogue/domain/footprint.js';
import { licenceDiff, termsOf } from '../../catalogue/domain/licence.js';
import type { Quantisation } from '../../catalogue/domain/vocabulary.js';
import type { Lifecycle } from '../../portfolio/domain/vocabulary.js';
import { assessPair, pairGates } from '../../replacement/domain/assess-pair.js';
import type { GateResult, QualityResult, ScoreResult } from '../../replacement/domain/explanation.js';
import type { ModelFacts, ReleaseFacts, ToolFacts } from '../../replacement/domain/facts.js';
import { fitOf } from '../../replacement/domain/fit.js';
import { eligibilityOf } from '../../replacement/domain/gates.js';
import { nativeOf } from '../../replacement/domain/native.js';
import type { Eligibility } from '../../replacement/domain/vocabulary.js';
import type { World } from '../../replacement/domain/world.js';
import { swapWhatIf } from './what-if.js';
import type { SwapWhatIf } from './what-if.js';

/** One side of a swap, as people compare them; null is unknown. */
export interface SwapSide {
  readonly releaseKey: string;
  readonly releaseName: string;
  /** Absent in assessments of older servers. */
  readonly kind?: string | null;
  readonly vendor: string;
  readonly country: string | null;
  readonly family: string | null;
  readonly licenceId: string | null;
  readonly licenceClass: string | null;
  readonly totalParamsB: number | null;
  readonly activeParamsB: number | null;
  readonly contextTokens: number | null;
  readonly releaseDate: string | null;
  readonly hosting: string | null;
  readonly quantisation: string | null;
  /** Gigabytes for this tool alone. */
  readonly needGb: number | null;
}

export interface SwapFootprint {
  /** Gigabytes for all tools that the target would then serve. */
  readonly needGb: number | null;
  readonly poolName: string | null;
  readonly poolGb: number | null;
  /** Taken by models that have no part in the swap, as far as known. */
  readonly takenByOthersGb: number | null;
  readonly unknownModels: readonly string[];
  /** While the model in use still runs in the same pool. */
  readonly fitsBeside: boolean | null;
  /** Once the model in use is gone from the pool, where it serves nothing else. */
  readonly fitsAfter: boolean | null;
}

/** What was found out about a swap at one moment, under one version of the policy; kept with the request. */
export interface SwapAssessment {
  readonly at: string;
  readonly policyVersion: number;
  readonly from: SwapSide | null;
  readonly to: SwapSide;
  readonly targetLifecycle: Lifecycle | null;
  readonly eligibility: Eligibility;
  readonly gates: readonly GateResult[];
  readonly score: ScoreResult | null;
  readonly quality: QualityResult | null;
  readonly licence: { readonly gained: readonly string[]; readonly lost: readonly string[] };
  readonly footprint: SwapFootprint;
  readonly whatIf: SwapWhatIf;
}

export interface SwapSubject {
  readonly tool: ToolFacts;
  readonly toReleaseId: string;
  readonly toModelId: string | null;
}

/**
 * The swap as it stands: gates on the place where the target runs (that of the model in use while it is not registered),
 * score against the model in use, licence differences, memory, the portfolio afterwards. Undefined where the target's
 * facts are not at hand, or where nothing says on which place it would run.
 */
export function assessSwap(world: World, { tool, toReleaseId, toModelId }: SwapSubject): SwapAssessment | undefined {
  const candidate = world.releaseById.get(toReleaseId);
  const from = tool.modelId === undefined ? undefined : world.modelById.get(tool.modelId);
  const target = toModelId === null ? undefined : world.modelById.get(toModelId);
  const place = target ?? from;
  if (candidate === undefined || place === undefined) return undefined;
  const inUse = from === undefined ? undefined : world.releaseById.get(from.releaseId);
  const fit = fitOf(world.roomOf, place, tool, candidate);
  const gates = pairGates(world, { tool, model: place, inUse: inUse ?? candidate, candidate }, fit);
  const pair =
    from === undefined || inUse === undefined ? undefined : assessPair(world, { tool, model: from, inUse, candidate });
  const fitInUse = from === undefined || inUse === undefined ? undefined : fitOf(world.roomOf, from, tool, inUse);
  return {
    at: world.now,
    policyVersion: world.policyVersion,
    from: inUse === undefined ? null : sideOf(inUse, from, fitInUse),
    to: sideOf(candidate, place, { ...fit, quantisation: target?.quantisation ?? fit.quantisation }),
    targetLifecycle: target?.lifecycle ?? null,
    eligibility: inUse === undefined ? eligibilityOf(gates) : amongKind(inUse, candidate, eligibilityOf(gates)),
    gates,
    score: pair?.score ?? null,
    quality: pair?.quality ?? null,
    licence: inUse === undefined ? { gained: [], lost: [] } : licenceChange(inUse, candidate),
    footprint: footprintOf(world, { tool, from, target, place, candidate, quantisation: fit.quantisation }),
    whatIf: swapWhatIf(world, tool, { release: candidate, modelId: toModelId }),
  };
}

/** Only a release of the same kind can take a model's place; of an unknown one nobody knows whether it could. */
function amongKind(inUse: ReleaseFacts, candidate: ReleaseFacts, found: Eligibility): Eligibility {
  if (inUse.kind === candidate.kind && inUse.kind !== undefined) return found;
  const isOther = inUse.kind !== undefined && candidate.kind !== undefined;
  return isOther ? 'INELIGIBLE' : found === 'ELIGIBLE' ? 'NEEDS_INFORMATION' : found;
}

function sideOf(
  release: ReleaseFacts,
  model: ModelFacts | undefined,
  fit: { readonly needGB: number | null; readonly quantisation: string | null } | undefined,
): SwapSide {
  return {
    releaseKey: release.key,
    releaseName: release.displayName,
    kind: release.kind ?? null,
    vendor: release.vendor.slug,
    country: release.vendor.country ?? null,
    family: release.family ?? null,
    licenceId: release.licenceId ?? null,
    licenceClass: release.licenceClass ?? null,
    totalParamsB: release.totalParamsB ?? null,
    activeParamsB: release.activeParamsB ?? null,
    contextTokens: release.contextTokens ?? null,
    releaseDate: release.releaseDate?.date ?? null,
    hosting: model?.hosting ?? null,
    quantisation: fit?.quantisation ?? null,
    needGb: fit?.needGB ?? null,
  };
}

function licenceChange(inUse: ReleaseFacts, candidate: ReleaseFacts): SwapAssessment['licence'] {
  if (inUse.licenceId === undefined || candidate.licenceId === undefined) return { gained: [], lost: [] };
  const { gained, lost } = licenceDiff(termsOf(inUse.licenceId), termsOf(candidate.licenceId));
  return { gained, lost };
}

interface Placing {
  readonly tool: ToolFacts;
  readonly from: ModelFacts | undefined;
  readonly target: ModelFacts | undefined;
  readonly place: ModelFacts;
  readonly candidate: ReleaseFacts;
  readonly quantisation: string | null;
}

function footprintOf(world: World, placing: Placing): SwapFootprint {
  const { tool, from, target, place, candidate } = placing;
  const others = target === undefined ? [] : (world.toolsByModel.get(target.id) ?? []);
  const needGb = needOf(candidate, target?.quantisation ?? placing.quantisation, [...others, tool]);
  const room = world.roomOf(place);
  const shares = from !== undefined && from.gpuPoolId === place.gpuPoolId && from.id !== target?.id;
  const fromTools = from === undefined ? [] : (world.toolsByModel.get(from.id) ?? []);
  const fromGb = shares ? needOf(world.releaseById.get(from.releaseId), from.quantisation, fromTools) : 0;
  if (room === undefined || needGb === null || fromGb === null)
    return { ...NOWHERE, needGb, poolName: room?.poolName ?? null, unknownModels: room?.unknownModels ?? [] };
  // The room of a model leaves out its own share, so only of another model's room the one in use is a part.
  const takenByOthersGb = room.takenGB - (shares && place.id !== from.id ? fromGb : 0);
  const free = room.totalGB - takenByOthersGb;
  const leaves = fromTools.every(({ id }) => id === tool.id);
  const sure = room.unknownModels.length === 0;
  const judged = (fits: boolean): boolean | null => (fits && !sure ? null : fits);
  return {
    needGb,
    poolName: room.poolName,
    poolGb: room.totalGB,
    takenByOthersGb,
    unknownModels: room.unknownModels,
    fitsBeside: judged(needGb <= free - fromGb),
    fitsAfter: judged(needGb <= (leaves ? free : free - fromGb)),
  };
}

const NOWHERE = { poolGb: null, takenByOthersGb: null, fitsBeside: null, fitsAfter: null };

/** Declared tokens of the tools add up; without any the largest least context counts once. */
function needOf(
  release: ReleaseFacts | undefined,
  quantisation: string | null | undefined,
  tools: readonly ToolFacts[],
): number | null {
  if (release === undefined) return null;
  const declared = tools.flatMap(({ usage }) => usage.concurrentTokens ?? []);
  const tokens =
    declared.length > 0
      ? declared.reduce((sum, each) => sum + each, 0)
      : Math.max(DEFAULT_CONCURRENT_TOKENS, ...tools.map(({ requirements }) => concurrentTokensOf(requirements)));
  // Facts carry the closed list's values as text.
  const precision = (quantisation ?? nativeOf(release).quantisation) as Quantisation;
  return footprint(release, precision, tokens)?.needGB ?? null;
}
