import { Ajv } from 'ajv';
import type { SchemaObject } from 'ajv';
import { DomainError } from '../kernel/domain-error.js';
import { lazily } from '../kernel/lazily.js';
import { BUNDLE_VERSION, type Bundle } from './bundle.js';
import { FACT_STATUSES, QUANTISATIONS } from './domain/vocabulary.js';
import { FACT_SCHEMAS, FORMATS, RELEASE_KEY } from './fact-schemas.js';

const object = (properties: Record<string, SchemaObject>, optional: readonly string[] = []): SchemaObject => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});
const list = (items: SchemaObject): SchemaObject => ({ type: 'array', items });
const text = (maxLength: number): SchemaObject => ({ type: 'string', minLength: 1, maxLength });
const maybeEmpty: SchemaObject = { type: 'string', maxLength: 1000 };
const moment: SchemaObject = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?Z)?$',
};
const number: SchemaObject = { type: 'number' };
const yes: SchemaObject = { const: true };

const statement = object(
  {
    source: text(120),
    ref: maybeEmpty,
    at: moment,
    status: { type: 'string', enum: [...FACT_STATUSES] },
    reason: text(1000),
    values: object({ ...FACT_SCHEMAS }, Object.keys(FACT_SCHEMAS)),
  },
  ['status', 'reason'],
);
const artifact = object(
  {
    hubId: text(300),
    quantisation: { type: 'string', enum: [...QUANTISATIONS] },
    sizeBytes: { type: 'integer', minimum: 1 },
    source: text(120),
    at: moment,
  },
  ['sizeBytes'],
);
const benchmark = object(
  {
    benchmark: text(200),
    benchmarkVersion: maybeEmpty,
    metric: maybeEmpty,
    harness: maybeEmpty,
    mode: maybeEmpty,
    score: number,
    higherIsBetter: { type: 'boolean' },
    measuredOn: { type: 'string', format: 'day' },
    source: text(120),
    ref: maybeEmpty,
    at: moment,
  },
  ['measuredOn'],
);
const name = object(
  {
    name: text(300),
    hubId: text(300),
    vendorHint: text(300),
    mentionOnly: yes,
    vendorNamed: yes,
    since: moment,
    facts: list(statement),
    artifacts: list(artifact),
    benchmarks: list(benchmark),
  },
  ['hubId', 'vendorHint', 'mentionOnly', 'vendorNamed', 'artifacts', 'benchmarks'],
);
const vendor = object(
  {
    slug: text(63),
    name: text(120),
    country: { type: 'string', pattern: '^[A-Z]{2}$' },
    parentVendor: text(63),
    hubOrganisations: list(text(96)),
  },
  ['parentVendor'],
);

export const BUNDLE_SCHEMA: SchemaObject = object({
  schemaVersion: { const: BUNDLE_VERSION },
  asOf: moment,
  vendors: list(vendor),
  releases: list(object({ key: { type: 'string', pattern: RELEASE_KEY.source }, names: list(name) })),
  openNames: list(name),
});

const validator = lazily(() => new Ajv({ strict: true, formats: FORMATS }).compile<Bundle>(BUNDLE_SCHEMA));

/** Returns the file as a catalogue; throws DomainError 'unprocessable' that says what is wrong and where. */
export function readBundle(bytes: Uint8Array): Bundle {
  const parsed: unknown = parse(bytes);
  const validate = validator();
  if (validate(parsed)) return parsed;
  const [first] = validate.errors ?? [];
  throw unusable(`${first?.instancePath || '/'} ${first?.message ?? 'does not fit'}`);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw unusable(error instanceof Error ? error.message : 'it is not JSON');
  }
}

const unusable = (why: string): DomainError =>
  new DomainError('unprocessable', 'bundle-unusable', `The catalogue file cannot be used: ${why}.`);
