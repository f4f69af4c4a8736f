import { LICENCE_CLASSES, TASKS } from '../../catalogue/domain/vocabulary.js';
import { MATERIALITIES } from '../../portfolio/domain/vocabulary.js';
import { CONCENTRATION_LIMITS, DEFAULT_THRESHOLDS, LICENCE_VERDICTS, SCORE_TERMS } from './policy.js';

type Schema = Readonly<Record<string, unknown>>;

/** A closed object with every property required, so that a wrong name is named and not ignored. */
const closed = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const record = (keys: readonly string[], value: Schema): Schema =>
  closed(Object.fromEntries(keys.map((key) => [key, value])));

const number = (minimum: number, maximum: number): Schema => ({ type: 'number', minimum, maximum });
const integer = (minimum: number, maximum: number): Schema => ({ type: 'integer', minimum, maximum });
const nullable = (schema: Schema): Schema => ({ ...schema, type: [schema['type'], 'null'] });
const text: Schema = { type: 'string', minLength: 1, maxLength: 100 };
const list = (items: Schema): Schema => ({ type: 'array', items, maxItems: 200, uniqueItems: true });

const profile = closed({
  proxy: { type: 'boolean' },
  benchmarks: {
    type: 'array',
    minItems: 1,
    maxItems: 20,
    items: closed(
      {
        benchmark: text,
        weight: { type: 'number', exclusiveMinimum: 0, maximum: 100 },
        scale: { type: 'number', exclusiveMinimum: 0, maximum: 10_000 },
        noise: number(0, 10_000),
        bestOfModes: { type: 'boolean' },
        condition: closed({ benchmark: text, atLeast: number(-10_000, 10_000) }),
      },
      ['bestOfModes', 'condition'],
    ),
  },
});

const limit = closed({ warn: nullable(number(0, 1)), breach: nullable(number(0, 1)) });
const effectiveNumber = closed({ warn: nullable(number(1, 1_000)), breach: nullable(number(1, 1_000)) });

/** JSON Schema of the policy document: names may be left out (defaults apply), unknown names are refused. */
export const POLICY_SCHEMA: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    minimumReleaseAgeDays: integer(0, 365),
    deniedVendors: list(text),
    deniedCountries: list({ type: 'string', pattern: '^[A-Z]{2}$' }),
    licenceRules: record(LICENCE_CLASSES, { type: 'string', enum: LICENCE_VERDICTS }),
    enterprise: closed({
      monthlyActiveUsers: nullable(number(0, 1e11)),
      monthlyRevenueUsd: nullable(number(0, 1e13)),
      establishedInEu: { type: ['boolean', 'null'] },
    }),
    servingEngines: list(text),
    adoptionFloor: nullable(integer(0, 1_000_000_000)),
    maxOpenFlagsPerModel: integer(1, 50),
    scoreWeights: record(SCORE_TERMS, number(0, 100)),
    thresholds: record(Object.keys(DEFAULT_THRESHOLDS), number(-1_000, 100_000)),
    profiles: closed(Object.fromEntries(TASKS.map((task) => [task, profile])), TASKS),
    concentrationLimits: closed(
      Object.fromEntries(
        CONCENTRATION_LIMITS.map((name) => [name, name === 'vendorEffectiveNumber' ? effectiveNumber : limit]),
      ),
    ),
    approvals: record(MATERIALITIES, closed({ approvals: integer(1, 10), validator: { type: 'boolean' } })),
    approvalExpiryDays: integer(1, 365),
    portfolioSizeTarget: integer(1, 10_000),
  },
};
