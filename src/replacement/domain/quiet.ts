import { newnessOf } from './newness.js';
import type { ReleaseFacts } from './facts.js';
import { sizeRatio } from './reasons.js';
import { groupBy } from '../../kernel/group-by.js';
import { ELIGIBILITIES } from './vocabulary.js';
import type { Eligibility } from './vocabulary.js';

/** A candidate of one model, as far as the quiet rules read it; in order, the best first. */
export interface QuietSubject {
  readonly candidate: ReleaseFacts;
  /** Eligibility per tool id that it is raised for. */
  readonly eligibility: ReadonlyMap<string, Eligibility>;
  /** Still in its cool-down until then. */
  readonly notBefore: string | null;
}

export interface Superseded<T extends QuietSubject> {
  readonly remaining: readonly T[];
  readonly superseded: readonly { readonly subject: T; readonly by: ReleaseFacts }[];
}

/** Takes from ordered candidates those that a later one makes superfluous. */
export function withoutSuperseded<T extends QuietSubject>(ordered: readonly T[], sizeLimit: number): Superseded<T> {
  const superseded: { subject: T; by: ReleaseFacts }[] = [];
  const remaining: T[] = [];
  const lines = groupBy(ordered, lineOf);
  for (const subject of ordered) {
    const line = lines.get(lineOf(subject) ?? '') ?? [];
    const later = line.find((other) => supersedes(other, subject, sizeLimit));
    if (later === undefined) remaining.push(subject);
    else superseded.push({ subject, by: later.candidate });
  }
  return { remaining, superseded };
}

/** Only releases of one vendor, family and function supersede each other. */
const lineOf = ({ candidate: { vendor, family, function: purpose } }: QuietSubject): string | undefined =>
  family === undefined || purpose === undefined ? undefined : `${vendor.slug}|${family}|${purpose}`;

export interface Placed<T extends QuietSubject> {
  /** Open, or PENDING until their day. */
  readonly raised: readonly T[];
  readonly overLimit: readonly T[];
}

/**
 * Ordered candidates up to the limit; one in its cool-down takes no place yet and waits only where it would have one, and
 * one that people dismissed stays on record without a place.
 */
export function withinLimit<T extends QuietSubject>(
  ordered: readonly T[],
  places: number,
  dismissed: ReadonlySet<string> = NONE,
): Placed<T> {
  const raised: T[] = [];
  const overLimit: T[] = [];
  let open = 0;
  let ahead = 0;
  for (const subject of ordered) {
    if (dismissed.has(subject.candidate.id)) {
      raised.push(subject);
      continue;
    }
    const hasPlace = (subject.notBefore === null ? open : ahead) < places;
    ahead += 1;
    if (hasPlace) raised.push(subject);
    else overLimit.push(subject);
    if (hasPlace && subject.notBefore === null) open += 1;
  }
  return { raised, overLimit };
}

const NONE: ReadonlySet<string> = new Set();

/** Later, of one family and function, of like size, out of its cool-down, and at least as good for every tool of the older. */
export function supersedes(later: QuietSubject, older: QuietSubject, sizeLimit: number): boolean {
  if (later === older || later.notBefore !== null) return false;
  const line = lineOf(later);
  if (line === undefined || line !== lineOf(older)) return false;
  const ratio = sizeRatio(later.candidate, older.candidate);
  if (ratio === undefined || ratio > sizeLimit || ratio < 1 / sizeLimit) return false;
  for (const [toolId, eligibility] of older.eligibility)
    if (!isAtLeast(later.eligibility.get(toolId), eligibility)) return false;
  return newnessOf(later.candidate, older.candidate) === 'NEWER';
}

const isAtLeast = (later: Eligibility | undefined, older: Eligibility): boolean =>
  later !== undefined && ELIGIBILITIES.indexOf(later) <= ELIGIBILITIES.indexOf(older);
