import type { PolicyDocument, ScoreTerm } from '../../policy/domain/policy.js';
import type { Input, QualityResult, ScoreResult, TermResult } from './explanation.js';

/** A term before it is weighted: value null is unknown. */
export interface TermValue {
  readonly value: number | null;
  readonly sentence: string;
  readonly inputs: readonly Input[];
}

export type TermValues = Readonly<Record<ScoreTerm, TermValue>>;

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

const unknown = (sentence: string, inputs: readonly Input[] = []): TermValue => ({ value: null, sentence, inputs });

/** Quality in profile points (10 is a clear step, noise already removed), mirrored about 0.5. */
export function qualityTerm(quality: QualityResult): TermValue {
  if (quality.deltaQ === null)
    return unknown('No benchmark of this task is known for both, and no own evaluation was run.', quality.inputs);
  const origin =
    quality.evaluationId === undefined ? `${quality.sharedBenchmarks} shared benchmark(s)` : 'the own evaluation';
  return {
    value: clamp(0.5 + quality.deltaQ / 20, 0, 1),
    sentence: `Quality ${signed(quality.deltaQ)} points by ${origin}.`,
    inputs: quality.inputs,
  };
}

/** What an amount of money, memory or work is compared by; `of` is said in the sentence. */
export interface AmountPair {
  readonly candidate: number;
  readonly inUse: number;
  readonly of: string;
  readonly inputs: readonly Input[];
}

/** 0.5 + log2(M/C)/4 within [0.25, 0.75]: half the amount is 0.75, twice is 0.25. */
export function amountTerm(pair: AmountPair | undefined, missing: string, inputs: readonly Input[] = []): TermValue {
  if (pair === undefined || pair.candidate <= 0 || pair.inUse <= 0) return unknown(missing, pair?.inputs ?? inputs);
  const ratio = pair.candidate / pair.inUse;
  return {
    value: clamp(0.5 - Math.log2(ratio) / 4, 0.25, 0.75),
    sentence: `${pair.of}: ${percent(ratio)} of the model in use.`,
    inputs: pair.inputs,
  };
}

/** Mean change ΔL of measured language scores, in points of 100. */
export function languageTerm(deltaL: number | null, inputs: readonly Input[]): TermValue {
  if (deltaL === null)
    return unknown("No language of the tool has a measured score for both; claims don't count.", inputs);
  return {
    value: clamp(0.5 + deltaL / 40, 0, 1),
    sentence: `Measured language scores ${signed(deltaL)} points.`,
    inputs,
  };
}

/** Change ΔP of the adoption percentile (0–1) within size band and kind. */
export function supportTerm(deltaP: number | null, inputs: readonly Input[]): TermValue {
  if (deltaP === null) return unknown('Adoption is not comparable: too few releases of one snapshot.', inputs);
  return {
    value: 0.5 + deltaP / 2,
    sentence: `Adoption among releases of like size: ${signed(100 * deltaP)} percentile points.`,
    inputs,
  };
}

export interface SwitchingSubject {
  readonly sameRelease: boolean;
  readonly sameFamily: boolean;
  readonly sameVendor: boolean;
  readonly sameInterface: boolean;
  /** A fine-tune or an index would have to be built again. */
  readonly rebuild: boolean;
}

/** Ease of the switch, at most 0.5: a swap is never free. */
export function switchingTerm(subject: SwitchingSubject): TermValue {
  const rated = (value: number, sentence: string): TermValue => ({ value, sentence, inputs: [] });
  if (subject.sameRelease) return rated(0.5, 'Nothing to switch.');
  if (subject.rebuild) return rated(0.1, 'A fine-tune or an index has to be built again.');
  if (subject.sameFamily) return rated(0.5, 'Same family.');
  if (subject.sameVendor) return rated(0.45, 'Same vendor, another family.');
  if (subject.sameInterface) return rated(0.35, 'Another vendor, same interface.');
  return rated(0.1, 'Another vendor, and the interface is bound to the present one.');
}

/** ΔHHI of vendor concentration on the materiality basis, in points of 10,000. */
export function diversificationTerm(deltaHhi: number): TermValue {
  return {
    value: clamp(0.5 - deltaHhi / 1000, 0, 1),
    sentence: `Vendor concentration ${signed(deltaHhi)} points of 10,000.`,
    inputs: [{ name: 'change of the vendor HHI', value: deltaHhi, unit: 'points of 10,000' }],
  };
}

/** Σ w·s / Σ w over the known terms; the headline is null where they cover too little. */
export function scoreOf(values: TermValues, policy: Pick<PolicyDocument, 'scoreWeights' | 'thresholds'>): ScoreResult {
  const terms: TermResult[] = [];
  let weighted = 0;
  let known = 0;
  let all = 0;
  for (const term of TERM_ORDER) {
    const weight = policy.scoreWeights[term];
    const { value } = values[term];
    all += weight;
    if (value !== null) {
      // Summed about the middle, so that a candidate equal in everything scores 0.5 exactly.
      weighted += weight * (value - 0.5);
      known += weight;
    }
    terms.push({ term, weight, ...values[term] });
  }
  const coverage = all === 0 ? 0 : known / all;
  const enough = known > 0 && coverage >= policy.thresholds.coverageFloor;
  return { score: enough ? 0.5 + weighted / known : null, coverage, terms };
}

const TERM_ORDER: readonly ScoreTerm[] = [
  'quality',
  'cost',
  'footprint',
  'language',
  'support',
  'switchingEase',
  'diversification',
];

export const signed = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : '±'}${rounded(Math.abs(value))}`;

/** One decimal below 100, none above, thousands grouped. */
export const rounded = (value: number): string =>
  value >= 100 ? String(Math.round(value)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : String(Math.round(value * 10) / 10);

export const percent = (ratio: number): string => `${Math.round(100 * ratio)} %`;
