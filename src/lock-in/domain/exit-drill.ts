import type { Materiality, SwitchingEffortKey } from '../../portfolio/domain/vocabulary.js';
import { MATERIALITIES, SWITCHING_EFFORTS } from '../../portfolio/domain/vocabulary.js';
import { hasTestedFallback } from './exit-readiness.js';
import type { Alternative, LockInFacts, LockInModel, LockInTool } from './facts.js';
import { servedTools, weightOf } from './served-tools.js';
import type { ServedTool } from './served-tools.js';
import { effortDays, substitutabilityOf } from './substitutability.js';

/** What vanishes: a vendor group (and all that is built upon its models), a country, or a licence class. */
export type Shock =
  | { readonly by: 'VENDOR'; readonly vendor: string }
  | { readonly by: 'COUNTRY'; readonly country: string }
  | { readonly by: 'LICENCE_CLASS'; readonly licenceClass: string };

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

export interface ExitDrill {
  readonly shock: Shock;
  /** The most material first. */
  readonly tools: readonly DrilledTool[];
  readonly hitByMateriality: Readonly<Record<Materiality, number>>;
  readonly modelsHit: readonly string[];
  /** Of the tools hit, 0–1; null where none is hit. */
  readonly shareWithoutTestedFallback: number | null;
  /** Sum of what was estimated. */
  readonly effortDays: number;
  readonly toolsWithoutEstimate: readonly string[];
  readonly longestItem: LongestItem | null;
}

/** What stops and how much work it is to leave, if a vendor, country or licence class turned against us today. */
export function exitDrill(facts: LockInFacts, shock: Shock): ExitDrill {
  const modelById = new Map(facts.models.map((model) => [model.id, model]));
  const hit = servedTools(facts)
    .filter(({ model }) => vanishes(model, shock))
    .sort((a, b) => weightOf(b.tool, 'MATERIALITY') - weightOf(a.tool, 'MATERIALITY'));
  const tools = hit.map((served) =>
    drilled(facts.asOf, shock, served, modelById, facts.alternatives.get(served.tool.id) ?? []),
  );
  return {
    shock,
    tools,
    hitByMateriality: countByMateriality(tools),
    modelsHit: [...new Set(tools.map(({ modelId }) => modelId))].sort(),
    shareWithoutTestedFallback:
      tools.length === 0 ? null : tools.filter(({ testedFallback }) => !testedFallback).length / tools.length,
    effortDays: tools.reduce((sum, tool) => sum + (tool.effortDays ?? 0), 0),
    toolsWithoutEstimate: tools.filter((tool) => tool.effortDays === null).map(({ toolId }) => toolId),
    longestItem: longestItem(hit.map(({ tool }) => tool)),
  };
}

function vanishes(model: LockInModel, shock: Shock): boolean {
  switch (shock.by) {
    case 'VENDOR':
      return model.vendorGroup === shock.vendor || model.rootVendorGroup === shock.vendor;
    case 'COUNTRY':
      return model.country === shock.country;
    case 'LICENCE_CLASS':
      return (model.licenceClass ?? 'UNKNOWN') === shock.licenceClass;
  }
}

function drilled(
  asOf: string,
  shock: Shock,
  { tool, model }: ServedTool,
  modelById: ReadonlyMap<string, LockInModel>,
  alternativesOfTool: readonly Alternative[],
): DrilledTool {
  const survives = (modelId: string): boolean => {
    const other = modelById.get(modelId);
    return other !== undefined && !vanishes(other, shock);
  };
  const others = alternativesOfTool.filter(({ modelId }) => survives(modelId));
  const { alternatives, potential } = substitutabilityOf({ tool, model, others, modelById, asOf });
  return {
    ...{ toolId: tool.id, toolName: tool.name, materiality: tool.materiality, modelId: model.id },
    byRootOnly: shock.by === 'VENDOR' && model.vendorGroup !== shock.vendor,
    testedFallback: tool.fallback !== undefined && survives(tool.fallback.modelId) && hasTestedFallback(tool, asOf),
    effortDays: effortDays(tool),
    nextBest: bestFirst(alternatives.length > 0 ? alternatives : potential, others),
  };
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

const countByMateriality = (tools: readonly DrilledTool[]): Readonly<Record<Materiality, number>> => {
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
