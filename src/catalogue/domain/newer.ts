import { toReleaseDate } from './name-date.js';
import { parseReleaseName } from './release-name.js';
import type { ReleaseDate } from './release.js';

/** What deciding about age needs of a release. */
export interface Aged {
  readonly key: string;
  readonly family: string;
  readonly generation?: readonly number[];
  readonly releaseDate?: ReleaseDate;
  /** Day or instant at which a payload first showed it. */
  readonly firstSeenAt?: string;
}

export type Newness = 'HIGHER_GENERATION' | 'LATER' | 'NOT_NEWER' | 'UNDATED';

/** Siblings of one generation, and releases that count otherwise, are newer only this many days later. */
export const SIBLING_DAYS = 30;

const DAY_MS = 86_400_000;

/** Whether `candidate` is newer than the release in use, and by which rule; UNDATED where a date would decide and none is known. */
export function newness(candidate: Aged, inUse: Aged): Newness {
  const order = compareWithinScheme(candidate, inUse);
  if (order !== undefined && order !== 0) return order > 0 ? 'HIGHER_GENERATION' : 'NOT_NEWER';
  const [later, earlier] = [ageDate(candidate), ageDate(inUse)];
  if (later === undefined || earlier === undefined) return 'UNDATED';
  const days = (Date.parse(later.date) - Date.parse(earlier.date)) / DAY_MS;
  return days >= SIBLING_DAYS ? 'LATER' : 'NOT_NEWER';
}

/** A higher generation of the same family and scheme, else at least 30 days later; undated releases are not newer. */
export function isNewer(candidate: Aged, inUse: Aged): boolean {
  const result = newness(candidate, inUse);
  return result === 'HIGHER_GENERATION' || result === 'LATER';
}

/** Generations are comparable only within one family and one way to count; undefined otherwise. */
function compareWithinScheme(a: Aged, b: Aged): number | undefined {
  if (a.family !== b.family || a.generation === undefined || b.generation === undefined) return undefined;
  if (schemeOf(a) !== schemeOf(b)) return undefined;
  return compareGenerations(a.generation, b.generation);
}

const schemes = new WeakMap<Aged, string>();

/** Read once per object: an assessment compares each release with hundreds of others. */
function schemeOf(release: Aged): string {
  const known = schemes.get(release) ?? parseReleaseName(release.key).scheme ?? '';
  schemes.set(release, known);
  return known;
}

/** Compares generations as if the shorter one ended in zeros: (3) equals (3, 0) and is below (3, 6). */
export function compareGenerations(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** The date that decides: the release's, else the one in its name (a day without a year takes the year it was first seen), else first seen. */
export function ageDate(release: Aged): ReleaseDate | undefined {
  if (release.releaseDate !== undefined) return release.releaseDate;
  const { date } = parseReleaseName(release.key);
  const seen = release.firstSeenAt?.slice(0, 10);
  const named =
    date === undefined ? undefined : toReleaseDate(date, seen === undefined ? undefined : Number(seen.slice(0, 4)));
  if (named !== undefined) return { date: named.date, precision: 'MONTH' };
  return seen === undefined ? undefined : { date: seen, precision: 'DAY' };
}
