import type { components } from '../api/schema.d.ts';
import { countryName, words } from '../components/words.ts';

type Dimension = components['schemas']['DimensionView']['dimension'];

export const DIMENSIONS: Record<Dimension, readonly [title: string, measure: string]> = {
  VENDOR: ['Who develops what we depend on', 'groups of vendors'],
  ROOT_VENDOR: ['Looking through to the base model', 'vendor of the model that it was built on'],
  COUNTRY: ['Where it comes from', 'country of the developer'],
  LICENCE_CLASS: ['How free the licences are', 'class of the licence'],
  FAMILY: ['Which families', 'a vendor’s line of models'],
  HOSTING: ['Where it runs', 'hosting of the model in use'],
};

export const dimensionName = (dimension: Dimension): string => words(dimension).toLowerCase();

/** `VENDOR.TOP_SHARE` → `vendor: top share`. */
export function limitName(limit: string): string {
  const [dimension = '', figure = ''] = limit.split('.');
  return `${words(dimension).toLowerCase()}: ${words(figure).toLowerCase()}`;
}

/** A share's name as a person reads it: countries by name, closed lists in words. */
export function shareName(
  dimension: Dimension,
  { key, name }: { readonly key: string; readonly name: string },
): string {
  if (key === 'UNKNOWN') return 'Unknown';
  if (dimension === 'COUNTRY' && /^[A-Z]{2}$/.test(key)) return countryName(key);
  return /^[A-Z_]+$/.test(name) ? words(name) : name;
}
