import type { Concentration, Share } from '../../portfolio/domain/concentration.js';
import type { Materiality, SwitchingEffortKey } from '../../portfolio/domain/vocabulary.js';
import type { DimensionReport } from './concentration-report.js';
import { drillsOf } from './drills.js';
import type { Drill } from './drills.js';
import type { ExitItem, Dimension, ShockKind, Substitutability } from './vocabulary.js';
import type { CatalogueSource, LockInFacts } from './facts.js';
import { namesOf } from './names.js';
import type { Names } from './names.js';
import type { BasisReport, LockInReport, ToolReport } from './report.js';

/** A report with the names of what it speaks of: what people read, and what a snapshot keeps. */
export interface NamedReport {
  readonly asOf: string;
  readonly policyVersion: number;
  readonly scope: { readonly tools: number; readonly models: number; readonly vendors: number };
  /** The three bases, materiality first. */
  readonly bases: readonly NamedBasis[];
  readonly tools: readonly NamedTool[];
  readonly behind: readonly NamedBehind[];
  readonly size: NamedSize;
  readonly toolsWithoutFallback: readonly Named[];
  /** What would stop without each vendor group, country and licence class, the heaviest of each kind first. */
  readonly drills: readonly NamedDrill[];
  readonly sources: readonly CatalogueSource[];
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface NamedShare extends Share {
  readonly name: string;
}

export interface NamedDimension
  extends Omit<DimensionReport, 'concentration'>, Omit<Concentration, 'shares' | 'totalWeight'> {
  readonly shares: readonly NamedShare[];
}

export interface NamedBasis extends Omit<BasisReport, 'dimensions' | 'toolsWithoutWeight'> {
  readonly toolsWithoutWeight: readonly Named[];
  readonly dimensions: readonly NamedDimension[];
}

export interface NamedTool {
  readonly tool: Named;
  readonly model: Named;
  readonly materiality: Materiality;
  readonly weight: number;
  readonly substitutability: Substitutability;
  readonly sentence: string;
  readonly alternatives: readonly Named[];
  readonly potential: readonly Named[];
  readonly unknown: readonly Named[];
  readonly testedAt: string | null;
  readonly effortDays: number | null;
  readonly exitReadiness: number;
  readonly exitItems: readonly { readonly item: ExitItem; readonly points: number; readonly met: boolean }[];
}

export interface NamedBehind {
  readonly model: Named;
  readonly days: number | null;
  readonly newest: Named | null;
}

export interface NamedSize {
  readonly modelsInUse: number;
  readonly target: number;
  readonly modelsWithoutTools: readonly Named[];
  readonly toolsPerModel: readonly { readonly model: Named; readonly tools: number }[];
  readonly toolsWithoutModel: readonly Named[];
}

export interface NamedDrill {
  readonly by: ShockKind;
  readonly key: string;
  readonly name: string;
  readonly tools: number;
  readonly hitByMateriality: Readonly<Record<Materiality, number>>;
  readonly withoutTestedFallback: number;
  /** Person-days, as far as they were estimated. */
  readonly effortDays: number;
  readonly toolsWithoutEstimate: number;
  readonly longestItem: { readonly tool: Named; readonly item: SwitchingEffortKey; readonly days: number } | null;
}

export interface Reported<T> {
  readonly result: T;
  /** The records that the ids of the result speak of. */
  readonly facts: LockInFacts;
}

/** Puts names to the ids of a report. */
export function namedReport({ result, facts }: Reported<LockInReport>): NamedReport {
  const names = namesOf(facts);
  const nameds = named(names);
  const { model, tool } = nameds;
  const { modelsWithoutTools, toolsPerModel, toolsWithoutModel, modelsInUse, target } = result.size;
  const materialities = new Map(facts.tools.map(({ id, materiality }) => [id, materiality]));
  const bases = result.bases.map((basis) => namedBasis(basis, names, tool));
  return {
    asOf: result.asOf,
    policyVersion: result.policyVersion,
    scope: { tools: facts.tools.length, models: modelsInUse, vendors: dimensionOf(bases, 'ROOT_VENDOR')?.keys ?? 0 },
    bases,
    tools: result.tools.map((row) => namedTool(row, materialities.get(row.toolId) ?? 'LOW', nameds)),
    behind: result.behind.map(({ modelId, days, newest }) => ({
      ...{ model: model(modelId), days },
      newest: newest && { id: newest.releaseId, name: newest.releaseName },
    })),
    size: {
      ...{ modelsInUse, target },
      modelsWithoutTools: modelsWithoutTools.map(model),
      toolsWithoutModel: toolsWithoutModel.map(tool),
      toolsPerModel: toolsPerModel.map(({ modelId, tools }) => ({ model: model(modelId), tools })),
    },
    toolsWithoutFallback: result.toolsWithoutFallback.map(tool),
    drills: drillsOf(facts).map((drill) => namedDrill(drill, names, tool)),
    sources: facts.sources,
  };
}

/** A dimension on the materiality basis. */
export const dimensionOf = (bases: readonly NamedBasis[], dimension: Dimension): NamedDimension | undefined =>
  bases.find(({ basis }) => basis === 'MATERIALITY')?.dimensions.find((each) => each.dimension === dimension);

type NamedOnce = Record<'model' | 'tool', (id: string) => Named> & {
  readonly models: (ids: readonly string[]) => readonly Named[];
};

/** Each name once, however often the report speaks of it; tools alike share their lists. */
function named(names: Names): NamedOnce {
  const once = (nameOf: (id: string) => string): ((id: string) => Named) => {
    const known = new Map<string, Named>();
    return (id) => {
      const found = known.get(id) ?? { id, name: nameOf(id) };
      known.set(id, found);
      return found;
    };
  };
  const model = once(names.model);
  const lists = new Map<readonly string[], readonly Named[]>();
  const models = (ids: readonly string[]): readonly Named[] => {
    const list = lists.get(ids) ?? ids.map(model);
    lists.set(ids, list);
    return list;
  };
  return { model, models, tool: once(names.tool) };
}

function namedBasis(
  { dimensions, toolsWithoutWeight, ...basis }: BasisReport,
  names: Names,
  tool: (id: string) => Named,
): NamedBasis {
  return {
    ...basis,
    toolsWithoutWeight: toolsWithoutWeight.map(tool),
    dimensions: dimensions.map(({ dimension, status, limits, concentration }) => {
      const { shares, hhi, floor, effectiveNumber, topShare, top3Share, elephantFactor, keys } = concentration;
      return {
        ...{ dimension, status, limits, hhi, floor, effectiveNumber, topShare, top3Share, elephantFactor, keys },
        shares: shares.map((share) => ({ ...share, name: names.key(dimension, share.key) })),
      };
    }),
  };
}

function namedTool(row: ToolReport, materiality: Materiality, { model, models, tool }: NamedOnce): NamedTool {
  const { alternatives, potential, unknown, testedAt, effortDays, sentence } = row.substitutability;
  return {
    tool: tool(row.toolId),
    model: model(row.modelId),
    materiality,
    weight: row.weight,
    substitutability: row.substitutability.class,
    sentence,
    testedAt,
    effortDays,
    alternatives: models(alternatives),
    potential: models(potential),
    unknown: models(unknown),
    exitReadiness: row.exitReadiness.points,
    exitItems: row.exitReadiness.items,
  };
}

function namedDrill(drill: Drill, names: Names, tool: (id: string) => Named): NamedDrill {
  const { shock, tools, hitByMateriality, withoutTestedFallback, effortDays, toolsWithoutEstimate, longestItem } =
    drill;
  return {
    ...{ ...shock, name: names.key(shock.by, shock.key), tools, hitByMateriality, withoutTestedFallback, effortDays },
    toolsWithoutEstimate: toolsWithoutEstimate.length,
    longestItem: longestItem && { tool: tool(longestItem.toolId), item: longestItem.item, days: longestItem.days },
  };
}
