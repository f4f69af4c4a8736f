import type { ConcentrationLimit, Limit, PolicyDocument } from '../../policy/domain/policy.js';
import { CONCENTRATION_LIMITS } from '../../policy/domain/policy.js';
import { concentrationOf } from '../../portfolio/domain/concentration.js';
import type { Holding } from '../../portfolio/domain/concentration.js';
import type { ReleaseFacts, ToolFacts } from '../../replacement/domain/facts.js';
import { countryKey, licenceKey, NON_PERMISSIVE, vendorKey } from '../../replacement/domain/relief.js';
import { weightOf } from '../../replacement/domain/world.js';
import type { World } from '../../replacement/domain/world.js';

export type LimitStatus = 'INSIDE' | 'WARN' | 'BREACH';

export interface LimitFigure {
  readonly limit: ConcentrationLimit;
  readonly before: number;
  readonly after: number;
  readonly statusBefore: LimitStatus;
  readonly statusAfter: LimitStatus;
}

/** The portfolio before and after one swap, on the materiality basis. */
export interface SwapWhatIf {
  readonly vendorHhiBefore: number;
  readonly vendorHhiAfter: number;
  readonly limits: readonly LimitFigure[];
  /** Models that serve at least one tool. */
  readonly modelsBefore: number;
  readonly modelsAfter: number;
  readonly portfolioSizeTarget: number;
}

interface Served {
  readonly tool: ToolFacts;
  readonly release: ReleaseFacts;
}

/** Concentration, limits and portfolio size before and after the tool runs on another release. */
export function swapWhatIf(world: World, moved: ToolFacts, to: SwapTarget): SwapWhatIf {
  const before = servedNow(world);
  const after = [...before.filter(({ tool }) => tool.id !== moved.id), { tool: moved, release: to.release }];
  const [figuresBefore, figuresAfter] = [figuresOf(before), figuresOf(after)];
  return {
    vendorHhiBefore: figuresBefore.hhi,
    vendorHhiAfter: figuresAfter.hhi,
    limits: CONCENTRATION_LIMITS.map((limit) => ({
      limit,
      before: figuresBefore.values[limit],
      after: figuresAfter.values[limit],
      statusBefore: statusOf(limit, figuresBefore.values[limit], world.policy),
      statusAfter: statusOf(limit, figuresAfter.values[limit], world.policy),
    })),
    ...portfolioSize(world, moved.id, to.modelId),
    portfolioSizeTarget: world.policy.portfolioSizeTarget,
  };
}

export interface SwapTarget {
  readonly release: ReleaseFacts;
  /** Null while the release is not registered as a model. */
  readonly modelId: string | null;
}

function servedNow({ toolsByModel, modelById, releaseById }: World): Served[] {
  return [...toolsByModel].flatMap(([modelId, tools]) => {
    const release = releaseById.get(modelById.get(modelId)?.releaseId ?? '');
    return release === undefined ? [] : tools.map((tool) => ({ tool, release }));
  });
}

interface Figures {
  readonly hhi: number;
  readonly values: Readonly<Record<ConcentrationLimit, number>>;
}

function figuresOf(served: readonly Served[]): Figures {
  const by = (key: (release: ReleaseFacts) => string): Holding[] =>
    served.map(({ tool, release }) => ({ key: key(release), weight: weightOf(tool) }));
  const vendors = concentrationOf(by(vendorKey));
  const nonPermissive = concentrationOf(by(licenceKey)).shares.find(({ key }) => key === NON_PERMISSIVE);
  return {
    hhi: vendors.hhi,
    values: {
      vendorTopShare: vendors.topShare,
      vendorEffectiveNumber: vendors.effectiveNumber,
      countryTopShare: concentrationOf(by(countryKey)).topShare,
      nonPermissiveLicenceShare: nonPermissive?.share ?? 0,
    },
  };
}

/** A figure at its limit is still inside; of the effective number the low side is the bad one. */
function statusOf(name: ConcentrationLimit, value: number, { concentrationLimits }: PolicyDocument): LimitStatus {
  const beyond = (bound: Limit[keyof Limit]): boolean =>
    bound !== null && (name === 'vendorEffectiveNumber' ? value < bound - 1e-9 : value > bound + 1e-9);
  const { warn, breach } = concentrationLimits[name];
  return beyond(breach) ? 'BREACH' : beyond(warn) ? 'WARN' : 'INSIDE';
}

const UNREGISTERED = 'unregistered';

function portfolioSize(
  { toolsByModel }: World,
  toolId: string,
  toModelId: string | null,
): Pick<SwapWhatIf, 'modelsBefore' | 'modelsAfter'> {
  const [before, after] = [new Set<string>(), new Set<string>([toModelId ?? UNREGISTERED])];
  for (const [modelId, tools] of toolsByModel)
    for (const { id, fallbackModelId } of tools) {
      before.add(modelId);
      if (id !== toolId) after.add(modelId);
      if (fallbackModelId !== undefined) {
        before.add(fallbackModelId);
        after.add(fallbackModelId);
      }
    }
  return { modelsBefore: before.size, modelsAfter: after.size };
}
