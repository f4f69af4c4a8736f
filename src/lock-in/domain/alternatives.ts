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
  const gatesOf = gateMemo(world);
  const found: Alternative[] = [];
  for (const [modelId, tools] of world.toolsByModel) {
    const inUse = releaseOf(world, world.modelById.get(modelId));
    if (inUse === undefined) continue;
    for (const model of world.modelById.values()) {
      const candidate = releaseOf(world, model);
      if (model.id === modelId || candidate === undefined) continue;
      for (const tool of tools) {
        const eligibility = gatesOf(tool, model, candidate);
        found.push({
          ...{ toolId: tool.id, modelId: model.id, eligibility },
          ...(eligibility === 'ELIGIBLE' ? qualityOf(world, tool, model, inUse, candidate) : NOT_ASKED),
        });
      }
    }
  }
  return found;
}

const releaseOf = (world: World, model: ModelFacts | undefined): ReleaseFacts | undefined =>
  model === undefined ? undefined : world.releaseById.get(model.releaseId);

/** Quality matters only where the gates pass. */
const NOT_ASKED = { deltaQ: null, coverage: 0 } as const;

/** Tools that ask the same of a model are judged once. */
function gateMemo(world: World): (tool: ToolFacts, model: ModelFacts, release: ReleaseFacts) => Eligibility {
  const known = new Map<string, Eligibility>();
  const needs = new Map<string, string>();
  return (tool, model, release) => {
    const need = needs.get(tool.id) ?? needsKey(tool);
    needs.set(tool.id, need);
    const key = `${model.id}|${need}`;
    const fit = (): Eligibility => {
      const pair = { tool, model, inUse: release, candidate: release };
      return eligibilityOf(pairGates(world, pair, fitOf(world.roomOf, model, tool, release)));
    };
    const found = known.get(key) ?? fit();
    known.set(key, found);
    return found;
  };
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
