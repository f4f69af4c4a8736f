import type { LicenceVerdict, PolicyDocument } from '../../policy/domain/policy.js';
import type { Input } from './explanation.js';
import type { ReleaseFacts } from './facts.js';
import { fieldInput } from './gate.js';
import type { LicenceJudgement } from './gate.js';

const CODE: Readonly<Record<LicenceVerdict, string>> = {
  ALLOW: 'LICENCE_ALLOWED',
  REVIEW: 'LICENCE_TO_REVIEW',
  DENY: 'LICENCE_DENIED',
};

/** Whether the licence allows internal commercial use: a conclusion of legal decides, else the policy's rule for its class. */
export function judgeLicence(release: ReleaseFacts, policy: PolicyDocument, inUse?: ReleaseFacts): LicenceJudgement {
  const inputs = [...licenceInputs(release), ...licenceDiff(release, inUse)];
  const { conclusion } = release;
  if (conclusion !== undefined) {
    const verdict = conclusion.decision;
    const conditions = conclusion.conditions === undefined ? '' : ` Conditions: ${conclusion.conditions}.`;
    const said = verdict === 'ALLOW' ? 'allows' : 'denies';
    const sentence = `Legal ${said} it, concluded on ${conclusion.at.slice(0, 10)}.${conditions}`;
    return { verdict, code: verdict === 'ALLOW' ? 'LICENCE_CONCLUDED' : 'LICENCE_REFUSED', sentence, inputs };
  }
  const licenceClass = release.licenceClass ?? 'UNKNOWN';
  const verdict = policy.licenceRules[licenceClass];
  const name = release.licenceId ?? 'Its licence';
  const said = { ALLOW: 'the policy allows', REVIEW: 'legal must conclude on', DENY: 'the policy denies' }[verdict];
  return {
    verdict,
    code: CODE[verdict],
    sentence: `${name} is ${licenceClass}, which ${said}.`,
    inputs,
    ...(verdict === 'REVIEW' ? { decidedBy: 'licence conclusion' } : {}),
  };
}

const licenceInputs = (release: ReleaseFacts): Input[] => [
  fieldInput(release, 'licenceId', release.licenceId),
  fieldInput(release, 'licenceClass', release.licenceClass),
];

/** Every difference against the release in use, old value first. */
function licenceDiff(release: ReleaseFacts, inUse: ReleaseFacts | undefined): Input[] {
  if (inUse === undefined) return [];
  return (['licenceId', 'licenceClass', 'licenceTextHash'] as const)
    .filter((field) => release[field] !== inUse[field])
    .map((field) => ({ ...fieldInput(inUse, field, inUse[field]), name: `${field} in use` }));
}
