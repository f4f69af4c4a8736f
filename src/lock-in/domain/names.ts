import type { LockInFacts } from './facts.js';
import type { Dimension } from './vocabulary.js';
import { KEY_WORDS } from './wording.js';

/** Names of the records that a report's ids and keys speak of. */
export interface Names {
  model(id: string): string;
  tool(id: string): string;
  key(dimension: Dimension, key: string): string;
}

const countries = new Intl.DisplayNames(['en'], { type: 'region' });

/** Reads names off the facts of a report; a key that has none is its own name. */
export function namesOf(facts: LockInFacts): Names {
  const models = new Map(facts.models.map(({ id, name }) => [id, name]));
  const tools = new Map(facts.tools.map(({ id, name }) => [id, name]));
  const vendors = new Map([
    ...facts.models.map(({ rootVendorGroup, rootVendorName }) => [rootVendorGroup, rootVendorName] as const),
    ...facts.models.map(({ vendorGroup, vendorName }) => [vendorGroup, vendorName] as const),
  ]);
  return {
    model: (id) => models.get(id) ?? id,
    tool: (id) => tools.get(id) ?? id,
    key: (dimension, key) => {
      if (dimension === 'VENDOR' || dimension === 'ROOT_VENDOR') return vendors.get(key) ?? key;
      if (dimension === 'COUNTRY' && /^[A-Z]{2}$/.test(key)) return countries.of(key) ?? key;
      return KEY_WORDS[key] ?? key;
    },
  };
}
