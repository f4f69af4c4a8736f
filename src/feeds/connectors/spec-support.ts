import type { FoundRelease } from '../../catalogue/domain/release.js';

/** A payload of a test as the bytes that a source would send. */
export const bytesOf = (payload: unknown): Uint8Array =>
  new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload));

/** What the release says, by field. */
export const valuesOf = ({ facts }: FoundRelease): Readonly<Record<string, unknown>> =>
  Object.fromEntries(facts.map(({ field, value }) => [field, value]));

export const AT = { asOf: '2026-07-02' };
