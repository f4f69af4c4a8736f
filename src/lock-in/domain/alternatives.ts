import { inUseOf, needsKey } from '../../replacement/domain/in-use.js';
import { pairGates } from '../../replacement/domain/assess-pair.js';
import type { ModelFacts, ReleaseFacts, ToolFacts } from '../../replacement/domain/facts.js';
import { fitOf } from '../../replacement/domain/fit.js';
import { eligibilityOf } from '../../replacement/domain/gates.js';
import { scoreOf } from '../../replacement/domain/score.js';
import { costPair, footprintPair, pairQuality, termsOf } from '../../replacement/domain/terms.js';
import type { Pair } from '../../replacement/domain/terms.js';
import type { Eligibility } from '../../replacement/domain/vocabulary.js';
import type { World } from '../../replacement/domain/world.js';
import type { Alternative, AlternativesByTool } from './facts.js';

/** A registered model with the release that it runs. */
interface Registered {
  readonly model: ModelFacts;
  readonly release: ReleaseFacts;
  /** By what tools ask of a model. */
  readonly eligibility: ReadonlyMap<string, Eligibility>;
}

/** Every other registered model on the place of each tool's own: it keeps its own hosting, pool and packaging. */
export function alternativesOf(world: World): AlternativesByTool {
  const inUse = [...world.toolsByModel.keys()].flatMap((modelId) => inUseOf(world, modelId) ?? []);
  const needs = new Map(inUse.flatMap(({ alike }) => alike.map(({ tool }) => [needsKey(tool), tool] as const)));
  const registered = registeredModels(world, needs);
  const found = new Map<string, readonly Alternative[]>();
  for (const { model, release, alike } of inUse) {
    const others = registered.filter((other) => other.model.id !== model.id);
    for (const { tool, tools } of alike) {
      const need = needsKey(tool);
      const alternatives = others.map((other) => alternativeOf(world, tool, release, other, need));
      for (const { id } of tools) found.set(id, alternatives);
    }
  }
  return found;
}

/** Judged once for all tools that ask the same, whatever serves them today. */
function registeredModels(world: World, needs: ReadonlyMap<string, ToolFacts>): readonly Registered[] {
  return [...world.modelById.values()].flatMap((model) => {
    const release = world.releaseById.get(model.releaseId);
    if (release === undefined) return [];
    const judged = [...needs].map(([need, tool]): [string, Eligibility] => {
      const pair = { tool, model, inUse: release, candidate: release };
      return [need, eligibilityOf(pairGates(world, pair, fitOf(world.roomOf, model, tool, release)))];
    });
    return [{ model, release, eligibility: new Map(judged) }];
  });
}

/** Quality matters only where the gates pass. */
function alternativeOf(
  world: World,
  tool: ToolFacts,
  inUse: ReleaseFacts,
  { model, release: candidate, eligibility: byNeed }: Registered,
  need: string,
): Alternative {
  const eligibility = byNeed.get(need) ?? 'NEEDS_INFORMATION';
  if (eligibility !== 'ELIGIBLE') return { modelId: model.id, eligibility, deltaQ: null, coverage: 0 };
  return { modelId: model.id, eligibility, ...qualityOf(world, { tool, model, inUse, candidate }) };
}

type Quality = Pick<Alternative, 'deltaQ' | 'coverage' | 'evaluationPassedAt'>;

function qualityOf(world: World, pair: Pair): Quality {
  const { tool, model, inUse, candidate } = pair;
  const quality = pairQuality(world, pair);
  if (quality.deltaQ === null) return { deltaQ: null, coverage: 0 };
  const run = world.evaluation(tool.id, inUse.id, candidate.id);
  const passed = quality.evaluationPassed && run !== undefined ? { evaluationPassedAt: run.ranAt } : {};
  const footprint = footprintPair(fitOf(world.roomOf, model, tool, candidate), fitOf(world.roomOf, model, tool, inUse));
  const { coverage } = scoreOf(termsOf(world, pair, { quality, cost: costPair(pair), footprint }), world.policy);
  return { deltaQ: quality.deltaQ, coverage, ...passed };
}
