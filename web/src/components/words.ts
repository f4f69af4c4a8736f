import { LABELS } from './labels.ts';

/** `NEWER_GENERATION` → `Newer generation`: the closed lists of the API as a person reads them. */
export const words = (value: string): string => {
  const known = LABELS[value];
  if (known) return known;
  const text = value.replaceAll('_', ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** `apache-2.0` → `Apache-2.0`: a licence's identifier as its authors write it; one that is not well known stays as it came. */
export function licenceName(id: string): string {
  if (id.startsWith('cc-')) return id.toUpperCase();
  if (/^(mit|isc|bsd|a?gpl|lgpl|mpl)(-|$)/.test(id)) return id.replace(/^[a-z]+/, (name) => name.toUpperCase());
  return /^(apache|llama|gemma)/.test(id) ? id.charAt(0).toUpperCase() + id.slice(1) : id;
}

const countries = new Intl.DisplayNames(['en'], { type: 'region' });

/** `SG` → `Singapore`; what is no code of a country stays as it came. */
export const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code);

/** `ownerTeam` → `Owner team`. */
export const fieldWords = (name: string): string => words(name.replaceAll(/([A-Z])/g, '_$1'));

/** `swap.rolled-back` → `A swap is rolled back`: what happened, as a person reads it. */
export const eventWords = (kind: string): string => LABELS[kind] ?? words(kind.replaceAll(/[.-]/g, '_'));

/** `27.4 B`; a dash where nobody knows. */
export const billions = (value: number | null | undefined): string =>
  value == null ? '–' : `${value >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toFixed(1))} B`;

/** `131,072`; a dash where nobody knows. */
export const count = (value: number | null | undefined): string => (value == null ? '–' : value.toLocaleString('en'));

/** `66 GB`; a dash where nobody knows. */
export const gigabytes = (value: number | null | undefined): string =>
  value == null ? '–' : `${value >= 10 ? Math.round(value).toLocaleString('en') : value.toFixed(1)} GB`;

/** Closed lists as choices. */
export const optionsOf = (...ids: readonly string[]): { readonly id: string; readonly label: string }[] =>
  ids.map((id) => ({ id, label: words(id) }));

/** `53.1 %`; a dash where nobody knows. */
export const percent = (share: number | null | undefined): string =>
  share == null ? '–' : `${(Math.round(share * 1000) / 10).toLocaleString('en')} %`;
