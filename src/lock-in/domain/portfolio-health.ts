import { daysBetween } from '../../replacement/domain/age.js';
import type { EligibleCandidate, LockInFacts } from './facts.js';
import type { ServedTool } from './served-tools.js';

/** How far a model is behind the newest release that could replace it. */
export interface Behind {
  readonly modelId: string;
  readonly modelName: string;
  /** Days between its release and the newest eligible candidate's; null where a date is unknown. */
  readonly days: number | null;
  readonly newest: EligibleCandidate | null;
}

/** Per model that serves a tool, the most behind first; 0 days without a candidate. */
export function behindOf({ candidates }: LockInFacts, served: readonly ServedTool[]): readonly Behind[] {
  const models = new Map(served.map(({ model }) => [model.id, model]));
  return [...models.values()]
    .map((model): Behind => {
      const newest = newestOf(candidates.filter(({ modelId }) => modelId === model.id));
      const named = { modelId: model.id, modelName: model.name, newest };
      if (newest === null) return { ...named, days: 0 };
      if (newest.releaseDate === undefined || model.releaseDate === undefined) return { ...named, days: null };
      return { ...named, days: Math.max(0, Math.round(daysBetween(model.releaseDate, newest.releaseDate))) };
    })
    .sort((a, b) => (b.days ?? -1) - (a.days ?? -1) || (a.modelId < b.modelId ? -1 : 1));
}

const newestOf = (candidates: readonly EligibleCandidate[]): EligibleCandidate | null =>
  candidates.reduce<EligibleCandidate | null>(
    (newest, each) => (newest === null || isNewer(each, newest) ? each : newest),
    null,
  );

const isNewer = (a: EligibleCandidate, b: EligibleCandidate): boolean => {
  const [left, right] = [a.releaseDate ?? '', b.releaseDate ?? ''];
  return left === right ? a.releaseId < b.releaseId : left > right;
};

export interface PortfolioSize {
  readonly modelsInUse: number;
  readonly target: number;
  /** Registered, not retired, and serving no tool. */
  readonly modelsWithoutTools: readonly string[];
  readonly toolsPerModel: readonly { readonly modelId: string; readonly tools: number }[];
  readonly toolsWithoutModel: readonly string[];
}

/** Models in use against the policy's target. */
export function portfolioSize({ models, tools, policy }: LockInFacts, served: readonly ServedTool[]): PortfolioSize {
  const counts = new Map<string, number>();
  for (const { model } of served) counts.set(model.id, (counts.get(model.id) ?? 0) + 1);
  const servedIds = new Set(served.map(({ tool }) => tool.id));
  const fallbacks = new Set(tools.flatMap(({ fallback }) => fallback?.modelId ?? []));
  return {
    modelsInUse: counts.size,
    target: policy.portfolioSizeTarget,
    modelsWithoutTools: models
      .filter(({ id, lifecycle }) => lifecycle !== 'RETIRED' && !counts.has(id) && !fallbacks.has(id))
      .map(({ id }) => id)
      .sort(),
    toolsPerModel: [...counts]
      .map(([modelId, count]) => ({ modelId, tools: count }))
      .sort((a, b) => b.tools - a.tools || (a.modelId < b.modelId ? -1 : 1)),
    toolsWithoutModel: tools
      .filter(({ id }) => !servedIds.has(id))
      .map(({ id }) => id)
      .sort(),
  };
}
