import type { SchemaObject } from 'ajv';
import { CAPABILITIES, MODALITIES, QUANTISATIONS, TASKS } from '../catalogue/domain/vocabulary.js';
import { ROLES } from '../kernel/actor.js';
import {
  COUPLING_INTERFACES,
  DATA_CLASSES,
  HOSTINGS,
  MATERIALITIES,
  MATERIALITY_FACTORS,
  SWITCHING_EFFORTS,
  VALIDATION_STATUSES,
} from './domain/vocabulary.js';

type Fields = Readonly<Record<string, SchemaObject>>;

const TEXT = { type: 'string', minLength: 1, maxLength: 2_000 };
const DAY = { type: 'string', format: 'date' };
const TIME = { type: 'string', format: 'date-time' };
const YES_OR_NO = { type: 'boolean' };
const AMOUNT = { type: 'number', minimum: 0 };
const WHOLE = { type: 'integer', minimum: 0 };
const oneOf = (words: readonly string[]): SchemaObject => ({ type: 'string', enum: words });
const listOf = (items: SchemaObject): SchemaObject => ({ type: 'array', items });
const record = (required: Fields, optional: Fields = {}): SchemaObject => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
});
const each = (names: readonly string[], schema: SchemaObject): Fields =>
  Object.fromEntries(names.map((name) => [name, schema]));

const PERSON = record({
  account: TEXT,
  displayName: TEXT,
  email: TEXT,
  teams: listOf(TEXT),
  roles: listOf(oneOf(ROLES)),
});

const POOL = record({
  ...{ name: TEXT, gpuType: TEXT, location: TEXT, hosting: oneOf(HOSTINGS) },
  ...{ gpuCount: { type: 'integer', minimum: 1 }, memoryGbPerGpu: { type: 'number', exclusiveMinimum: 0 } },
});

const MODEL = record(
  {
    ...{ name: TEXT, release: TEXT, ownerTeam: TEXT, steward: TEXT, gpuPool: TEXT, endpointUrl: TEXT },
    ...{ quantisation: oneOf(QUANTISATIONS), hosting: oneOf(HOSTINGS), maxDataClass: oneOf(DATA_CLASSES) },
    ...{ approvedScope: TEXT, jurisdictions: listOf(TEXT) },
    ...{ registeredAt: TIME, registeredBy: TEXT, approvedBy: TEXT, approvedAt: TIME },
    validation: record(
      { status: oneOf(VALIDATION_STATUSES) },
      { validatedAt: DAY, validator: TEXT, nextReviewDue: DAY },
    ),
  },
  {
    ...{ weightsDigest: TEXT, mirrorLocation: TEXT, concludedLicence: TEXT },
    waivers: listOf(record({ reason: TEXT, expiresAt: DAY })),
  },
);

const SERVING = record({ model: TEXT, since: TIME }, { testedAt: TIME });

const TOOL = record(
  {
    ...{ name: TEXT, owner: TEXT, ownerTeam: TEXT, businessUnit: TEXT, registeredAt: TIME },
    ...{ task: oneOf(TASKS), dataClass: oneOf(DATA_CLASSES), primary: SERVING },
    materiality: record(each(MATERIALITY_FACTORS, oneOf(MATERIALITIES))),
    coupling: record(
      {
        interface: oneOf(COUPLING_INTERFACES),
        ...each(['fineTuned', 'embeddingsIndexed', 'promptsVersioned'], YES_OR_NO),
      },
      { rollbackRehearsedOn: DAY },
    ),
  },
  {
    ...{ description: TEXT, ownerConfirmedAt: TIME, fallbacks: listOf(SERVING) },
    requirements: record(
      {},
      {
        ...{ minContextTokens: WHOLE, languages: listOf(TEXT) },
        ...{ capabilities: listOf(oneOf(CAPABILITIES)), inputModalities: listOf(oneOf(MODALITIES)) },
      },
    ),
    goldenSet: record({ exists: YES_OR_NO }, { lastRunAt: DAY }),
    usage: record({}, each(['requestsPerMonth', 'tokensPerMonth', 'concurrentTokens'], WHOLE)),
    switchingEffort: record({}, each(SWITCHING_EFFORTS, AMOUNT)),
  },
);

/** A portfolio as a file: people, pools and models are named by those who use them. */
export const PORTFOLIO_FILE_SCHEMA = record(
  { people: listOf(PERSON), gpuPools: listOf(POOL), models: listOf(MODEL), tools: listOf(TOOL) },
  { about: TEXT },
);
