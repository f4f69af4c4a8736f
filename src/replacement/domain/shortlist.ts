import type { ReleaseFacts, ToolFacts } from './facts.js';
import { groupBy } from '../../kernel/group-by.js';
import { newnessOf } from './newness.js';
import type { QualityResult } from './explanation.js';
import { isSolid, publicDelta } from './quality.js';
import {
  isDeclaredSuccessor,
  isNextGeneration,
  isOfSameUse,
  lackedLanguages,
  needsReasoning,
  sizeRatio,
} from './reasons.js';
import { reliefOf } from './relief.js';
import { pairQuality } from './terms.js';
import type { InUse } from './in-use.js';
import { weightOf } from './world.js';
import type { World } from './world.js';

/** Releases of the model's kind that are newer than the one in use, in order of their keys. */
export function newerReleases(inUse: ReleaseFacts, among: readonly ReleaseFacts[]): readonly ReleaseFacts[] {
  return ofSameKind(inUse, among).filter((release) => newnessOf(release, inUse) === 'NEWER');
}

/** Other releases of a known and equal kind: only these are assessed at all. */
export const ofSameKind = (inUse: ReleaseFacts, among: readonly ReleaseFacts[]): readonly ReleaseFacts[] =>
  inUse.kind === undefined ? [] : among.filter(({ kind, id }) => kind === inUse.kind && id !== inUse.id);

/** A release for which a reason may hold, with the tools in which it may. */
export interface Shortlisted {
  readonly candidate: ReleaseFacts;
  readonly tools: readonly ToolFacts[];
}

/** Of the newer releases (among all, or those given) those for which a reason may hold; the rest need no gates and no score. */
export function shortlist(world: World, inUse: InUse, among = world.releases): readonly Shortlisted[] {
  const listed = shortlister(world, inUse);
  return newerReleases(inUse.release, among).flatMap((candidate) => listed(candidate) ?? []);
}

/** Lists one release at a time; undefined where no reason can hold. */
export function shortlister(world: World, inUse: InUse): (candidate: ReleaseFacts) => Shortlisted | undefined {
  const questions = questionsFor(world, inUse);
  return (candidate) => {
    const asking = questions.filter(({ ask }) => ask(candidate));
    return asking.length === 0 ? undefined : { candidate, tools: toolsOf(inUse, asking) };
  };
}

/** In the order of the model's tools, each once. */
function toolsOf(inUse: InUse, [first, ...others]: readonly Question[]): readonly ToolFacts[] {
  if (first === undefined || (others.length === 0 && first.tools.length === inUse.tools.length)) return inUse.tools;
  const ids = new Set([first, ...others].flatMap(({ tools }) => tools.map(({ id }) => id)));
  return inUse.tools.filter(({ id }) => ids.has(id));
}

/** Asked once per candidate, for all the tools in which the answer is the same. */
interface Question {
  readonly tools: readonly ToolFacts[];
  readonly ask: (candidate: ReleaseFacts) => boolean;
}

function questionsFor(world: World, inUse: InUse): readonly Question[] {
  return [
    generationQuestion(world, inUse),
    ...measuredQuestions(world, inUse),
    ...languageQuestions(world, inUse),
    ...reliefQuestions(world, inUse),
  ];
}

function generationQuestion(world: World, { release, tools }: InUse): Question {
  const anyReasons = tools.some(needsReasoning);
  const { thresholds } = world.policy;
  return {
    tools,
    ask: (candidate) =>
      isDeclaredSuccessor(candidate, release) || isNextGeneration(candidate, release, anyReasons, thresholds),
  };
}

/** Quality is known well enough, and no worse than any measured reason allows. */
function measuredQuestions(world: World, { model, release, tools }: InUse): Question[] {
  const { thresholds, profiles } = world.policy;
  type Delta = Pick<QualityResult, 'deltaQ' | 'sharedBenchmarks' | 'evaluationId'>;
  const suffices = (quality: Delta): boolean =>
    isSolid(quality, thresholds) && (quality.deltaQ ?? -Infinity) >= thresholds.deltaQFloor;
  const publicly = [...groupBy(tools, ({ task }) => task)].flatMap(([, sameTask]): Question[] => {
    const task = sameTask[0]?.task;
    const profile = task === undefined ? undefined : profiles[task];
    if (task === undefined || profile === undefined) return [];
    const ours = world.results(release.id, task);
    if (!ours.some(({ size }) => size > 0)) return [];
    return [{ tools: sameTask, ask: ({ id }) => suffices(publicDelta(profile, world.results(id, task), ours)) }];
  });
  const privately = tools
    .filter(({ id }) => world.evaluatedFor(id).has(release.id))
    .map((tool): Question => ({
      tools: [tool],
      ask: (candidate) =>
        world.evaluatedFor(tool.id).has(candidate.id) &&
        suffices(pairQuality(world, { tool, model, inUse: release, candidate })),
    }));
  return [...publicly, ...privately];
}

function languageQuestions(world: World, { release, tools }: InUse): Question[] {
  const limit = world.policy.thresholds.languageSizeRatioMax;
  const lacking = tools.filter((tool) => lackedLanguages(release, tool).length > 0);
  return [...groupBy(lacking, ({ requirements }) => requirements.languages.join(' ')).values()].map((alike) => ({
    tools: alike,
    ask: (candidate) => {
      const ratio = sizeRatio(candidate, release);
      if (ratio === undefined || ratio > limit || ratio < 1 / limit) return false;
      if (!isOfSameUse(candidate, release, alike.some(needsReasoning))) return false;
      const required = alike[0]?.requirements.languages ?? [];
      return required.every((code) => candidate.languages?.some((language) => language.code === code) === true);
    },
  }));
}

/** The same swap relieves the same limits for all tools of one weight. */
function reliefQuestions(world: World, { release, tools }: InUse): Question[] {
  if (!world.limitBreached) return [];
  const known = new Map<string, boolean>();
  return [...groupBy(tools, ({ materiality }) => materiality)].map(([materiality, alike]) => ({
    tools: alike,
    ask: (candidate) => {
      if (!isOfSameUse(candidate, release, alike.some(needsReasoning))) return false;
      const { group, country } = candidate.vendor;
      const key = `${materiality}|${group}|${country ?? ''}|${candidate.licenceClass ?? ''}`;
      const swap = { from: release, to: candidate, weight: alike[0] === undefined ? 0 : weightOf(alike[0]) };
      const found = known.get(key) ?? reliefOf(world.concentration, swap, world.policy).length > 0;
      known.set(key, found);
      return found;
    },
  }));
}
