import type { ModelFacts, ReleaseFacts, ToolFacts } from './facts.js';
import { groupBy } from '../../kernel/group-by.js';
import type { World } from './world.js';

/** A model in use with its release and the tools that it serves. */
export interface InUse {
  readonly model: ModelFacts;
  readonly release: ReleaseFacts;
  readonly tools: readonly ToolFacts[];
  /** The same tools, in groups that ask the same of a model. */
  readonly toolsAlike: readonly (readonly ToolFacts[])[];
}

/** The model with its release, or undefined where it serves no tool or its release is not at hand. */
export function inUseOf(world: World, modelId: string): InUse | undefined {
  const model = world.modelById.get(modelId);
  const release = model === undefined ? undefined : world.releaseById.get(model.releaseId);
  const tools = world.toolsByModel.get(modelId) ?? [];
  if (model === undefined || release === undefined || tools.length === 0) return undefined;
  return { model, release, tools, toolsAlike: [...groupBy(tools, needsKey).values()] };
}

/** Tools that every gate treats alike. */
export const needsKey = ({ task, dataClass, requirements, usage }: ToolFacts): string =>
  JSON.stringify([task, dataClass, requirements, usage.concurrentTokens]);
