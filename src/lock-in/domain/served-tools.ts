import { MATERIALITY_WEIGHT } from '../../portfolio/domain/materiality.js';
import type { LockInFacts, LockInModel, LockInTool } from './facts.js';
import type { Basis } from './vocabulary.js';

/** A tool with the model that serves it. */
export interface ServedTool {
  readonly tool: LockInTool;
  readonly model: LockInModel;
}

/** Tools that a known model serves, in order of their ids. */
export function servedTools({ tools, models }: Pick<LockInFacts, 'tools' | 'models'>): readonly ServedTool[] {
  const byId = new Map(models.map((model) => [model.id, model]));
  return [...tools]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((tool) => {
      const model = tool.modelId === undefined ? undefined : byId.get(tool.modelId);
      return model === undefined ? [] : [{ tool, model }];
    });
}

/** Weight of a tool: 1, 2, 4 by materiality; 1 by count; tokens a month by usage, 0 where not recorded. */
export function weightOf(tool: LockInTool, basis: Basis): number {
  switch (basis) {
    case 'MATERIALITY':
      return MATERIALITY_WEIGHT[tool.materiality];
    case 'TOOL_COUNT':
      return 1;
    case 'USAGE':
      return tool.tokensPerMonth ?? 0;
  }
}

/** Weighted mean of what is known; null where nothing weighs. */
export function weightedMean(values: readonly { readonly weight: number; readonly value: number }[]): number | null {
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? null : values.reduce((sum, { weight, value }) => sum + weight * value, 0) / total;
}
