import { keyOf, UNKNOWN_KEY } from './concentration-report.js';
import { drillFigures, survivor, vanishes } from './exit-drill.js';
import type { DrillFigures, Shock } from './exit-drill.js';
import type { LockInFacts } from './facts.js';
import { servedTools, weightOf } from './served-tools.js';
import type { ServedTool } from './served-tools.js';
import { SHOCK_KINDS } from './vocabulary.js';
import type { ShockKind } from './vocabulary.js';

/** A shock with how much it stops, without the tools one by one. */
export interface Drill extends DrillFigures {
  readonly shock: Shock;
  readonly tools: number;
  /** Of the tools, by materiality. */
  readonly weight: number;
}

/** An exit drill for every vendor group, country and licence class that tools depend on, the heaviest of each kind first. */
export function drillsOf(facts: LockInFacts): readonly Drill[] {
  const served = servedTools(facts);
  const modelById = new Map(facts.models.map((model) => [model.id, model]));
  const drilled = (shock: Shock): Drill => {
    const hit = served.filter(({ model }) => vanishes(model, shock));
    const weight = hit.reduce((sum, { tool }) => sum + weightOf(tool, 'MATERIALITY'), 0);
    const figures = drillFigures(hit, survivor(shock, modelById), facts.asOf);
    return { shock, tools: hit.length, weight, ...figures };
  };
  return SHOCK_KINDS.flatMap((by) =>
    keysOf(by, served)
      .map((key) => drilled({ by, key }))
      .sort((a, b) => b.weight - a.weight || (a.shock.key < b.shock.key ? -1 : 1)),
  );
}

/** What is not known cannot turn against us; a vendor may do so through models that others built upon its own. */
function keysOf(by: ShockKind, served: readonly ServedTool[]): readonly string[] {
  const keys = served.flatMap(({ model }) =>
    by === 'VENDOR' ? [model.vendorGroup, model.rootVendorGroup] : [keyOf(by, model)],
  );
  return [...new Set(keys)].filter((key) => key !== UNKNOWN_KEY);
}
