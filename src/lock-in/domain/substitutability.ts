import { daysBetween } from '../../replacement/domain/age.js';
import type { Alternative, LockInModel, LockInTool } from './facts.js';
import { RECENT_TEST_DAYS } from './vocabulary.js';
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

export interface SubstitutabilitySubject {
  readonly tool: LockInTool;
  readonly model: LockInModel;
  /** Other registered models for this tool. */
  readonly others: readonly Alternative[];
  readonly modelById: ReadonlyMap<string, LockInModel>;
  readonly asOf: string;
}

/** How easily the tool's model could be substituted by registered models of other vendor groups. */
export function substitutabilityOf(subject: SubstitutabilitySubject): SubstitutabilityResult {
  const foreign = subject.others.filter(({ modelId }) => isForeign(subject, modelId));
  const passing = foreign.filter(({ eligibility }) => eligibility === 'ELIGIBLE');
  const proven = passing.filter(isProven);
  const facts = {
    alternatives: ids(proven),
    potential: ids(passing.filter((other) => !isProven(other) && !isWorse(other))),
    unknown: ids(foreign.filter(({ eligibility }) => eligibility === 'NEEDS_INFORMATION')),
    testedAt: latestTest(subject.tool, proven),
    effortDays: effortDays(subject.tool),
  };
  return { ...facts, ...classify(facts, passing.length, subject.asOf) };
}

const ids = (found: readonly Alternative[]): readonly string[] => found.map(({ modelId }) => modelId).sort();

function isForeign({ model, modelById }: SubstitutabilitySubject, modelId: string): boolean {
  const other = modelById.get(modelId);
  if (other === undefined || other.lifecycle === 'RETIRED' || other.lifecycle === 'PROPOSED') return false;
  return other.vendorGroup !== model.vendorGroup;
}

/** By a passed own evaluation, or by known quality no worse than −2 at a coverage of 0.6. */
const isProven = ({ evaluationPassedAt, deltaQ, coverage }: Alternative): boolean =>
  evaluationPassedAt !== undefined || (deltaQ !== null && deltaQ >= WORST_DELTA_Q && coverage >= LEAST_COVERAGE);

const isWorse = ({ deltaQ }: Alternative): boolean => deltaQ !== null && deltaQ < WORST_DELTA_Q;

/** A passed evaluation, or a fail-over to the alternative where it is the tool's fallback. */
function latestTest({ fallback }: LockInTool, proven: readonly Alternative[]): string | null {
  const tests = proven.flatMap(({ modelId, evaluationPassedAt }) => [
    evaluationPassedAt,
    fallback?.modelId === modelId ? fallback.testedAt : undefined,
  ]);
  return tests
    .filter((test) => test !== undefined)
    .reduce<string | null>((a, b) => (a === null || b > a ? b : a), null);
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
  const recent = testedAt !== null && daysBetween(testedAt, asOf) <= RECENT_TEST_DAYS;
  if (alternatives.length >= 2 && recent && days <= EASY_EFFORT_DAYS)
    return {
      class: 'EASILY_SUBSTITUTABLE',
      sentence: `${count}, one tested recently, ${counted(days, 'person-day')} to switch.`,
    };
  return { class: 'MEDIUM_COMPLEXITY', sentence: `${count}, ${counted(days, 'person-day')} to switch.` };
}
