import type { Adoption, Architecture, FoundFact } from '../../catalogue/domain/release.js';
import { ATTENTIONS, CAPABILITIES, KINDS, MODALITIES, POST_TRAININGS } from '../../catalogue/domain/vocabulary.js';
import type { PayloadContext } from './connector.js';
import { fact, readDate } from './values.js';

/** What a column of a list may be mapped to; sizes in billions, `params` as a plain count, lists apart by blanks, commas or bars. */
export const MAPPED_FIELDS = [
  'displayName',
  'kind',
  'postTraining',
  'releaseDate',
  'totalParamsB',
  'params',
  'activeParamsB',
  'contextTokens',
  'licenceId',
  'licenceTextHash',
  'weightsUrl',
  'inputModalities',
  'capabilities',
  'languages',
  'servingEngines',
  'downloads30d',
  'likes',
  'pulls',
  'layers',
  'kvHeads',
  'headDim',
  'attention',
  'dense',
] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

export interface ReadFacts {
  readonly facts: readonly FoundFact[];
  readonly refused: readonly { readonly field: MappedField; readonly reason: string }[];
}

class Refusal extends Error {}

/** Turns the mapped values of one item into facts; a value that does not fit its field is refused alone. */
export function readFact(values: ReadonlyMap<MappedField, unknown>, context: PayloadContext): ReadFacts {
  const facts: FoundFact[] = [];
  const refused: { field: MappedField; reason: string }[] = [];
  const take = <T>(field: MappedField, read: (value: unknown) => T): T | undefined => {
    if (!values.has(field)) return undefined;
    try {
      return read(values.get(field));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ field, reason: error.message });
      return undefined;
    }
  };
  for (const [field, read] of Object.entries(SIMPLE) as [keyof typeof SIMPLE, (typeof SIMPLE)[keyof typeof SIMPLE]][]) {
    const found = take(field, (value) => read(value, context));
    if (found !== undefined) facts.push(found);
  }
  const adoption: Adoption = defined({
    downloads30d: take('downloads30d', countOrNone),
    likes: take('likes', countOrNone),
    pulls: take('pulls', countOrNone),
  });
  if (Object.keys(adoption).length > 0) facts.push(fact('adoption', { ...adoption, snapshot: context.asOf }));
  const architecture: Architecture = defined({
    layers: take('layers', positive),
    kvHeads: take('kvHeads', positive),
    headDim: take('headDim', positive),
    attention: take('attention', attention),
    dense: take('dense', yesOrNo),
  });
  if (Object.keys(architecture).length > 0) facts.push(fact('architecture', architecture));
  return { facts, refused };
}

type Simple = Exclude<
  MappedField,
  'downloads30d' | 'likes' | 'pulls' | 'layers' | 'kvHeads' | 'headDim' | 'attention' | 'dense'
>;

const SIMPLE: Readonly<Record<Simple, (value: unknown, context: PayloadContext) => FoundFact>> = {
  displayName: (value) => fact('displayName', short(value)),
  kind: (value) => fact('kind', oneOf(KINDS, value)),
  postTraining: (value) => fact('postTraining', oneOf(POST_TRAININGS, value)),
  releaseDate: (value, { asOf }) => {
    const result = readDate(short(value), asOf);
    if ('reason' in result) throw new Refusal(result.reason);
    return fact('releaseDate', result.date);
  },
  totalParamsB: (value) => fact('totalParamsB', positive(value)),
  // A count of stored values, not a statement of the vendor.
  params: (value) => fact('totalParamsB', Number((positive(value) / 1e9).toPrecision(6)), 'DERIVED'),
  activeParamsB: (value) => fact('activeParamsB', positive(value)),
  contextTokens: (value) => fact('contextTokens', Math.round(positive(value))),
  licenceId: (value) => fact('licenceId', short(value).toLowerCase()),
  licenceTextHash: (value) => fact('licenceTextHash', sha256(value)),
  weightsUrl: (value) => fact('weightsUrl', url(value)),
  inputModalities: (value) => fact('inputModalities', listOf(MODALITIES, value)),
  capabilities: (value) => fact('capabilities', listOf(CAPABILITIES, value)),
  languages: (value) =>
    fact(
      'languages',
      words(value).map((code) => ({ code: languageCode(code), evidence: 'CLAIMED' })),
    ),
  servingEngines: (value) => fact('servingEngines', words(value)),
};

function short(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && /^[^<>\u0000-\u001f\u007f]{1,200}$/.test(text)) return text;
  throw new Refusal('is not a short printable text');
}

function positive(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number) && number > 0 && number < 1e18) return number;
  throw new Refusal('is not a positive number');
}

/** Lists write 0 where they did not ask. */
const countOrNone = (value: unknown): number | undefined =>
  Number(value) === 0 ? undefined : Math.round(positive(value));

function url(value: unknown): string {
  if (typeof value === 'string' && /^https:\/\/[^\s<>"]{1,400}$/.test(value)) return value;
  throw new Refusal('is not an https address');
}

function sha256(value: unknown): string {
  if (typeof value === 'string' && /^[0-9a-f]{64}$/i.test(value)) return value.toLowerCase();
  throw new Refusal('is not the SHA-256 of a text');
}

function oneOf<T extends string>(values: readonly T[], value: unknown): T {
  const found = values.find((known) => known === String(value).trim().toUpperCase());
  if (found === undefined) throw new Refusal(`is not one of ${values.join(', ')}`);
  return found;
}

const attention = (value: unknown): (typeof ATTENTIONS)[number] | undefined =>
  ATTENTIONS.find((known) => known === value);

const YES_OR_NO: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false };
const yesOrNo = (value: unknown): boolean | undefined => YES_OR_NO[String(value).toLowerCase()];

function words(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value.map(short) : short(value).split(/[\s,;|]+/);
  return list.filter((word) => word !== '');
}

const listOf = <T extends string>(values: readonly T[], value: unknown): readonly T[] =>
  words(value).map((word) => oneOf(values, word));

function languageCode(code: string): string {
  if (/^[a-z]{2,3}$/.test(code)) return code;
  throw new Refusal(`'${code}' is not a language code`);
}

const defined = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
