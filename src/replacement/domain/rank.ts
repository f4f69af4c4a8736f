import { sizeDistance } from '../../catalogue/domain/size.js';
import type { ReleaseFacts } from './facts.js';
import { CANDIDATE_REASONS } from './vocabulary.js';
import type { CandidateReason } from './vocabulary.js';

/** A candidate of one model, over all tools that it is raised for. */
export interface RankSubject {
  readonly candidate: ReleaseFacts;
  readonly inUse: ReleaseFacts;
  readonly reasons: readonly CandidateReason[];
  /** Eligible for every tool that uses the model. */
  readonly eligibleForAll: boolean;
  /** Mean headline score of its rows; null where none is covered well enough. */
  readonly score: number | null;
}

/** Reason as listed; eligible for all tools; score; size distance; later date; key. Total: no two releases tie. */
export function compareCandidates(a: RankSubject, b: RankSubject): number {
  return (
    leadOf(a) - leadOf(b) ||
    Number(b.eligibleForAll) - Number(a.eligibleForAll) ||
    compareDescending(a.score, b.score) ||
    compareNumbers(distanceOf(a), distanceOf(b)) ||
    compareText(b.candidate.releaseDate?.date ?? '', a.candidate.releaseDate?.date ?? '') ||
    compareText(a.candidate.key, b.candidate.key)
  );
}

/** Unknown sizes come last. */
const distanceOf = ({ candidate, inUse }: RankSubject): number => sizeDistance(candidate, inUse) ?? Infinity;

/** Place of the foremost reason; without any, behind all. */
const leadOf = ({ reasons }: RankSubject): number =>
  reasons.reduce<number>((lead, reason) => Math.min(lead, CANDIDATE_REASONS.indexOf(reason)), CANDIDATE_REASONS.length);

/** Known before unknown, high before low. */
const compareDescending = (a: number | null, b: number | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : b - a;

const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
