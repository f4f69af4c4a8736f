import { DomainError } from '../../kernel/domain-error.js';
import type { Materiality } from '../../portfolio/domain/vocabulary.js';
import type { StandardFacts } from './change-type.js';
import { whyNotStandard } from './change-type.js';
import type { SwapAssessment } from './swap-assessment.js';
import type { ChangeType, CheckName, CheckResult } from './vocabulary.js';

/** One named check before submission; FAIL blocks it. */
export interface Check {
  readonly name: CheckName;
  readonly result: CheckResult;
  readonly sentence: string;
}

export interface CheckFacts {
  readonly materiality: Materiality;
  readonly changeType: ChangeType;
  readonly assessment: SwapAssessment | null;
  readonly rollbackPlan: string | null;
  readonly evidenceCount: number;
  /** The latest run of the tool's golden set on both releases; null where there is none. */
  readonly goldenSet: { readonly passed: boolean; readonly ranAt: string } | null;
  /** The named fallback, or one that the tool has beside the target. */
  readonly fallback: { readonly name: string; readonly testedAt: string | null } | null;
  /** Why the target may not serve this tool at all; null where nothing stands against it. */
  readonly unservable: string | null;
  readonly now: string;
}

const check = (name: CheckName, result: CheckResult, sentence: string): Check => ({ name, result, sentence });

/** All checks in their order. */
export const checksOf = (facts: CheckFacts): readonly Check[] => [
  gates(facts),
  licence(facts),
  evidence(facts),
  goldenSet(facts),
  concentration(facts),
  rollbackPlan(facts),
  fallback(facts),
  footprint(facts),
  changeType(facts),
];

/** Throws `checks-failed` naming them. */
export function requireChecks(checks: readonly Check[]): void {
  const failed = checks.filter(({ result }) => result === 'FAIL');
  if (failed.length === 0) return;
  throw new DomainError(
    'unprocessable',
    'checks-failed',
    `${failed.length} check(s) fail: ${failed.map(({ name }) => name).join(', ')}.`,
    failed.map(({ name, sentence }) => ({ pointer: `/checks/${name}`, code: 'check-failed', detail: sentence })),
  );
}

function gates({ assessment, unservable }: CheckFacts): Check {
  if (unservable !== null) return check('GATES', 'FAIL', unservable);
  if (assessment === null)
    return check('GATES', 'FAIL', 'The target cannot be judged: nothing says on which place it would run.');
  const named = (answer: string): string =>
    [
      ...kindSentence(assessment),
      ...assessment.gates.flatMap((gate) => (gate.answer === answer ? `${gate.gate}: ${gate.sentence}` : [])),
    ].join(' ');
  if (assessment.eligibility === 'INELIGIBLE') return check('GATES', 'FAIL', named('FAIL'));
  return assessment.eligibility === 'ELIGIBLE'
    ? check('GATES', 'PASS', 'All gates pass.')
    : check('GATES', 'WARN', named('UNKNOWN'));
}

function kindSentence({ from, to }: SwapAssessment): string[] {
  if (from === null || (from.kind ?? null) === (to.kind ?? null)) return [];
  const unknown = 'a kind that nobody has stated';
  return [`KIND: The model in use is of ${from.kind ?? unknown}, the target of ${to.kind ?? unknown}.`];
}

function licence({ assessment }: CheckFacts): Check {
  const gate = assessment?.gates.find((each) => each.gate === 'LICENCE');
  if (gate === undefined) return check('LICENCE', 'FAIL', 'The licence of the target is not known.');
  return check('LICENCE', gate.answer === 'PASS' ? 'PASS' : 'FAIL', gate.sentence);
}

function evidence({ evidenceCount, materiality, changeType }: CheckFacts): Check {
  if (evidenceCount > 0) return check('EVIDENCE', 'PASS', `${evidenceCount} piece(s) of evidence attached.`);
  const blocks = materiality !== 'LOW' && changeType !== 'EMERGENCY';
  return check('EVIDENCE', blocks ? 'FAIL' : 'WARN', 'No evidence is attached.');
}

function goldenSet({ goldenSet, assessment, materiality, changeType }: CheckFacts): Check {
  if (assessment?.from === null) return check('GOLDEN_SET', 'WARN', 'There is no model in use to compare with.');
  if (goldenSet === null) {
    const blocks = materiality === 'HIGH' && changeType !== 'EMERGENCY';
    return check('GOLDEN_SET', blocks ? 'FAIL' : 'WARN', 'The golden set was not run on both models.');
  }
  const day = goldenSet.ranAt.slice(0, 10);
  if (goldenSet.passed) return check('GOLDEN_SET', 'PASS', `Run on both models on ${day}, and passed.`);
  const result = materiality === 'LOW' ? 'WARN' : 'FAIL';
  return check('GOLDEN_SET', result, `Run on both models on ${day}, and not passed.`);
}

const WORSE = { INSIDE: 0, WARN: 1, BREACH: 2 } as const;

/** Only warns: limits are for those who approve to weigh against the gain. */
function concentration({ assessment }: CheckFacts): Check {
  if (assessment === null) return check('CONCENTRATION', 'WARN', 'The portfolio afterwards cannot be reckoned.');
  const crossed = assessment.whatIf.limits.filter(
    ({ statusBefore, statusAfter }) => WORSE[statusAfter] > WORSE[statusBefore],
  );
  if (crossed.length === 0) return check('CONCENTRATION', 'PASS', 'No limit is crossed that was kept before.');
  const words = crossed.map(({ limit, statusAfter }) => `${limit} becomes ${statusAfter}`).join(', ');
  return check('CONCENTRATION', 'WARN', `${words}.`);
}

const rollbackPlan = ({ rollbackPlan: plan }: CheckFacts): Check =>
  plan !== null && plan.trim() !== ''
    ? check('ROLLBACK_PLAN', 'PASS', 'There is a plan.')
    : check('ROLLBACK_PLAN', 'FAIL', 'Nobody has written how to go back.');

const TEST_HOLDS_DAYS = 180;
const DAY_MS = 86_400_000;

function fallback({ fallback: named, materiality, now }: CheckFacts): Check {
  if (named === null)
    return check('FALLBACK', materiality === 'HIGH' ? 'FAIL' : 'WARN', 'The tool would have no fallback.');
  const age = named.testedAt === null ? Infinity : (Date.parse(now) - Date.parse(named.testedAt)) / DAY_MS;
  return age <= TEST_HOLDS_DAYS
    ? check('FALLBACK', 'PASS', `${named.name}, tested on ${named.testedAt?.slice(0, 10)}.`)
    : check('FALLBACK', 'WARN', `${named.name} was not tested within ${TEST_HOLDS_DAYS} days.`);
}

function footprint({ assessment }: CheckFacts): Check {
  const found = assessment?.footprint;
  if (found === undefined || found.fitsAfter === null)
    return check('FOOTPRINT', 'WARN', 'Whether it fits its pool beside what else runs there is not known.');
  if (!found.fitsAfter)
    return check('FOOTPRINT', 'FAIL', `It does not fit ${found.poolName} beside what else runs there.`);
  const needs = found.needGb === null ? '' : ` with ${Math.round(found.needGb)} GB`;
  if (assessment?.from === null) return check('FOOTPRINT', 'PASS', `It fits ${found.poolName}${needs}.`);
  return found.fitsBeside === true
    ? check('FOOTPRINT', 'PASS', `It fits ${found.poolName}${needs}, also while both models run side by side.`)
    : check(
        'FOOTPRINT',
        'WARN',
        `It fits ${found.poolName}${needs} only once the model in use is stopped: no room for SHADOW or CANARY beside it.`,
      );
}

function changeType(facts: CheckFacts): Check {
  if (facts.changeType === 'NORMAL') return check('CHANGE_TYPE', 'PASS', 'Approved by the rule of its materiality.');
  if (facts.changeType === 'EMERGENCY')
    return check('CHANGE_TYPE', 'WARN', 'One approval; reviewed by another person within five working days.');
  const against =
    facts.assessment === null ? ['It cannot be judged.'] : whyNotStandard(standardFacts(facts, facts.assessment));
  return against.length === 0
    ? check('CHANGE_TYPE', 'PASS', 'A standard change: its checks decide.')
    : check('CHANGE_TYPE', 'FAIL', against.join(' '));
}

function standardFacts({ materiality, goldenSet }: CheckFacts, assessment: SwapAssessment): StandardFacts {
  const { from, to, targetLifecycle } = assessment;
  return {
    materiality,
    fromFamily: from?.family ?? undefined,
    toFamily: to.family ?? undefined,
    fromLicenceClass: from?.licenceClass ?? undefined,
    toLicenceClass: to.licenceClass ?? undefined,
    fromNeedGb: from?.needGb ?? undefined,
    toNeedGb: to.needGb ?? undefined,
    goldenSetPassed: goldenSet?.passed ?? false,
    targetIsApproved: targetLifecycle === 'APPROVED' || targetLifecycle === 'IN_USE',
  };
}
