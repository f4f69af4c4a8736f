import type { FoundFact, ReleaseDate, ReleaseFields } from '../../catalogue/domain/release.js';
import type { FactStatus, Modality, Quantisation } from '../../catalogue/domain/vocabulary.js';

/** A fact with its value's type tied to the field's name. */
export const fact = <F extends keyof ReleaseFields>(
  field: F,
  value: ReleaseFields[F],
  status: FactStatus = 'CLAIMED',
  sourceRef?: string,
): FoundFact => ({ field, value, status, ...(sourceRef === undefined ? {} : { sourceRef }) });

/** The fact, or none where the source says nothing: unknown stays unknown. */
export const optional = <F extends keyof ReleaseFields>(
  field: F,
  value: ReleaseFields[F] | undefined,
  status: FactStatus = 'CLAIMED',
  sourceRef?: string,
): FoundFact[] => (value === undefined ? [] : [fact(field, value, status, sourceRef)]);

/** No transformer existed before; dates like 1970-01-01 mean that a host did not know. */
const EARLIEST = '2017-06-01';

/** Returns a day, month or year as a date with its precision, or why it cannot be one; `asOf` is the last possible day. */
export function readDate(text: string, asOf: string): { readonly date: ReleaseDate } | { readonly reason: string } {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (match === null) return { reason: `'${text}' is not a date` };
  const [, year = '', month, day] = match;
  const date = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date)
    return { reason: `'${text}' is not in the calendar` };
  if (date < EARLIEST) return { reason: `'${text}' is before any such model existed` };
  if (date > asOf) return { reason: `'${text}' is after the payload was taken (${asOf})` };
  return { date: { date, precision: day ? 'DAY' : month ? 'MONTH' : 'YEAR' } };
}

const MODALITY_NAMES: Readonly<Record<string, Modality>> = {
  text: 'TEXT',
  image: 'IMAGE',
  audio: 'AUDIO',
  video: 'VIDEO',
  pdf: 'PDF',
  embeddings: 'EMBEDDING',
};

/** Known modalities in the order given; undefined where there is none. */
export function modalities(names: readonly string[]): readonly Modality[] | undefined {
  const known = [...new Set(names.flatMap((name) => MODALITY_NAMES[name.toLowerCase()] ?? []))];
  return known.length === 0 ? undefined : known;
}

const QUANTISATION_NAMES: Readonly<Record<string, Quantisation>> = {
  bf16: 'BF16',
  fp16: 'BF16',
  f16: 'BF16',
  fp8: 'FP8',
  int8: 'INT8',
  int4: 'GPTQ_INT4',
  nvfp4: 'NVFP4',
  mxfp4: 'MXFP4',
  awq: 'AWQ',
  q8_0: 'Q8_0',
  q6_k: 'Q6_K',
  q5_k_m: 'Q5_K_M',
  q4_k_m: 'Q4_K_M',
};

/** The packaging by the name that sources give it; undefined for one whose bits are not known. */
export const quantisation = (name: string): Quantisation | undefined => QUANTISATION_NAMES[name.toLowerCase()];

const HUB_URL = /^https:\/\/huggingface\.co\/([\w.-]+\/[\w.-]+?)\/?$/;

/** The repository behind a Hugging Face address; undefined for any other page. */
export const hubIdOf = (url: string): string | undefined => HUB_URL.exec(url)?.[1];

/** US$ per token, as a decimal string or number, to US$ per million; undefined for zero, which means free of charge here, not free. */
export function perMillion(perToken: string | number | undefined): number | undefined {
  const value = Number(perToken);
  return Number.isFinite(value) && value > 0 ? Math.round(value * 1e6 * 1e4) / 1e4 : undefined;
}

/** A page of a table in Markdown: the cells of every row that begins and ends with a bar. */
export function markdownRows(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => /^\s*\|.*\|\s*$/.test(line))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** A percentage or figure as a number; undefined for `N/A` and the like. */
export function figure(text: string | undefined): number | undefined {
  const match = /^(-?\d+(?:\.\d+)?)\s*%?$/.exec(text?.trim() ?? '');
  return match === null ? undefined : Number(match[1]);
}
