import type { Materiality, SwitchingEffortKey } from '../../portfolio/domain/vocabulary.js';
import { MATERIALITIES, SWITCHING_EFFORTS } from '../../portfolio/domain/vocabulary.js';
import { keyOf } from './concentration-report.js';
import { hasTestedFallback } from './exit-readiness.js';
import type { Alternative, LockInFacts, LockInModel, LockInTool } from './facts.js';
import { servedTools, weightOf } from './served-tools.js';
import type { ServedTool } from './served-tools.js';
import { choiceOf, effortDays, isUsable } from './substitutability.js';
import type { ShockKind } from './vocabulary.js';

/** What vanishes: a vendor group (and all that is built upon its models), a country, or a licence class. */
export interface Shock {
  readonly by: ShockKind;
  readonly key: string;
}

export interface DrilledTool {
  readonly toolId: string;
  readonly toolName: string;
  readonly materiality: Materiality;
  readonly modelId: string;
  /** Hit only because its model is built upon one that vanishes. */
  readonly byRootOnly: boolean;
  /** A fallback that survives, tested within 180 days. */
  readonly testedFallback: boolean;
  readonly effortDays: number | null;
  /** Surviving models that are proven for the tool, else those that pass its gates; the best first, as far as known. */
  readonly nextBest: readonly string[];
}

export interface LongestItem {
  readonly toolId: string;
  readonly item: SwitchingEffortKey;
  readonly days: number;
}

/** How much stops, and how much work leaving is. */
export interface DrillFigures {
  readonly hitByMateriality: Readonly<Record<Materiality, number>>;
  /** Of the tools hit. */
  readonly withoutTestedFallback: number;
  /** Sum of what was estimated. */
  readonly effortDays: number;
  readonly toolsWithoutEstimate: readonly string[];
  readonly longestItem: LongestItem | null;
}

export interface ExitDrill extends DrillFigures {
  readonly shock: Shock;
  /** The most material first. */
  readonly tools: readonly DrilledTool[];
  readonly modelsHit: readonly string[];
  /** Of the tools hit, 0–1; null where none is hit. */
  readonly shareWithoutTestedFallback: number | null;
}

/** What stops and how much work it is to leave, if a vendor, country or licence class turned against us today. */
export function exitDrill(facts: LockInFacts, shock: Shock): ExitDrill {
  const modelById = new Map(facts.models.map((model) => [model.id, model]));
  const hit = servedTools(facts)
    .filter(({ model }) => vanishes(model, shock))
    .sort((a, b) => weightOf(b.tool, 'MATERIALITY') - weightOf(a.tool, 'MATERIALITY'));
  const survives = survivor(shock, modelById);
  const figures = drillFigures(hit, survives, facts.asOf);
  return {
    ...{ shock, ...figures },
    tools: hit.map(({ tool, model }) => ({
      ...{ toolId: tool.id, toolName: tool.name, materiality: tool.materiality, modelId: model.id },
      byRootOnly: shock.by === 'VENDOR' && model.vendorGroup !== shock.key,
      testedFallback: hasSafeFallback(tool, survives, facts.asOf),
      effortDays: effortDays(tool),
      nextBest: nextBest(
        (facts.alternatives.get(tool.id) ?? []).filter(
          ({ modelId }) => survives(modelId) && isUsable(modelById.get(modelId)),
        ),
      ),
    })),
    modelsHit: [...new Set(hit.map(({ model }) => model.id))].sort(),
    shareWithoutTestedFallback: hit.length === 0 ? null : figures.withoutTestedFallback / hit.length,
  };
}

export const vanishes = (model: LockInModel, { by, key }: Shock): boolean =>
  keyOf(by, model) === key || (by === 'VENDOR' && model.rootVendorGroup === key);

type Survives = (modelId: string) => boolean;

export const survivor =
  (shock: Shock, modelById: ReadonlyMap<string, LockInModel>): Survives =>
  (modelId) => {
    const other = modelById.get(modelId);
    return other !== undefined && !vanishes(other, shock);
  };

/** The figures of a drill over the tools that it hits. */
export function drillFigures(hit: readonly ServedTool[], survives: Survives, asOf: string): DrillFigures {
  const tools = hit.map(({ tool }) => tool);
  return {
    hitByMateriality: countByMateriality(tools),
    withoutTestedFallback: tools.filter((tool) => !hasSafeFallback(tool, survives, asOf)).length,
    effortDays: tools.reduce((sum, tool) => sum + (effortDays(tool) ?? 0), 0),
    toolsWithoutEstimate: tools.filter((tool) => effortDays(tool) === null).map(({ id }) => id),
    longestItem: longestItem(tools),
  };
}

/** A fallback that survives, tested within 180 days. */
const hasSafeFallback = (tool: LockInTool, survives: Survives, asOf: string): boolean =>
  tool.fallback !== undefined && survives(tool.fallback.modelId) && hasTestedFallback(tool, asOf);

/** Of the models that survive, whoever made them, those that are proven, else those that pass the gates. */
function nextBest(others: readonly Alternative[]): readonly string[] {
  const { alternatives, potential } = choiceOf(others);
  return bestFirst(alternatives.length > 0 ? alternatives : potential, others);
}

/** By a passed own evaluation, then by the change of quality where it is known. */
function bestFirst(modelIds: readonly string[], others: readonly Alternative[]): readonly string[] {
  const byModel = new Map(others.map((other) => [other.modelId, other]));
  const quality = (modelId: string): number => {
    const other = byModel.get(modelId);
    return (other?.evaluationPassedAt === undefined ? 0 : 1_000) + (other?.deltaQ ?? -100);
  };
  return [...modelIds].sort((a, b) => quality(b) - quality(a));
}

const countByMateriality = (tools: readonly LockInTool[]): Readonly<Record<Materiality, number>> => {
  const counts = { LOW: 0, MEDIUM: 0, HIGH: 0 };
  for (const level of MATERIALITIES) counts[level] = tools.filter(({ materiality }) => materiality === level).length;
  return counts;
};

function longestItem(tools: readonly LockInTool[]): LongestItem | null {
  let longest: LongestItem | null = null;
  for (const { id, switchingEffort } of tools)
    for (const item of SWITCHING_EFFORTS) {
      const days = switchingEffort[item] ?? 0;
      if (days > (longest?.days ?? 0)) longest = { toolId: id, item, days };
    }
  return longest;
}
