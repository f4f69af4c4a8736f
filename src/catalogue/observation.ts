import type { FoundRelease } from './domain/release.js';

/** One item of a payload with the source that showed it and the moment of which it speaks. */
export interface Observation extends FoundRelease {
  readonly source: string;
  readonly observedAt: Date;
  /** The source said who develops it, although its name does not repeat it. */
  readonly vendorNamed?: boolean;
  /** Why a person says so, where one does. */
  readonly reason?: string;
}

/** The name under which a source speaks, as one text: equal texts always mean the same release. */
export function subjectOf({ hubId, name, vendorHint }: Pick<FoundRelease, 'hubId' | 'name' | 'vendorHint'>): string {
  const alias = name.trim().toLowerCase();
  if (hubId !== undefined) return hubId.toLowerCase() === alias ? alias : `${hubId.toLowerCase()} ${alias}`;
  return vendorHint === undefined ? `?${alias}` : `?${vendorHint.trim().toLowerCase()} ${alias}`;
}
