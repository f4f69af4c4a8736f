import { groupBy } from '../../kernel/group-by.js';
import { needsKey } from '../../replacement/domain/in-use.js';
import { pairGates } from '../../replacement/domain/assess-pair.js';
import type { ModelFacts, ReleaseFacts, ToolFacts } from '../../replacement/domain/facts.js';
import { fitOf } from '../../replacement/domain/fit.js';
import { eligibilityOf } from '../../replacement/domain/gates.js';
import { scoreOf } from '../../replacement/domain/score.js';
import { costPair, footprintPair, pairQuality, termsOf } from '../../replacement/domain/terms.js';
import type { Eligibility } from '../../replacement/domain/vocabulary.js';
import type { World } from '../../replacement/domain/world.js';
import type { Alternative } from './facts.js';

/** Every other registered model on the place of each tool's own: it keeps its own hosting, pool and packaging. */
export function alternativesOf(world: World): readonly Alternative[] {
  const judged = new Map<string, Map<string, Eligibility>>();
  const found: Alternative[] = [];
  for (const [modelId, tools] of world.toolsByModel) {
    const inUse = releaseOf(world, world.modelById.get(modelId));
    if (inUse === undefined) continue;
    for (const [need, alike] of groupBy(tools, needsKey)) {
      const eligibilities = judged.get(need) ?? new Map<string, Eligibility>();
      judged.set(need, eligibilities);
      for (const place of placesFor(world, modelId, alike, eligibilities))
        for (const tool of alike) found.push(alternativeOf(world, tool, inUse, place));
    }
  }
  return found;
}

interface Place {
  readonly model: ModelFacts;
  readonly candidate: ReleaseFacts;
  readonly eligibility: Eligibility;
}

/** All other models for tools that ask the same of a model; what was judged once for these needs is not judged again. */
function* placesFor(
  world: World,
  modelId: string,
  [tool]: readonly ToolFacts[],
  eligibilities: Map<string, Eligibility>,
): Generator<Place> {
  if (tool === undefined) return;
  for (const model of world.modelById.values()) {
    const candidate = releaseOf(world, model);
    if (model.id === modelId || candidate === undefined) continue;
    const eligibility = eligibilities.get(model.id) ?? eligibilityFor(world, tool, model, candidate);
    eligibilities.set(model.id, eligibility);
    yield { model, candidate, eligibility };
  }
}

const releaseOf = (world: World, model: ModelFacts | undefined): ReleaseFacts | undefined =>
  model === undefined ? undefined : world.releaseById.get(model.releaseId);

function eligibilityFor(world: World, tool: ToolFacts, model: ModelFacts, release: ReleaseFacts): Eligibility {
  const pair = { tool, model, inUse: release, candidate: release };
  return eligibilityOf(pairGates(world, pair, fitOf(world.roomOf, model, tool, release)));
}

/** Quality matters only where the gates pass. */
function alternativeOf(
  world: World,
  tool: ToolFacts,
  inUse: ReleaseFacts,
  { model, candidate, eligibility }: Place,
): Alternative {
  const subject = { toolId: tool.id, modelId: model.id, eligibility };
  if (eligibility !== 'ELIGIBLE') return { ...subject, deltaQ: null, coverage: 0 };
  return { ...subject, ...qualityOf(world, tool, model, inUse, candidate) };
}

function qualityOf(
  world: World,
  tool: ToolFacts,
  model: ModelFacts,
  inUse: ReleaseFacts,
  candidate: ReleaseFacts,
): Pick<Alternative, 'deltaQ' | 'coverage' | 'evaluationPassedAt'> {
  const pair = { tool, model, inUse, candidate };
  const quality = pairQuality(world, pair);
  const run = world.evaluation(tool.id, inUse.id, candidate.id);
  const passed = quality.evaluationPassed && run !== undefined ? { evaluationPassedAt: run.ranAt } : {};
  if (quality.deltaQ === null) return { deltaQ: null, coverage: 0 };
  const footprint = footprintPair(fitOf(world.roomOf, model, tool, candidate), fitOf(world.roomOf, model, tool, inUse));
  const { coverage } = scoreOf(termsOf(world, pair, { quality, cost: costPair(pair), footprint }), world.policy);
  return { deltaQ: quality.deltaQ, coverage, ...passed };
}
