import type { NamedDimension } from './domain/named-report.js';
import type { ReadableReport } from './domain/readable-report.js';
import { EXIT_ITEMS } from './domain/vocabulary.js';

/** The tables of a report, each a flat list that a sheet can read; shares are parts of one. */
export const REPORT_TABLES = [
  'index',
  'concentration',
  'shares',
  'limits',
  'drills',
  'tools',
  'behind',
  'sources',
] as const;
export type ReportTable = (typeof REPORT_TABLES)[number];

type Rows = readonly Readonly<Record<string, unknown>>[];

/** The rows of one table of a report. */
export const tableOf = (report: ReadableReport, name: ReportTable): Rows => TABLES[name](report);

const TABLES: Readonly<Record<ReportTable, (report: ReadableReport) => Rows>> = {
  index: ({ bases, asOf, policyVersion }) =>
    bases.map(({ basis, index, substitutability, undeterminedShare, exitReadiness }) => ({
      ...{ asOf, policyVersion, basis, index: index.index, floor: index.floor },
      ...Object.fromEntries(index.parts.map(({ name, value }) => [`${name}Part`, value])),
      ...{ substitutability, undeterminedShare, exitReadiness, heaviestDimension: index.heaviestDimension },
    })),
  concentration: (report) =>
    everyDimension(report, ({ shares, limits: _limits, ...figures }) => [
      { ...figures, largest: shares[0]?.name ?? null },
    ]),
  shares: (report) =>
    everyDimension(report, ({ dimension, shares }) =>
      shares.map(({ key, name, weight, share }) => ({ dimension, key, name, weight, share })),
    ),
  limits: (report) =>
    everyDimension(report, ({ dimension, limits }) => limits.map((limit) => ({ dimension, ...limit }))),
  drills: ({ drills }) =>
    drills.map(({ hitByMateriality: hit, longestItem, ...row }) => ({
      ...{ ...row, high: hit.HIGH, medium: hit.MEDIUM, low: hit.LOW },
      longestItem: longestItem?.item ?? null,
      longestItemTool: longestItem?.tool.name ?? null,
      longestItemDays: longestItem?.days ?? null,
    })),
  tools: ({ tools }) =>
    tools.map(({ tool, model, alternatives, potential, unknown, exitItems, ...row }) => ({
      ...{ toolId: tool.id, tool: tool.name, modelId: model.id, model: model.name, ...row },
      alternatives: alternatives.map(({ name }) => name),
      potential: potential.map(({ name }) => name),
      unknown: unknown.map(({ name }) => name),
      ...Object.fromEntries(EXIT_ITEMS.map((item) => [item, exitItems.some((each) => each.item === item && each.met)])),
    })),
  behind: ({ behind, size }) =>
    behind.map(({ model, days, newest }) => ({
      ...{ modelId: model.id, model: model.name, daysBehind: days, newest: newest?.name ?? null },
      tools: size.toolsPerModel.find((each) => each.model.id === model.id)?.tools ?? 0,
    })),
  sources: ({ sources }) => sources.map((source) => ({ ...source })),
};

const everyDimension = ({ bases }: ReadableReport, rowsOf: (dimension: NamedDimension) => Rows): Rows =>
  bases.flatMap(({ basis, dimensions }) =>
    dimensions.flatMap((each) => rowsOf(each).map((row) => ({ basis, ...row }))),
  );
