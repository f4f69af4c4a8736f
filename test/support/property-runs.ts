import { isDeepStrictEqual } from 'node:util';
import { expect } from '@jest/globals';

/** Cases that a property of the flags is tried with. */
export const PROPERTY_RUNS = 10_000;

/** `toEqual` for large values in many cases: its own comparison, which can say where they differ, is made only where they do. */
export function expectSame(found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) expect(found).toEqual(expected);
}
