import type { Materiality } from '../../portfolio/domain/vocabulary.js';

/** What tells a STANDARD change from others; undefined is unknown and never counts as equal. */
export interface StandardFacts {
  readonly materiality: Materiality;
  readonly fromFamily?: string;
  readonly toFamily?: string;
  readonly fromLicenceClass?: string;
  readonly toLicenceClass?: string;
  /** Gigabytes. */
  readonly fromNeedGb?: number;
  readonly toNeedGb?: number;
  readonly goldenSetPassed: boolean;
  /** A model of the portfolio that somebody else has approved. */
  readonly targetIsApproved: boolean;
}

/** Why a change is not STANDARD, in sentences; empty when it is. */
export function whyNotStandard(facts: StandardFacts): readonly string[] {
  const same = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a === b;
  const { fromNeedGb, toNeedGb } = facts;
  const smaller = fromNeedGb !== undefined && toNeedGb !== undefined && toNeedGb <= fromNeedGb;
  const reasons: readonly (readonly [boolean, string])[] = [
    [facts.materiality === 'LOW', `The tool is of ${facts.materiality} materiality.`],
    [same(facts.fromFamily, facts.toFamily), 'The target is not known to be of the same family.'],
    [same(facts.fromLicenceClass, facts.toLicenceClass), 'The target is not known to be of the same licence class.'],
    [smaller, 'The target is not known to need the same memory or less.'],
    [facts.goldenSetPassed, 'No passed run of the tool’s golden set on both models.'],
    [facts.targetIsApproved, 'The target is not yet an approved model of the portfolio.'],
  ];
  return reasons.filter(([holds]) => !holds).map(([, sentence]) => sentence);
}
