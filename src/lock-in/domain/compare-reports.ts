import type { Basis, Dimension, LimitStatus, Substitutability } from './vocabulary.js';
import type { Named, NamedBasis, NamedReport, NamedTool } from './named-report.js';

/** What changed from one report to a later one. */
export interface ReportComparison {
  readonly bases: readonly BasisChange[];
  readonly tools: readonly ToolChange[];
  readonly toolsAdded: readonly Named[];
  readonly toolsGone: readonly Named[];
  /** The policy differs, so limits and with them the index are not measured alike. */
  readonly samePolicy: boolean;
}

export interface Change<Value = number | null> {
  readonly before: Value;
  readonly after: Value;
}

export interface BasisChange {
  readonly basis: Basis;
  readonly index: Change;
  readonly substitutability: Change;
  readonly exitReadiness: Change;
  readonly dimensions: readonly DimensionChange[];
}

export interface DimensionChange {
  readonly dimension: Dimension;
  readonly hhi: Change<number>;
  readonly topShare: Change<number>;
  readonly status: Change<LimitStatus>;
  /** Keys whose share changed, the largest change first. */
  readonly shares: readonly (Change<number> & { readonly key: string; readonly name: string })[];
}

export interface ToolChange {
  readonly tool: Named;
  readonly model: Change<Named>;
  readonly substitutability: Change<Substitutability>;
  readonly exitReadiness: Change<number>;
}

/** Compares two reports; tools and keys are matched by their ids. */
export function compareReports(before: NamedReport, after: NamedReport): ReportComparison {
  const [old, now] = [byTool(before), byTool(after)];
  return {
    bases: after.bases.flatMap((basis) => {
      const then = before.bases.find((each) => each.basis === basis.basis);
      return then === undefined ? [] : [basisChange(then, basis)];
    }),
    tools: after.tools.flatMap((row) => toolChange(old.get(row.tool.id), row)),
    toolsAdded: after.tools.filter(({ tool }) => !old.has(tool.id)).map(({ tool }) => tool),
    toolsGone: before.tools.filter(({ tool }) => !now.has(tool.id)).map(({ tool }) => tool),
    samePolicy: before.policyVersion === after.policyVersion,
  };
}

const byTool = ({ tools }: NamedReport): ReadonlyMap<string, NamedTool> =>
  new Map(tools.map((row) => [row.tool.id, row]));

const change = <Value>(before: Value, after: Value): Change<Value> => ({ before, after });

function basisChange(before: NamedBasis, after: NamedBasis): BasisChange {
  return {
    basis: after.basis,
    index: change(before.index.index, after.index.index),
    substitutability: change(before.substitutability, after.substitutability),
    exitReadiness: change(before.exitReadiness, after.exitReadiness),
    dimensions: after.dimensions.flatMap((now) => {
      const then = before.dimensions.find(({ dimension }) => dimension === now.dimension);
      if (then === undefined) return [];
      return {
        dimension: now.dimension,
        hhi: change(then.hhi, now.hhi),
        topShare: change(then.topShare, now.topShare),
        status: change(then.status, now.status),
        shares: shareChanges(then.shares, now.shares),
      };
    }),
  };
}

type Shares = NamedBasis['dimensions'][number]['shares'];

function shareChanges(before: Shares, after: Shares): DimensionChange['shares'] {
  const names = new Map([...before, ...after].map(({ key, name }) => [key, name]));
  const shareOf = (shares: Shares, key: string): number => shares.find((each) => each.key === key)?.share ?? 0;
  return [...names]
    .map(([key, name]) => ({ key, name, before: shareOf(before, key), after: shareOf(after, key) }))
    .filter((each) => Math.abs(each.after - each.before) > 1e-9)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.key < b.key ? -1 : 1));
}

/** Nothing where the tool is new or stands as it stood. */
function toolChange(before: NamedTool | undefined, after: NamedTool): readonly ToolChange[] {
  if (before === undefined) return [];
  const isSame =
    before.model.id === after.model.id &&
    before.substitutability === after.substitutability &&
    before.exitReadiness === after.exitReadiness;
  if (isSame) return [];
  return [
    {
      tool: after.tool,
      model: change(before.model, after.model),
      substitutability: change(before.substitutability, after.substitutability),
      exitReadiness: change(before.exitReadiness, after.exitReadiness),
    },
  ];
}
