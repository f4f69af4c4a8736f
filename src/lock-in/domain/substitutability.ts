import { happenedBy, isRecent } from './exit-readiness.js';
import type { Alternative, LockInModel, LockInTool } from './facts.js';
import { counted } from './wording.js';
import type { Substitutability } from './vocabulary.js';

/** What a class counts in the mean; null is left out of it, and its share is shown. */
export const SUBSTITUTABILITY_VALUE: Readonly<Record<Substitutability, number | null>> = {
  EASILY_SUBSTITUTABLE: 1,
  MEDIUM_COMPLEXITY: 0.66,
  HIGHLY_COMPLEX: 0.33,
  NOT_SUBSTITUTABLE: 0,
  UNDETERMINED: null,
};

const EASY_EFFORT_DAYS = 5;
const MEDIUM_EFFORT_DAYS = 20;
const WORST_DELTA_Q = -2;
const LEAST_COVERAGE = 0.6;

export interface SubstitutabilityResult {
  readonly class: Substitutability;
  readonly sentence: string;
  /** Model ids: proven to do, only possible, and kept back by unknown gates alone. */
  readonly alternatives: readonly string[];
  readonly potential: readonly string[];
  readonly unknown: readonly string[];
  /** The latest test of an alternative. */
  readonly testedAt: string | null;
  readonly effortDays: number | null;
}

/** Other registered models, sorted out: the same for all tools that share their alternatives. */
export interface Choice {
  readonly proven: readonly Alternative[];
  /** How many pass the gates, proven, possible or known to be worse. */
  readonly passing: number;
  readonly alternatives: readonly string[];
  readonly potential: readonly string[];
  readonly unknown: readonly string[];
}

/** What a tool could choose from. */
export function choiceOf(others: readonly Alternative[]): Choice {
  const passing = others.filter(({ eligibility }) => eligibility === 'ELIGIBLE');
  const proven = passing.filter(isProven);
  return {
    ...{ proven, passing: passing.length, alternatives: ids(proven) },
    potential: ids(passing.filter((other) => !isProven(other) && !isWorse(other))),
    unknown: ids(others.filter(({ eligibility }) => eligibility === 'NEEDS_INFORMATION')),
  };
}

/** How easily the tool's model could be substituted by the models of other vendor groups that it could choose from. */
export function substitutabilityOf(tool: LockInTool, choice: Choice, asOf: string): SubstitutabilityResult {
  const { alternatives, potential, unknown, proven, passing } = choice;
  const facts = {
    ...{ alternatives, potential, unknown },
    testedAt: latestTest(tool, proven, asOf),
    effortDays: effortDays(tool),
  };
  return { ...facts, ...classify(facts, passing, asOf) };
}

const ids = (found: readonly Alternative[]): readonly string[] => found.map(({ modelId }) => modelId).sort();

/** A registered model that tools may move to. */
export const isUsable = (model: LockInModel | undefined): model is LockInModel =>
  model !== undefined && model.lifecycle !== 'RETIRED' && model.lifecycle !== 'PROPOSED';

/** By a passed own evaluation, or by known quality no worse than −2 at a coverage of 0.6. */
const isProven = ({ evaluationPassedAt, deltaQ, coverage }: Alternative): boolean =>
  evaluationPassedAt !== undefined || (deltaQ !== null && deltaQ >= WORST_DELTA_Q && coverage >= LEAST_COVERAGE);

const isWorse = ({ deltaQ }: Alternative): boolean => deltaQ !== null && deltaQ < WORST_DELTA_Q;

/** A passed evaluation, or a fail-over to the alternative where it is the tool's fallback. */
function latestTest({ fallback }: LockInTool, proven: readonly Alternative[], asOf: string): string | null {
  let latest: string | null = null;
  for (const { modelId, evaluationPassedAt } of proven)
    for (const test of [evaluationPassedAt, fallback?.modelId === modelId ? fallback.testedAt : undefined])
      if (test !== undefined && happenedBy(test, asOf) && (latest === null || test > latest)) latest = test;
  return latest;
}

/** Person-days of all parts; null where nothing was estimated. */
export function effortDays({ switchingEffort }: Pick<LockInTool, 'switchingEffort'>): number | null {
  const parts = Object.values(switchingEffort);
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0);
}

type Found = Omit<SubstitutabilityResult, 'class' | 'sentence'>;
type Class = Pick<SubstitutabilityResult, 'class' | 'sentence'>;

function classify(found: Found, passing: number, asOf: string): Class {
  if (found.alternatives.length > 0) return byEffort(found, asOf);
  if (passing > 0) {
    const what = found.potential.length > 0 ? 'how good for it is not known' : 'but none as good';
    return {
      class: 'HIGHLY_COMPLEX',
      sentence: `${counted(passing, 'model passes', 'models pass')} its gates, ${what}.`,
    };
  }
  if (found.unknown.length > 0)
    return {
      class: 'UNDETERMINED',
      sentence: `Only unknown facts stand in the way of ${counted(found.unknown.length, 'model')}.`,
    };
  return { class: 'NOT_SUBSTITUTABLE', sentence: 'No registered model of another vendor passes its gates.' };
}

function byEffort({ alternatives, testedAt, effortDays: days }: Found, asOf: string): Class {
  const count = counted(alternatives.length, 'proven alternative');
  if (days === null)
    return { class: 'UNDETERMINED', sentence: `${count}, but nobody has estimated the effort of switching.` };
  if (days > MEDIUM_EFFORT_DAYS)
    return { class: 'HIGHLY_COMPLEX', sentence: `${count}, but ${counted(days, 'person-day')} to switch.` };
  if (alternatives.length >= 2 && isRecent(testedAt, asOf) && days <= EASY_EFFORT_DAYS)
    return {
      class: 'EASILY_SUBSTITUTABLE',
      sentence: `${count}, one tested recently, ${counted(days, 'person-day')} to switch.`,
    };
  return { class: 'MEDIUM_COMPLEXITY', sentence: `${count}, ${counted(days, 'person-day')} to switch.` };
}
