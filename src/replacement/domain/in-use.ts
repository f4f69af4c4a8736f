import { groupBy } from '../../kernel/group-by.js';
import type { ModelFacts, ReleaseFacts, ToolFacts } from './facts.js';
import type { World } from './world.js';

/** Tools about which the rules say the same; never empty. */
export interface ToolsAlike {
  /** Speaks for all of them. */
  readonly tool: ToolFacts;
  readonly tools: readonly ToolFacts[];
}

/** A model in use with its release and the tools that it serves. */
export interface InUse {
  readonly model: ModelFacts;
  readonly release: ReleaseFacts;
  readonly tools: readonly ToolFacts[];
  /** The same tools, in groups that are judged once each. */
  readonly alike: readonly ToolsAlike[];
}

/** The model with its release, or undefined where it serves no tool or its release is not at hand. */
export function inUseOf(world: World, modelId: string): InUse | undefined {
  const model = world.modelById.get(modelId);
  const release = model === undefined ? undefined : world.releaseById.get(model.releaseId);
  const tools = world.toolsByModel.get(modelId) ?? [];
  if (model === undefined || release === undefined || tools.length === 0) return undefined;
  const groups = groupBy(tools, (tool) => (world.evaluatedFor(tool.id).size > 0 ? tool.id : judgedKey(tool)));
  const alike = [...groups.values()].flatMap((each) => (each[0] === undefined ? [] : [{ tool: each[0], tools: each }]));
  return { model, release, tools, alike };
}

const needs = new WeakMap<ToolFacts, string>();

/** Tools that every gate treats alike; written once per tool. */
export function needsKey(tool: ToolFacts): string {
  const known = needs.get(tool);
  if (known !== undefined) return known;
  const { task, dataClass, requirements, usage } = tool;
  const key = JSON.stringify([task, dataClass, requirements, usage.concurrentTokens]);
  needs.set(tool, key);
  return key;
}

const judgedKeys = new WeakMap<ToolFacts, string>();

/** All that gates, score and reasons read of a tool, its own evaluations apart. */
function judgedKey(tool: ToolFacts): string {
  const known = judgedKeys.get(tool);
  if (known !== undefined) return known;
  const key = `${needsKey(tool)}${tool.materiality}${JSON.stringify(tool.coupling)}`;
  judgedKeys.set(tool, key);
  return key;
}
