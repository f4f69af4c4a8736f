import type { Thresholds } from '../../policy/domain/policy.js';
import { daysBetween } from './age.js';
import type { GateResult, Input, ReasonResult } from './explanation.js';
import type { ModelFacts, ReleaseFacts } from './facts.js';
import { fieldInput } from './gate.js';
import type { GateName, ModelReason } from './vocabulary.js';

/** Only these gates, failed by the model in use itself, break the policy; failing others is a data warning on the tool. */
export const VIOLATION_GATES: readonly GateName[] = ['LICENCE', 'HOSTING', 'ORIGIN'];

/** Days until the vendor's own end of support; undefined where none is stated, a third host's date being none. */
export function supportEndsInDays(release: ReleaseFacts, now: string): number | undefined {
  const end = release.supportEnd;
  if (end === undefined || end.statedBy === 'THIRD_HOST') return undefined;
  return daysBetween(now, end.date);
}

/** Support ends within the policy's days, or has ended. */
export function endOfSupport(
  release: ReleaseFacts,
  now: string,
  thresholds: Thresholds,
): ReasonResult<ModelReason> | undefined {
  const days = supportEndsInDays(release, now);
  const end = release.supportEnd;
  if (days === undefined || end === undefined || days > thresholds.supportEndDays) return undefined;
  const day = end.date.slice(0, 10);
  const { name } = release.vendor;
  const happens =
    end.statedBy === 'VENDOR'
      ? `${name} ${days < 0 ? 'ended' : 'ends'} its support on ${day}`
      : `${name} ${days < 0 ? 'stopped' : 'stops'} serving it on ${day}`;
  return {
    reason: 'END_OF_SUPPORT',
    sentence: `${happens}; weights held in-house keep running.`,
    inputs: [{ name: 'end of support', value: end.date, source: end.source }],
  };
}

/** The terms differ from those under which the model was registered: another text, else another class or identifier. */
export function licenceChange(model: ModelFacts, release: ReleaseFacts): ReasonResult<ModelReason> | undefined {
  const accepted = model.acceptedLicence;
  if (accepted === undefined) return undefined;
  const changed = LICENCE_FIELDS.find(
    (field) => accepted[field] !== undefined && release[field] !== undefined && accepted[field] !== release[field],
  );
  if (changed === undefined) return undefined;
  const inputs: Input[] = LICENCE_FIELDS.flatMap((field) => [
    { name: `${field} when registered`, value: accepted[field] ?? null },
    fieldInput(release, field, release[field]),
  ]);
  const from = accepted.licenceId ?? 'another licence';
  const sentence = `Registered under ${from}, now ${release.licenceId ?? 'unknown'}: the terms differ.`;
  return { reason: 'LICENCE_CHANGE', sentence, inputs };
}

const LICENCE_FIELDS = ['licenceTextHash', 'licenceClass', 'licenceId'] as const;

/** The model in use itself fails LICENCE, HOSTING or ORIGIN for this tool. */
export function policyViolation(gates: readonly GateResult[]): ReasonResult<ModelReason> | undefined {
  const broken = gates.filter(({ gate, answer }) => answer === 'FAIL' && VIOLATION_GATES.includes(gate));
  if (broken.length === 0) return undefined;
  return {
    reason: 'POLICY_VIOLATION',
    sentence: broken.map(({ sentence }) => sentence).join(' '),
    inputs: broken.flatMap(({ inputs }) => inputs),
  };
}
