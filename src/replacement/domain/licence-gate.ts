import { conclude, licenceDiff, termsOf } from '../../catalogue/domain/licence.js';
import type { Enterprise as LicensedEnterprise, LicenceStanding } from '../../catalogue/domain/licence.js';
import type { Enterprise, LicenceVerdict, PolicyDocument } from '../../policy/domain/policy.js';
import type { Input } from './explanation.js';
import type { ConclusionFacts, ReleaseFacts } from './facts.js';
import { fieldInput } from './gate.js';
import type { LicenceJudgement } from './gate.js';
import { atStart, LICENCE_CLASS_WORDS, licenceWords } from './words.js';

export type LicenceJudge = (release: ReleaseFacts, inUse: ReleaseFacts) => LicenceJudgement;

/** Judges a candidate once for all tools of the model in use: they come one after the other. */
export function licenceJudge(policy: PolicyDocument): LicenceJudge {
  let last:
    { readonly release: ReleaseFacts; readonly inUse: ReleaseFacts; readonly found: LicenceJudgement } | undefined;
  return (release, inUse) => {
    if (last === undefined || last.release !== release || last.inUse !== inUse)
      last = { release, inUse, found: judgeLicence(release, policy, release === inUse ? undefined : inUse) };
    return last.found;
  };
}

/** Whether the licence allows internal commercial use: legal decides, else its terms for this enterprise, else the policy's class rule. */
export function judgeLicence(release: ReleaseFacts, policy: PolicyDocument, inUse?: ReleaseFacts): LicenceJudgement {
  const inputs = [...licenceInputs(release), ...(inUse === undefined ? [] : differences(release, inUse))];
  if (release.conclusion !== undefined) return { ...concluded(release.conclusion), inputs };
  const standing = standingOf(release, policy.enterprise);
  if (standing?.standing === 'NOT_USABLE')
    return { verdict: 'DENY', code: standing.code, sentence: standing.detail, inputs };
  const verdict = policy.licenceRules[classOf(release)];
  if (verdict !== 'DENY' && standing?.standing === 'UNDETERMINED')
    return { verdict: 'REVIEW', code: standing.code, sentence: standing.detail, inputs, decidedBy: CONCLUSION };
  return { ...byClass(release, verdict), inputs };
}

const CONCLUSION = 'licence conclusion';

const classOf = (release: ReleaseFacts): NonNullable<ReleaseFacts['licenceClass']> =>
  release.licenceClass ?? (release.licenceId === undefined ? 'UNKNOWN' : termsOf(release.licenceId).licenceClass);

type Judged = Omit<LicenceJudgement, 'inputs'>;

function concluded({ decision, conditions, at }: ConclusionFacts): Judged {
  const duties = conditions === undefined ? '' : ` Conditions: ${conditions}`;
  const day = at.slice(0, 10);
  return decision === 'ALLOW'
    ? { verdict: 'ALLOW', code: 'LICENCE_CONCLUDED', sentence: `Legal allowed it on ${day}.${duties}` }
    : { verdict: 'DENY', code: 'LICENCE_REFUSED', sentence: `Legal refused it on ${day}.${duties}` };
}

/** What the licence's own terms say to an enterprise of this size; undefined where nobody has read them but its class is known. */
function standingOf(release: ReleaseFacts, enterprise: Enterprise): LicenceStanding | undefined {
  if (release.licenceId === undefined) return undefined;
  const terms = termsOf(release.licenceId);
  return terms.licenceClass === 'UNKNOWN' ? undefined : conclude(terms, licensed(enterprise));
}

const licensed = (enterprise: Enterprise): LicensedEnterprise => ({
  monthlyActiveUsers: enterprise.monthlyActiveUsers ?? undefined,
  monthlyRevenueUsd: enterprise.monthlyRevenueUsd ?? undefined,
  establishedInEu: enterprise.establishedInEu ?? undefined,
});

const SAID: Readonly<Record<LicenceVerdict, { readonly code: string; readonly words: string }>> = {
  ALLOW: { code: 'LICENCE_ALLOWED', words: 'which the policy allows' },
  REVIEW: { code: 'LICENCE_TO_REVIEW', words: 'on which legal has yet to conclude' },
  DENY: { code: 'LICENCE_DENIED', words: 'which the policy denies' },
};

function byClass(release: ReleaseFacts, verdict: LicenceVerdict): Judged {
  const { code, words } = SAID[verdict];
  const name = release.licenceId === undefined ? 'What it is under' : atStart(licenceWords(release.licenceId));
  const sentence = `${name} is ${LICENCE_CLASS_WORDS[classOf(release)]}, ${words}.`;
  return { verdict, code, sentence, ...(verdict === 'REVIEW' ? { decidedBy: CONCLUSION } : {}) };
}

const licenceInputs = (release: ReleaseFacts): Input[] => [
  fieldInput(release, 'licenceId', release.licenceId),
  fieldInput(release, 'licenceClass', release.licenceClass),
];

/** The licence in use where it differs, and the duties that come and go with the swap. */
function differences(release: ReleaseFacts, inUse: ReleaseFacts): Input[] {
  const fields = (['licenceId', 'licenceClass', 'licenceTextHash'] as const)
    .filter((field) => release[field] !== inUse[field])
    .map((field) => ({ ...fieldInput(inUse, field, inUse[field]), name: `${field} in use` }));
  if (release.licenceId === undefined || inUse.licenceId === undefined) return fields;
  const { gained, lost } = licenceDiff(termsOf(inUse.licenceId), termsOf(release.licenceId));
  if (gained.length > 0) fields.push({ name: 'duties that come', value: gained });
  if (lost.length > 0) fields.push({ name: 'duties that go', value: lost });
  return fields;
}
