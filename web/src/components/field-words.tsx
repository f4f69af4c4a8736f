import type { ReactNode } from 'react';
import { Day } from './moment.tsx';
import { billions, count, countryName, fieldWords, gigabytes, licenceName, words } from './words.ts';

const LABELS: Record<string, string> = {
  displayName: 'Name',
  vendorName: 'Vendor',
  releaseKey: 'Release',
  releaseName: 'Name',
  country: 'Country',
  kind: 'Kind',
  family: 'Family',
  generation: 'Generation',
  function: 'Function',
  tier: 'Tier',
  postTraining: 'Post-training',
  releaseDate: 'Published',
  status: 'Status',
  deprecationDate: 'Deprecated from',
  retirementDate: 'Retires on',
  totalParamsB: 'Parameters, total',
  activeParamsB: 'Parameters, active',
  needGb: 'Memory needed',
  contextTokens: 'Context, tokens',
  inputModalities: 'Reads',
  outputModalities: 'Writes',
  capabilities: 'Capabilities',
  languages: 'Languages',
  licenceId: 'Licence',
  licenceClass: 'Licence class',
  licenceTextHash: 'Licence text',
  weightsUrl: 'Weights',
  base: 'Base release',
  baseKey: 'Base release',
  declaredSuccessor: 'Declared successor',
  architecture: 'Architecture',
  pricePerMTokens: 'Price per million tokens',
  adoption: 'Downloads in 30 days',
  servingEngines: 'Serving engines',
};

/** The name of a release's field as a person reads it. */
export const fieldLabel = (field: string): string => LABELS[field] ?? fieldWords(field);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Any value of a release's field as text; unknown stays unknown. */
export function FieldValue({ field, value }: { readonly field: string; readonly value: unknown }): ReactNode {
  if (value === null || value === undefined) return <span className="muted">unknown</span>;
  if (typeof value === 'number') return numberOf(field, value);
  if (Array.isArray(value)) return listOf(field, value);
  if (isRecord(value)) return recordOf(field, value);
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return <Day date={text} />;
  if (field === 'weightsUrl' && text.startsWith('https://')) return <SafeLink href={text} />;
  if (field === 'country') return countryName(text);
  return field === 'licenceId' ? licenceName(text) : plain(text);
}

/** Members of closed lists become words; names stay as they are. */
const plain = (text: string): string => (/^[A-Z][A-Z_]+$/.test(text) && text.length > 2 ? words(text) : text);

function numberOf(field: string, value: number): string {
  if (field.endsWith('ParamsB')) return billions(value);
  if (field === 'needGb') return gigabytes(value);
  return count(value);
}

function listOf(field: string, values: readonly unknown[]): string {
  if (field === 'generation') return values.join('.');
  if (field === 'languages') return languagesOf(values);
  return values.length === 0 ? 'none' : values.map((value) => plain(String(value))).join(', ');
}

const SHOWN_LANGUAGES = 8;

function languagesOf(values: readonly unknown[]): string {
  const codes = values.map((value) => (isRecord(value) ? String(value.code) : String(value)));
  const more = codes.length - SHOWN_LANGUAGES;
  return more > 0 ? `${codes.slice(0, SHOWN_LANGUAGES).join(', ')} and ${more} more` : codes.join(', ');
}

function recordOf(field: string, value: Record<string, unknown>): string {
  if (field === 'pricePerMTokens') return `US$ ${value.input} in, ${value.output} out (median of ${value.hosts} hosts)`;
  if (field === 'adoption') return count(typeof value.downloads30d === 'number' ? value.downloads30d : null);
  if (field === 'releaseDate') return String(value.date);
  return Object.entries(value)
    .filter(([, part]) => part !== null && typeof part !== 'object')
    .map(([name, part]) => `${fieldWords(name).toLowerCase()} ${part}`)
    .join(', ');
}

/** A link out, only to https; anything else stays text. */
export function SafeLink({ href, children }: { readonly href: string; readonly children?: ReactNode }) {
  if (!href.startsWith('https://')) return <>{children ?? href}</>;
  return (
    <a href={href} rel="noreferrer noopener" target="_blank">
      {children ?? href.replace('https://', '')}
    </a>
  );
}

interface Source {
  readonly source: string;
  readonly sourceRef?: string;
  readonly observedAt?: string;
  readonly status?: string;
}

/** Where a value comes from, in grey; what is derived from the name has no day. */
export function SourceNote({ source }: { readonly source?: Source }) {
  if (!source) return <span className="muted">–</span>;
  return (
    <span className="muted" title={source.sourceRef}>
      {source.source === 'name' ? 'release name' : source.source}
      {source.observedAt && (
        <>
          , <Day date={source.observedAt.slice(0, 10)} />
        </>
      )}
    </span>
  );
}
