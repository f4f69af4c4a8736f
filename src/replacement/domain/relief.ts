import { hhiChange } from '../../portfolio/domain/concentration.js';
import type { ConcentrationLimit, Limit, PolicyDocument } from '../../policy/domain/policy.js';
import type { ReleaseFacts } from './facts.js';

/** Weight per attribute of the models in primary use, on the materiality basis. */
export interface ConcentrationState {
  readonly total: number;
  readonly vendors: ReadonlyMap<string, number>;
  readonly countries: ReadonlyMap<string, number>;
  readonly licences: ReadonlyMap<string, number>;
}

export const UNKNOWN_KEY = 'unknown';
export const NON_PERMISSIVE = 'non-permissive';

export const vendorKey = (release: ReleaseFacts): string => release.vendor.group;
export const countryKey = (release: ReleaseFacts): string => release.vendor.country ?? UNKNOWN_KEY;
export const licenceKey = (release: ReleaseFacts): string =>
  release.licenceClass === 'OSI_PERMISSIVE' ? 'permissive' : NON_PERMISSIVE;

interface Swap {
  readonly from: ReleaseFacts;
  readonly to: ReleaseFacts;
  readonly weight: number;
}

/** ΔHHI of vendor groups when one tool's weight moves, in points of 10,000. */
export const vendorHhiChange = (state: ConcentrationState, { from, to, weight }: Swap): number =>
  hhiChange(state.vendors, state.total, { from: vendorKey(from), to: vendorKey(to), weight });

/** Limits that are breached now and would not be after the swap, in words. */
export function reliefOf(state: ConcentrationState, swap: Swap, policy: PolicyDocument): readonly string[] {
  if (state.total === 0) return [];
  return LIMIT_RULES.filter(({ name, figure, ...rule }) => {
    const limit = policy.concentrationLimits[name];
    const breached = (value: number): boolean => isBreached(limit, value, rule.low);
    return breached(figure(state, undefined)) && !breached(figure(state, swap));
  }).map(({ words }) => words);
}

/** Whether any limit is breached at all: without one there is nothing to relieve. */
export const anyBreached = (state: ConcentrationState, policy: PolicyDocument): boolean =>
  state.total > 0 &&
  LIMIT_RULES.some(({ name, figure, low }) =>
    isBreached(policy.concentrationLimits[name], figure(state, undefined), low),
  );

interface LimitRule {
  readonly name: ConcentrationLimit;
  readonly words: string;
  /** True where a low figure is the bad one. */
  readonly low: boolean;
  readonly figure: (state: ConcentrationState, swap: Swap | undefined) => number;
}

const LIMIT_RULES: readonly LimitRule[] = [
  {
    name: 'vendorTopShare',
    words: 'largest vendor share',
    low: false,
    figure: (state, swap) => topShare(state.vendors, state.total, swap, vendorKey),
  },
  {
    name: 'vendorEffectiveNumber',
    words: 'effective number of vendors',
    low: true,
    figure: (state, swap) => 10_000 / (hhi(state.vendors, state.total) + (swap ? vendorHhiChange(state, swap) : 0)),
  },
  {
    name: 'countryTopShare',
    words: 'largest country share',
    low: false,
    figure: (state, swap) => topShare(state.countries, state.total, swap, countryKey),
  },
  {
    name: 'nonPermissiveLicenceShare',
    words: 'share of non-permissive licences',
    low: false,
    figure: (state, swap) => shareOf(NON_PERMISSIVE, state.licences, state.total, swap, licenceKey),
  },
];

/** A share at its breach limit is still inside. */
const isBreached = ({ breach }: Limit, value: number, low: boolean): boolean =>
  breach !== null && (low ? value < breach - 1e-9 : value > breach + 1e-9);

const hhi = (weights: ReadonlyMap<string, number>, total: number): number => {
  let sum = 0;
  for (const weight of weights.values()) sum += (weight / total) ** 2;
  return 10_000 * sum;
};

type KeyOf = (release: ReleaseFacts) => string;

function topShare(weights: ReadonlyMap<string, number>, total: number, swap: Swap | undefined, keyOf: KeyOf): number {
  let top = swap ? shareOf(keyOf(swap.to), weights, total, swap, keyOf) : 0;
  for (const key of weights.keys()) top = Math.max(top, shareOf(key, weights, total, swap, keyOf));
  return top;
}

function shareOf(
  key: string,
  weights: ReadonlyMap<string, number>,
  total: number,
  swap: Swap | undefined,
  keyOf: KeyOf,
): number {
  let weight = weights.get(key) ?? 0;
  if (swap && keyOf(swap.from) === key) weight -= swap.weight;
  if (swap && keyOf(swap.to) === key) weight += swap.weight;
  return weight / total;
}
