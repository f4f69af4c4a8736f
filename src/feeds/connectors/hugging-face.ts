import type { BaseReference, FoundFact, FoundRelease, LanguageClaim } from '../../catalogue/domain/release.js';
import type { BaseRelation, Kind, Modality } from '../../catalogue/domain/vocabulary.js';
import { collect } from './connector.js';
import type { Connector, PayloadContext, Reject } from './connector.js';
import { expectShape, NAME, NOT_NEGATIVE, readJson, shape } from './payload.js';
import { fact, optional, readDate } from './values.js';

type Strings = string | readonly string[] | null;

interface Repository {
  readonly id: string;
  readonly createdAt?: string;
  readonly private?: boolean;
  readonly downloads?: number;
  readonly likes?: number;
  readonly pipeline_tag?: string;
  readonly cardData?: {
    readonly license?: Strings;
    readonly license_name?: string | null;
    readonly language?: Strings;
    readonly base_model?: Strings;
    readonly base_model_relation?: string | null;
    readonly new_version?: string | null;
  } | null;
  readonly safetensors?: { readonly parameters?: Readonly<Record<string, number>>; readonly total?: number } | null;
}

const STRINGS = {
  anyOf: [
    { type: 'string', maxLength: 300 },
    { type: 'null' },
    { type: 'array', maxItems: 300, items: { type: 'string', maxLength: 300 } },
  ],
};
const MAYBE_TEXT = { type: ['string', 'null'], maxLength: 300 };
const payloadShape = shape<readonly unknown[]>({ type: 'array', maxItems: 100_000 });
const repositoryShape = shape<Repository>({
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string', pattern: '^[\\w.-]{1,96}/[\\w.-]{1,120}$' },
    createdAt: { type: 'string', maxLength: 40 },
    private: { type: 'boolean' },
    downloads: NOT_NEGATIVE,
    likes: NOT_NEGATIVE,
    pipeline_tag: NAME,
    cardData: {
      anyOf: [
        { type: 'null' },
        {
          type: 'object',
          properties: {
            license: STRINGS,
            license_name: MAYBE_TEXT,
            language: STRINGS,
            base_model: STRINGS,
            base_model_relation: MAYBE_TEXT,
            new_version: MAYBE_TEXT,
          },
        },
      ],
    },
    safetensors: {
      anyOf: [
        { type: 'null' },
        {
          type: 'object',
          properties: {
            total: NOT_NEGATIVE,
            parameters: { type: 'object', maxProperties: 30, additionalProperties: NOT_NEGATIVE },
          },
        },
      ],
    },
  },
});

/** What a repository is for, as the hub files it; one that is filed under nothing here is no model that we follow. */
const PIPELINES: Readonly<Record<string, { readonly kind?: Kind; readonly inputs?: readonly Modality[] }>> = {
  'text-generation': { inputs: ['TEXT'] },
  'text2text-generation': { inputs: ['TEXT'] },
  'image-text-to-text': { inputs: ['TEXT', 'IMAGE'] },
  'audio-text-to-text': { inputs: ['TEXT', 'AUDIO'] },
  'video-text-to-text': { inputs: ['TEXT', 'VIDEO'] },
  'any-to-any': {},
  'feature-extraction': { kind: 'EMBEDDING' },
  'sentence-similarity': { kind: 'EMBEDDING' },
  'text-ranking': { kind: 'RERANK' },
  translation: { kind: 'TRANSLATION' },
  'automatic-speech-recognition': { kind: 'SPEECH' },
  'text-to-speech': { kind: 'SPEECH' },
  'text-to-image': { kind: 'IMAGE' },
};
const RELATIONS: Readonly<Record<string, BaseRelation>> = {
  finetune: 'FINETUNE',
  quantized: 'QUANTIZED',
  merge: 'MERGE',
};
/** Stored values of these types are one parameter each; integers hold several. */
const WHOLE_TYPES = /^(BF16|F16|F32|F64|F8_E4M3|F8_E5M2)$/;
const KEY = /^[\w.-]{1,96}\/[\w.-]{1,120}$/;
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Reads listings of the Hugging Face Hub (`/api/models`), joined to one list: the vendors' own repositories. */
export const huggingFace: Connector = (bytes, context) => {
  const rows = expectShape(payloadShape, readJson(bytes), 'a hub listing');
  const items = rows.map((row, index) => [`${index}`, row] as const);
  return collect(items, (row, position, reject) => readRepository(row, position, reject, context));
};

function readRepository(
  raw: unknown,
  position: string,
  reject: Reject,
  context: PayloadContext,
): FoundRelease | undefined {
  const result = repositoryShape.read(raw);
  if ('reason' in result) return void reject(position, result.reason, raw);
  const repository = result.value;
  const purpose = PIPELINES[repository.pipeline_tag ?? ''];
  if (repository.private === true) return undefined;
  return {
    hubId: repository.id,
    name: repository.id,
    position: repository.id,
    // A repository that is filed nowhere may be a draft or a part: it adds to a release, it does not make one.
    ...(purpose === undefined ? { mentionOnly: true } : {}),
    facts: [
      ...optional('kind', purpose?.kind),
      ...optional('inputModalities', purpose?.inputs),
      fact('weightsUrl', `https://huggingface.co/${repository.id}`),
      ...created(repository, reject, context),
      ...fromCard(repository),
      ...parameters(repository),
      ...adoption(repository, context),
    ],
    artifacts: [],
    benchmarks: [],
  };
}

function created({ id, createdAt }: Repository, reject: Reject, { asOf }: PayloadContext): FoundFact[] {
  if (createdAt === undefined) return [];
  const date = readDate(createdAt.slice(0, 10), asOf);
  if ('date' in date) return [fact('releaseDate', date.date)];
  reject(`${id}/createdAt`, date.reason, { id, createdAt });
  return [];
}

function fromCard({ cardData }: Repository): FoundFact[] {
  const licence = strings(cardData?.license)[0];
  const named = licence === 'other' ? (cardData?.license_name ?? undefined) : licence;
  const successor = cardData?.new_version ?? undefined;
  return [
    ...optional('licenceId', named === undefined || named === '' ? undefined : named.toLowerCase().slice(0, 120)),
    ...optional('languages', languages(strings(cardData?.language))),
    ...optional('base', base(cardData)),
    ...(successor !== undefined && KEY.test(successor) ? [fact('declaredSuccessor', successor)] : []),
  ];
}

const strings = (value: Strings | undefined): readonly string[] => [value ?? []].flat();

function languages(codes: readonly string[]): readonly LanguageClaim[] | undefined {
  const known = codes.filter((code) => /^[a-z]{2,3}$/.test(code) && languageNames.of(code) !== undefined);
  return known.length === 0 ? undefined : [...new Set(known)].map((code) => ({ code, evidence: 'CLAIMED' }));
}

function base(card: Repository['cardData']): BaseReference | undefined {
  const [key] = strings(card?.base_model);
  const relation = RELATIONS[card?.base_model_relation ?? 'finetune'];
  return key !== undefined && KEY.test(key) && relation !== undefined ? { key, relation } : undefined;
}

function parameters({ safetensors }: Repository): FoundFact[] {
  const types = Object.keys(safetensors?.parameters ?? {});
  const total = safetensors?.total ?? 0;
  if (total <= 0 || types.length === 0 || !types.every((type) => WHOLE_TYPES.test(type))) return [];
  return [fact('totalParamsB', Number((total / 1e9).toPrecision(6)), 'DERIVED')];
}

function adoption({ downloads, likes }: Repository, { asOf }: PayloadContext): FoundFact[] {
  if (!downloads && !likes) return [];
  const value = { ...(downloads ? { downloads30d: downloads } : {}), ...(likes ? { likes } : {}), snapshot: asOf };
  return [fact('adoption', value)];
}
