import { DEFAULT_CONCURRENT_TOKENS, concurrentTokensOf, footprint } from '../../catalogue/domain/footprint.js';
import type { ModelFacts, PoolFacts, ReleaseFacts, ToolFacts } from './facts.js';
import type { PoolRoom } from './gate.js';
import { nativeOf } from './native.js';

export interface PoolUse {
  readonly poolById: ReadonlyMap<string, PoolFacts>;
  readonly modelsByPool: ReadonlyMap<string, readonly ModelFacts[]>;
  readonly toolsByModel: ReadonlyMap<string, readonly ToolFacts[]>;
  readonly releaseById: ReadonlyMap<string, ReleaseFacts>;
}

/** What the other models of a model's pool take, each for all its tools at once; undefined where it has no pool. */
export function roomIndex(use: PoolUse): (model: ModelFacts) => PoolRoom | undefined {
  const rooms = new Map<string, PoolRoom | undefined>();
  const needs = new Map<string, number | undefined>();
  const needOf = (model: ModelFacts): number | undefined => {
    if (!needs.has(model.id)) needs.set(model.id, needOfModel(use, model));
    return needs.get(model.id);
  };
  return (model) => {
    if (!rooms.has(model.id)) rooms.set(model.id, roomOf(use, model, needOf));
    return rooms.get(model.id);
  };
}

function roomOf(
  use: PoolUse,
  model: ModelFacts,
  needOf: (other: ModelFacts) => number | undefined,
): PoolRoom | undefined {
  const pool = model.gpuPoolId === undefined ? undefined : use.poolById.get(model.gpuPoolId);
  if (pool === undefined) return undefined;
  const unknownModels: string[] = [];
  let takenGB = 0;
  for (const other of use.modelsByPool.get(pool.id) ?? []) {
    if (other.id === model.id || other.lifecycle === 'RETIRED' || other.lifecycle === 'PROPOSED') continue;
    const need = needOf(other);
    if (need === undefined) unknownModels.push(other.name);
    else takenGB += need;
  }
  return { poolName: pool.name, totalGB: pool.gpuCount * pool.memoryGbPerGpu, takenGB, unknownModels };
}

/** Declared tokens of its tools add up; without any the largest least context counts once. */
function needOfModel(use: PoolUse, model: ModelFacts): number | undefined {
  const release = use.releaseById.get(model.releaseId);
  if (release === undefined) return undefined;
  const tools = use.toolsByModel.get(model.id) ?? [];
  const declared = tools.flatMap(({ usage }) => usage.concurrentTokens ?? []);
  const tokens =
    declared.length > 0
      ? declared.reduce((sum, each) => sum + each, 0)
      : Math.max(DEFAULT_CONCURRENT_TOKENS, ...tools.map(({ requirements }) => concurrentTokensOf(requirements)));
  return footprint(release, model.quantisation ?? nativeOf(release).quantisation, tokens)?.needGB;
}
