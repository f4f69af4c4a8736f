import type { PolicyDocument } from '../../policy/domain/policy.js';
import type { DimensionReport } from './concentration-report.js';
import type { Dimension } from './vocabulary.js';

/** Where the policy sets no limit, half of everything counts as much as a breached one. */
const LIMIT_WITHOUT_POLICY = 0.5;

const PART_WEIGHT = { concentration: 0.4, substitutability: 0.35, exitReadiness: 0.25 } as const;
const DIMENSION_WEIGHT: readonly (readonly [Dimension, number])[] = [
  ['VENDOR', 0.5],
  ['ROOT_VENDOR', 0.25],
  ['COUNTRY', 0.25],
];

/** 0 for no share, 0.5 at the limit, 1 for everything: 0.5·s/L up to the limit L, then 0.5 + 0.5·(s − L)/(1 − L). */
export const strain = (share: number, limit: number): number =>
  share <= limit ? (0.5 * share) / limit : 0.5 + (0.5 * (share - limit)) / (1 - limit);

export interface IndexPart {
  readonly name: keyof typeof PART_WEIGHT;
  readonly weight: number;
  /** 0 (free) to 1 (locked in); null where nothing could be judged. */
  readonly value: number | null;
}

export interface ConcentrationPart {
  readonly dimension: Dimension;
  readonly weight: number;
  readonly topShare: number;
  readonly limit: number;
  readonly value: number;
}

export interface LockInIndex {
  /** 0–100; null where a part could not be judged. */
  readonly index: number | null;
  readonly parts: readonly IndexPart[];
  readonly concentration: readonly ConcentrationPart[];
  /** The dimension that adds most to the concentration part. */
  readonly heaviestDimension: Dimension | null;
  /** The lowest index that this many vendors and countries allow, were all else perfect. */
  readonly floor: number;
}

export interface IndexSubject {
  readonly dimensions: readonly DimensionReport[];
  /** Weighted means in [0, 1]; null where nothing could be judged. */
  readonly substitutability: number | null;
  readonly exitReadiness: number | null;
  readonly policy: PolicyDocument;
}

/** 100·(0.40·concentration + 0.35·(1 − substitutability) + 0.25·(1 − exit readiness)), with its parts. */
export function lockInIndex(subject: IndexSubject): LockInIndex {
  const concentration = concentrationParts(subject);
  const parts: readonly IndexPart[] = [
    part('concentration', concentration.length === 0 ? null : weighted(concentration)),
    part('substitutability', inverse(subject.substitutability)),
    part('exitReadiness', inverse(subject.exitReadiness)),
  ];
  return {
    index: indexOf(parts),
    parts,
    concentration,
    heaviestDimension: heaviest(concentration),
    floor: 100 * PART_WEIGHT.concentration * weighted(concentration.map((each) => atFloor(each, subject))),
  };
}

const part = (name: IndexPart['name'], value: number | null): IndexPart => ({ name, weight: PART_WEIGHT[name], value });
const inverse = (value: number | null): number | null => (value === null ? null : 1 - value);

function indexOf(parts: readonly IndexPart[]): number | null {
  let sum = 0;
  for (const { weight, value } of parts) {
    if (value === null) return null;
    sum += weight * value;
  }
  return Math.min(100, Math.max(0, 100 * sum));
}

function concentrationParts({ dimensions, policy }: IndexSubject): readonly ConcentrationPart[] {
  return DIMENSION_WEIGHT.flatMap(([dimension, weight]) => {
    const found = dimensions.find((each) => each.dimension === dimension);
    if (found === undefined || found.concentration.keys === 0) return [];
    const limit = limitOf(dimension, policy);
    const { topShare } = found.concentration;
    return [{ dimension, weight, topShare, limit, value: strain(topShare, limit) }];
  });
}

/** The root vendor is judged by the vendor's limit. */
function limitOf(dimension: Dimension, { concentrationLimits }: PolicyDocument): number {
  const limit = dimension === 'COUNTRY' ? concentrationLimits.countryTopShare : concentrationLimits.vendorTopShare;
  return limit.breach !== null && limit.breach > 0 && limit.breach < 1 ? limit.breach : LIMIT_WITHOUT_POLICY;
}

const weighted = (parts: readonly ConcentrationPart[]): number =>
  parts.reduce((sum, { weight, value }) => sum + weight * value, 0);

const heaviest = (parts: readonly ConcentrationPart[]): Dimension | null =>
  parts.reduce<ConcentrationPart | null>(
    (most, each) => (most === null || each.weight * each.value > most.weight * most.value ? each : most),
    null,
  )?.dimension ?? null;

/** The same part, were all keys of its dimension equal. */
function atFloor(each: ConcentrationPart, { dimensions }: IndexSubject): ConcentrationPart {
  const keys = dimensions.find(({ dimension }) => dimension === each.dimension)?.concentration.keys ?? 1;
  return { ...each, value: strain(1 / keys, each.limit) };
}
