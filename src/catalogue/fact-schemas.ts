import { Ajv } from 'ajv';
import type { SchemaObject } from 'ajv';
import { DomainError, type FieldError } from '../kernel/domain-error.js';
import { schemaErrors } from '../kernel/schema-errors.js';
import { lazily } from '../kernel/lazily.js';
import type { FactField, ReleaseFields } from './domain/release.js';
import {
  ATTENTIONS,
  BASE_RELATIONS,
  CAPABILITIES,
  DATE_PRECISIONS,
  FUNCTIONS,
  KINDS,
  LANGUAGE_EVIDENCE,
  LICENCE_CLASSES,
  MODALITIES,
  POST_TRAININGS,
  RELEASE_STATUSES,
} from './domain/vocabulary.js';

const text = (maxLength: number): SchemaObject => ({
  type: 'string',
  minLength: 1,
  maxLength,
  pattern: '^[^\\u0000-\\u001f\\u007f]+$',
});
const choice = (values: readonly string[]): SchemaObject => ({ type: 'string', enum: values });
const choices = (values: readonly string[]): SchemaObject => ({
  type: 'array',
  uniqueItems: true,
  maxItems: values.length,
  items: choice(values),
});
const closed = (properties: Record<string, SchemaObject>, required: readonly string[] = []): SchemaObject => ({
  type: 'object',
  additionalProperties: false,
  required: [...required],
  properties,
});
const count: SchemaObject = { type: 'integer', minimum: 0, maximum: 1e15 };
const small: SchemaObject = { type: 'integer', minimum: 1, maximum: 100_000 };
const day: SchemaObject = { type: 'string', format: 'day' };
const params: SchemaObject = { type: 'number', exclusiveMinimum: 0, maximum: 1e6 };
const price: SchemaObject = { type: 'number', minimum: 0, maximum: 1e6 };

/** Key of a release as it is shown: `organisation/name`. */
export const RELEASE_KEY = /^[\w.-]{1,96}\/[\w.+-]{1,120}$/;

/** A day of the calendar. */
const isDay = (text: string): boolean =>
  /^(19|20)\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
export const FORMATS = { day: isDay };

/** What a value of each field looks like; for corrections by people and for the bundled catalogue. */
export const FACT_SCHEMAS: Readonly<Record<FactField, SchemaObject>> = {
  displayName: text(200),
  kind: choice(KINDS),
  family: text(80),
  generation: { type: 'array', minItems: 1, maxItems: 6, items: { type: 'integer', minimum: 0, maximum: 9999 } },
  function: choice(FUNCTIONS),
  tier: text(80),
  postTraining: choice(POST_TRAININGS),
  releaseDate: closed({ date: day, precision: choice(DATE_PRECISIONS) }, ['date', 'precision']),
  status: choice(RELEASE_STATUSES),
  deprecationDate: day,
  retirementDate: day,
  totalParamsB: params,
  activeParamsB: params,
  contextTokens: { type: 'integer', minimum: 1, maximum: 1e9 },
  inputModalities: choices(MODALITIES),
  outputModalities: choices(MODALITIES),
  capabilities: choices(CAPABILITIES),
  languages: {
    type: 'array',
    maxItems: 300,
    items: closed(
      {
        code: { type: 'string', pattern: '^[a-z]{2,3}$' },
        evidence: choice(LANGUAGE_EVIDENCE),
        score: { type: 'number', minimum: 0, maximum: 100 },
      },
      ['code', 'evidence'],
    ),
  },
  licenceId: text(120),
  licenceClass: choice(LICENCE_CLASSES),
  licenceTextHash: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  weightsUrl: { type: 'string', maxLength: 500, pattern: '^https://[^\\s<>"]+$' },
  base: closed({ key: { type: 'string', pattern: RELEASE_KEY.source }, relation: choice(BASE_RELATIONS) }, [
    'key',
    'relation',
  ]),
  declaredSuccessor: { type: 'string', pattern: RELEASE_KEY.source },
  architecture: closed({
    ...{ layers: small, kvHeads: small, headDim: small, attention: choice(ATTENTIONS) },
    dense: { type: 'boolean' },
  }),
  pricePerMTokens: closed({ input: price, output: price, hosts: count }, ['input', 'output', 'hosts']),
  adoption: closed({ downloads30d: count, likes: count, pulls: count, derivatives: count, snapshot: text(60) }),
  servingEngines: { type: 'array', uniqueItems: true, maxItems: 40, items: text(60) },
};
export const FACT_FIELDS = Object.keys(FACT_SCHEMAS).filter(isFactField);

export function isFactField(name: string): name is FactField {
  return Object.hasOwn(FACT_SCHEMAS, name);
}

const validator = lazily(() =>
  new Ajv({ allErrors: true, strict: true, formats: FORMATS }).compile<Partial<ReleaseFields>>(
    closed({ ...FACT_SCHEMAS }),
  ),
);

/** Returns why the value is none of its field, or undefined where it is one. */
export function factProblem(field: FactField, value: unknown): string | undefined {
  const fields = validator();
  if (fields({ [field]: value })) return undefined;
  const [first] = fields.errors ?? [];
  return `${field} ${first?.instancePath.slice(field.length + 1) ?? ''} ${first?.message ?? 'is not acceptable'}`.replace(
    '  ',
    ' ',
  );
}

/** Returns the values as fields of a release; throws DomainError 'invalid' that names each wrong one below `pointer`. */
export function readFields(values: object, pointer: string): Partial<ReleaseFields> {
  const fields = validator();
  const given: unknown = values;
  if (fields(given)) return given;
  throw refusal(schemaErrors(fields.errors, pointer));
}

/** The value of one field; a wrong one is named as `/value`. Throws 'validation-failed'. */
export function readField(field: FactField, value: unknown): Partial<ReleaseFields> {
  const fields = validator();
  const given: unknown = { [field]: value };
  if (fields(given)) return given;
  const errors = schemaErrors(fields.errors, '');
  throw refusal(errors.map((error) => ({ ...error, pointer: `/value${error.pointer.slice(field.length + 1)}` })));
}

function refusal(errors: readonly FieldError[]): DomainError {
  const names = [...new Set(errors.map(({ pointer }) => pointer))].join(', ');
  return new DomainError('invalid', 'validation-failed', `Not acceptable: ${names}.`, errors);
}
