import type { Concentration, Share } from '../../portfolio/domain/concentration.js';
import type { Materiality } from '../../portfolio/domain/vocabulary.js';
import type { DimensionReport } from './concentration-report.js';
import { exitDrill } from './exit-drill.js';
import type { ExitItem, Dimension, Substitutability } from './vocabulary.js';
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
  /** What would stop without the vendor that carries most; null where no tool is served. */
  readonly largestVendor: LargestVendor | null;
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

export interface LargestVendor {
  readonly key: string;
  readonly name: string;
  readonly tools: number;
  readonly effortDays: number;
  readonly toolsWithoutEstimate: number;
  readonly toolsWithoutTestedFallback: number;
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
    largestVendor: largestVendor(facts, dimensionOf(bases, 'ROOT_VENDOR')),
    sources: facts.sources,
  };
}

/** A dimension on the materiality basis. */
export const dimensionOf = (bases: readonly NamedBasis[], dimension: Dimension): NamedDimension | undefined =>
  bases.find(({ basis }) => basis === 'MATERIALITY')?.dimensions.find((each) => each.dimension === dimension);

/** Each name once, however often the report speaks of it. */
function named(names: Names): Record<'model' | 'tool', (id: string) => Named> {
  const once = (nameOf: (id: string) => string): ((id: string) => Named) => {
    const known = new Map<string, Named>();
    return (id) => {
      const found = known.get(id) ?? { id, name: nameOf(id) };
      known.set(id, found);
      return found;
    };
  };
  return { model: once(names.model), tool: once(names.tool) };
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

function namedTool(row: ToolReport, materiality: Materiality, { model, tool }: ReturnType<typeof named>): NamedTool {
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
    alternatives: alternatives.map(model),
    potential: potential.map(model),
    unknown: unknown.map(model),
    exitReadiness: row.exitReadiness.points,
    exitItems: row.exitReadiness.items,
  };
}

function largestVendor(facts: LockInFacts, dimension: NamedDimension | undefined): LargestVendor | null {
  const top = dimension?.shares[0];
  if (top === undefined) return null;
  const drill = exitDrill(facts, { by: 'VENDOR', vendor: top.key });
  return {
    ...{ key: top.key, name: top.name, tools: drill.tools.length, effortDays: drill.effortDays },
    toolsWithoutEstimate: drill.toolsWithoutEstimate.length,
    toolsWithoutTestedFallback: drill.tools.filter(({ testedFallback }) => !testedFallback).length,
  };
}
