import { Ajv } from 'ajv';
import { DomainError } from '../kernel/domain-error.js';
import type { FieldError } from '../kernel/domain-error.js';
import { lazily } from '../kernel/lazily.js';
import { schemaErrors } from '../kernel/schema-errors.js';
import { DEFAULT_POLICY } from './domain/policy.js';
import type { PolicyDocument } from './domain/policy.js';
import { POLICY_SCHEMA } from './domain/policy-schema.js';

const validator = lazily(() =>
  new Ajv({ allErrors: true, allowUnionTypes: true }).compile<Partial<PolicyDocument>>(POLICY_SCHEMA),
);

/** The whole document; fields it leaves out take their defaults. Throws `invalid-policy`, one error per wrong field. */
export function parsePolicy(input: unknown): PolicyDocument {
  const validate = validator();
  if (!validate(input)) throw invalidPolicy(schemaErrors(validate.errors));
  const policy = { ...DEFAULT_POLICY, ...input };
  const errors = contradictions(policy);
  if (errors.length > 0) throw invalidPolicy(errors);
  return policy;
}

const invalidPolicy = (errors: readonly FieldError[]): DomainError =>
  new DomainError('invalid', 'invalid-policy', `The policy has ${errors.length} wrong field(s).`, errors);

/** What the schema cannot say: limits that contradict each other, weights that weigh nothing. */
function contradictions(policy: PolicyDocument): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (pointer: string, detail: string): void => {
    errors.push({ pointer, code: 'contradiction', detail });
  };
  const { vendorEffectiveNumber, ...shares } = policy.concentrationLimits;
  for (const [name, { warn, breach }] of Object.entries(shares))
    if (warn !== null && breach !== null && warn > breach)
      refuse(`/concentrationLimits/${name}/warn`, 'must not be above the breach limit');
  const { warn, breach } = vendorEffectiveNumber;
  if (warn !== null && breach !== null && warn < breach)
    refuse('/concentrationLimits/vendorEffectiveNumber/warn', 'must not be below the breach limit');
  if (Object.values(policy.scoreWeights).every((weight) => weight === 0))
    refuse('/scoreWeights', 'at least one term must weigh something');
  const { sizeRatioMin, sizeRatioMax, supportEndDays, supportEndWarnDays } = policy.thresholds;
  if (sizeRatioMin > sizeRatioMax) refuse('/thresholds/sizeRatioMin', 'must not be above sizeRatioMax');
  if (supportEndWarnDays > supportEndDays) refuse('/thresholds/supportEndWarnDays', 'must not be above supportEndDays');
  return errors;
}
