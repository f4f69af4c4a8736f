import type {
  FoundArtifact,
  FoundFact,
  FoundRelease,
  LanguageClaim,
  ReleaseFields,
} from '../../catalogue/domain/release.js';
import {
  ATTENTIONS,
  BASE_RELATIONS,
  CAPABILITIES,
  FACT_STATUSES,
  KINDS,
  MODALITIES,
  POST_TRAININGS,
  QUANTISATIONS,
} from '../../catalogue/domain/vocabulary.js';
import type { FactStatus, Quantisation } from '../../catalogue/domain/vocabulary.js';
import { collect } from './connector.js';
import type { Connector, PayloadContext, Reject } from './connector.js';
import { expectShape, HTTPS_URL, NAME, POSITIVE, readJson, shape } from './payload.js';
import { fact, optional, readDate } from './values.js';

/** Facts of which the entry's value is the release's value. */
const PLAIN = [
  'totalParamsB',
  'activeParamsB',
  'contextTokens',
  'licenceId',
  'kind',
  'postTraining',
  'inputModalities',
  'capabilities',
  'architecture',
  'base',
  'declaredSuccessor',
  'servingEngines',
] as const;

interface Entry extends Partial<Pick<ReleaseFields, (typeof PLAIN)[number]>> {
  /** Keys of the hub; `{a,b}` stands for each of the alternatives. */
  readonly releases: readonly string[];
  /** The page that says so; left out, each release's own model card. */
  readonly source?: string;
  readonly releaseDate?: string;
  /** The name of a set of languages, or their codes. */
  readonly languages?: string | readonly string[];
  readonly languagesStatus?: FactStatus;
  readonly languagesSource?: string;
  /** The precision in which the vendor publishes the weights. */
  readonly native?: Quantisation;
  readonly note?: string;
}

interface Payload {
  readonly languageSets: Readonly<Record<string, string>>;
  readonly entries: readonly unknown[];
}

const KEY = { type: 'string', maxLength: 300, pattern: '^[\\w.-]+/[\\w.{},-]+$|^[\\w.-]+/\\{[\\w.,{}-]+$' };
const RELEASE = { type: 'string', maxLength: 200, pattern: '^[\\w.-]+/[\\w.-]+$' };
const some = (values: readonly string[]): object => ({
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { enum: [...values] },
});
const COUNT = { type: 'integer', minimum: 1, maximum: 100_000 };

const payloadShape = shape<Payload>({
  type: 'object',
  required: ['languageSets', 'entries'],
  properties: {
    languageSets: { type: 'object', additionalProperties: { type: 'string', pattern: '^[a-z]{2,3}( [a-z]{2,3})*$' } },
    entries: { type: 'array', maxItems: 10_000 },
  },
});
const entryShape = shape<Entry>({
  type: 'object',
  required: ['releases'],
  additionalProperties: false,
  properties: {
    releases: { type: 'array', minItems: 1, maxItems: 100, items: KEY },
    source: HTTPS_URL,
    releaseDate: { type: 'string', maxLength: 10 },
    totalParamsB: POSITIVE,
    activeParamsB: POSITIVE,
    contextTokens: { type: 'integer', minimum: 1, maximum: 100_000_000 },
    licenceId: NAME,
    kind: { enum: [...KINDS] },
    postTraining: { enum: [...POST_TRAININGS] },
    inputModalities: some(MODALITIES),
    // None is a statement too: the card describes neither reasoning nor tools.
    capabilities: { ...some(CAPABILITIES), minItems: 0 },
    architecture: {
      type: 'object',
      additionalProperties: false,
      properties: { layers: COUNT, kvHeads: COUNT, headDim: COUNT, attention: { enum: [...ATTENTIONS] } },
    },
    base: {
      type: 'object',
      additionalProperties: false,
      required: ['key', 'relation'],
      properties: { key: RELEASE, relation: { enum: [...BASE_RELATIONS] } },
    },
    declaredSuccessor: RELEASE,
    servingEngines: { type: 'array', minItems: 1, items: NAME },
    languages: {
      anyOf: [NAME, { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[a-z]{2,3}$' } }],
    },
    languagesStatus: { enum: [...FACT_STATUSES] },
    languagesSource: HTTPS_URL,
    native: { enum: [...QUANTISATIONS] },
    note: { type: 'string', maxLength: 500 },
  },
});

/** Reads facts that people collected from vendors' model cards and announcements, each with the page that says so. */
export const vendorFacts: Connector = (bytes, context) => {
  const { languageSets, entries } = expectShape(payloadShape, readJson(bytes), 'a collection of vendor facts');
  const items = entries.map((entry, index) => [`entries/${index}`, entry] as const);
  return collect(items, (entry, position, reject) => readEntry(entry, position, reject, { ...context, languageSets }));
};

type Context = PayloadContext & Pick<Payload, 'languageSets'>;

function readEntry(
  raw: unknown,
  position: string,
  reject: Reject,
  context: Context,
): readonly FoundRelease[] | undefined {
  const result = entryShape.read(raw);
  if ('reason' in result) return void reject(position, result.reason, raw);
  const entry = result.value;
  const date = entry.releaseDate === undefined ? undefined : readDate(entry.releaseDate, context.asOf);
  if (date !== undefined && 'reason' in date) return void reject(`${position}/releaseDate`, date.reason, raw);
  const languages = claims(entry, context);
  if (entry.languages !== undefined && languages === undefined)
    return void reject(`${position}/languages`, `there is no set of languages named '${String(entry.languages)}'`, raw);
  return entry.releases.flatMap(expandBraces).map((key) => {
    const source = entry.source ?? `https://huggingface.co/${key}`;
    return {
      hubId: key,
      name: key,
      position: `entries/${key}`,
      facts: [
        fact('weightsUrl', `https://huggingface.co/${key}`),
        ...PLAIN.flatMap((field): FoundFact[] => optional(field, entry[field], 'CLAIMED', source)),
        ...(date === undefined ? [] : [fact('releaseDate', date.date, 'CLAIMED', source)]),
        ...optional('languages', languages, entry.languagesStatus ?? 'CLAIMED', entry.languagesSource ?? source),
      ],
      artifacts: native(key, entry.native),
      benchmarks: [],
    };
  });
}

function claims({ languages }: Entry, { languageSets }: Context): readonly LanguageClaim[] | undefined {
  const codes = typeof languages === 'string' ? languageSets[languages]?.split(' ') : languages;
  return codes?.map((code) => ({ code, evidence: 'CLAIMED' }));
}

const native = (key: string, quantisation: Quantisation | undefined): readonly FoundArtifact[] =>
  quantisation === undefined ? [] : [{ hubId: key, quantisation }];

/** `gemma-3-{4b,12b}-it` → both names; several groups multiply. */
export function expandBraces(text: string): readonly string[] {
  const [whole, head = '', alternatives = '', tail = ''] = /^([^{]*)\{([^{}]*)\}(.*)$/.exec(text) ?? [];
  return whole === undefined
    ? [text]
    : alternatives.split(',').flatMap((alternative) => expandBraces(`${head}${alternative}${tail}`));
}
