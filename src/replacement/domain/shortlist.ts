import type { Task } from '../../catalogue/domain/vocabulary.js';
import type { Materiality } from '../../portfolio/domain/vocabulary.js';
import type { ModelFacts, ReleaseFacts, ToolFacts } from './facts.js';
import { newnessOf } from './newness.js';
import { isSolid } from './quality.js';
import { isDeclaredSuccessor, isNextGeneration, lackedLanguages, sizeRatio } from './reasons.js';
import { reliefOf } from './relief.js';
import { pairQuality } from './terms.js';
import type { InUse } from './summary.js';
import { weightOf } from './world.js';
import type { World } from './world.js';

/** Releases of the model's kind that are newer than the one in use, in order of their keys. */
export function newerReleases(world: World, inUse: ReleaseFacts): readonly ReleaseFacts[] {
  return world.releases.filter(
    (release) =>
      release.kind !== undefined &&
      release.kind === inUse.kind &&
      release.id !== inUse.id &&
      newnessOf(release, inUse) === 'NEWER',
  );
}

/** Of the newer releases those for which a reason may hold in one of the tools; the rest need no gates and no score. */
export function shortlist(world: World, inUse: InUse): readonly ReleaseFacts[] {
  const questions = questionsFor(world, inUse);
  return newerReleases(world, inUse.release).filter((candidate) => questions.some((ask) => ask(candidate)));
}

type Question = (candidate: ReleaseFacts) => boolean;

/** One question per kind of reason, each asked once per model rather than once per tool. */
function questionsFor(world: World, { model, release: inUse, tools }: InUse): readonly Question[] {
  const { thresholds } = world.policy;
  const needsReasoning = tools.some(({ requirements }) => requirements.capabilities.includes('REASONING'));
  return [
    (candidate) =>
      isDeclaredSuccessor(candidate, inUse) || isNextGeneration(candidate, inUse, needsReasoning, thresholds),
    ...measuredQuestions(world, model, inUse, tools),
    ...languageQuestions(world, inUse, tools),
    ...reliefQuestions(world, inUse, tools),
  ];
}

/** Quality is known well enough, and no worse than any measured reason allows. */
function measuredQuestions(
  world: World,
  model: ModelFacts,
  inUse: ReleaseFacts,
  tools: readonly ToolFacts[],
): Question[] {
  const { thresholds } = world.policy;
  const byTask = new Map<Task, ToolFacts>(tools.map((tool) => [tool.task, tool]));
  const isMeasured = (tool: ToolFacts, candidate: ReleaseFacts): boolean => {
    const quality = pairQuality(world, { tool, model, inUse, candidate });
    return isSolid(quality, thresholds) && (quality.deltaQ ?? -Infinity) >= thresholds.deltaQFloor;
  };
  const publicly = [...byTask.values()]
    .filter(({ task }) => world.results(inUse.id, task).some(({ size }) => size > 0))
    .map(
      (tool): Question =>
        (candidate) =>
          world.results(candidate.id, tool.task).length > 0 && isMeasured(tool, candidate),
    );
  const privately = tools
    .filter(({ id }) => world.evaluatedFor(id).has(inUse.id))
    .map(
      (tool): Question =>
        (candidate) =>
          world.evaluatedFor(tool.id).has(candidate.id) && isMeasured(tool, candidate),
    );
  return [...publicly, ...privately];
}

function languageQuestions(world: World, inUse: ReleaseFacts, tools: readonly ToolFacts[]): Question[] {
  const limit = world.policy.thresholds.languageSizeRatioMax;
  const wanted = new Map<string, readonly string[]>();
  for (const tool of tools)
    if (lackedLanguages(inUse, tool).length > 0)
      wanted.set(tool.requirements.languages.join(' '), tool.requirements.languages);
  return [...wanted.values()].map((languages) => (candidate) => {
    const ratio = sizeRatio(candidate, inUse);
    if (ratio === undefined || ratio > limit || ratio < 1 / limit) return false;
    return languages.every((code) => candidate.languages?.some((language) => language.code === code) === true);
  });
}

/** The same swap relieves the same limits for all tools of one weight. */
function reliefQuestions(world: World, inUse: ReleaseFacts, tools: readonly ToolFacts[]): Question[] {
  if (!world.limitBreached) return [];
  const levels = new Map<Materiality, ToolFacts>(tools.map((tool) => [tool.materiality, tool]));
  const known = new Map<string, boolean>();
  return [...levels.values()].map((tool) => (candidate) => {
    const { group, country } = candidate.vendor;
    const key = `${tool.materiality}|${group}|${country ?? ''}|${candidate.licenceClass ?? ''}`;
    const found =
      known.get(key) ??
      reliefOf(world.concentration, { from: inUse, to: candidate, weight: weightOf(tool) }, world.policy).length > 0;
    known.set(key, found);
    return found;
  });
}
