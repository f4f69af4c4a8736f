import { canonicalJson } from './canonical-json.js';

/** One field before and after; a side that is absent did not exist. */
export interface Change {
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Returns the fields that differ between two states of a record; without one side, every field of the other. */
export function changesBetween(before: object | undefined, after: object | undefined): Record<string, Change> {
  const old = new Map(Object.entries(before ?? {}));
  const fresh = new Map(Object.entries(after ?? {}));
  const changed = [...new Set([...old.keys(), ...fresh.keys()])].filter(
    (field) => canonicalJson(old.get(field)) !== canonicalJson(fresh.get(field)),
  );
  return Object.fromEntries(changed.map((field) => [field, { before: old.get(field), after: fresh.get(field) }]));
}
