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

/** |log2 of the total ratio| + ½ |log2 of the active ratio|; infinite where totals are unknown, the second part 0 where actives are. */
export function sizeDistance(candidate: ReleaseFacts, inUse: ReleaseFacts): number {
  if (candidate.totalParamsB === undefined || inUse.totalParamsB === undefined) return Infinity;
  const total = Math.abs(Math.log2(candidate.totalParamsB / inUse.totalParamsB));
  if (candidate.activeParamsB === undefined || inUse.activeParamsB === undefined) return total;
  return total + Math.abs(Math.log2(candidate.activeParamsB / inUse.activeParamsB)) / 2;
}

/** Reason as listed; eligible for all tools; score; size distance; later date; key. Total: no two releases tie. */
export function compareCandidates(a: RankSubject, b: RankSubject): number {
  return (
    leadOf(a) - leadOf(b) ||
    Number(b.eligibleForAll) - Number(a.eligibleForAll) ||
    compareDescending(a.score, b.score) ||
    compareNumbers(sizeDistance(a.candidate, a.inUse), sizeDistance(b.candidate, b.inUse)) ||
    compareText(b.candidate.releaseDate?.date ?? '', a.candidate.releaseDate?.date ?? '') ||
    compareText(a.candidate.key, b.candidate.key)
  );
}

/** Place of the foremost reason; without any, behind all. */
const leadOf = ({ reasons }: RankSubject): number =>
  reasons.reduce<number>((lead, reason) => Math.min(lead, CANDIDATE_REASONS.indexOf(reason)), CANDIDATE_REASONS.length);

/** Known before unknown, high before low. */
const compareDescending = (a: number | null, b: number | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : b - a;

const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
