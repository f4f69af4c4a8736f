/** One tool's weight under the attribute (vendor, country …) of its primary model; undefined is shown as unknown. */
export interface Holding {
  readonly key: string;
  readonly weight: number;
}

export interface Share {
  readonly key: string;
  readonly weight: number;
  /** Part of the whole, 0–1. */
  readonly share: number;
}

export interface Concentration {
  /** Largest first, ties by key. */
  readonly shares: readonly Share[];
  /** Herfindahl-Hirschman index, 0–10,000: 10,000 times the sum of squared shares. */
  readonly hhi: number;
  /** As many equal keys would give this index: 10,000 / hhi. */
  readonly effectiveNumber: number;
  readonly topShare: number;
  readonly top3Share: number;
  /** Fewest keys that together cover half. */
  readonly elephantFactor: number;
  /** The lowest index that this many keys allow: 10,000 / n. */
  readonly floor: number;
  readonly keys: number;
  readonly totalWeight: number;
}

const EMPTY: Concentration = {
  shares: [],
  hhi: 0,
  effectiveNumber: 0,
  topShare: 0,
  top3Share: 0,
  elephantFactor: 0,
  floor: 0,
  keys: 0,
  totalWeight: 0,
};

/** Shares and concentration figures of weighted holdings; holdings without weight count for nothing. */
export function concentrationOf(holdings: Iterable<Holding>): Concentration {
  const weights = weightsByKey(holdings);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return EMPTY;
  const shares = [...weights]
    .map(([key, weight]) => ({ key, weight, share: weight / total }))
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
  const hhi = 10_000 * shares.reduce((sum, { share }) => sum + share * share, 0);
  return {
    shares,
    hhi,
    effectiveNumber: 10_000 / hhi,
    topShare: shares[0]?.share ?? 0,
    top3Share: shares.slice(0, 3).reduce((sum, { share }) => sum + share, 0),
    elephantFactor: keysThatCoverHalf(shares, total),
    floor: 10_000 / shares.length,
    keys: shares.length,
    totalWeight: total,
  };
}

/** Weight per key; zero weights leave no key behind. */
export function weightsByKey(holdings: Iterable<Holding>): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { key, weight } of holdings) if (weight > 0) weights.set(key, (weights.get(key) ?? 0) + weight);
  return weights;
}

/** Change of the index when `weight` moves from one key to another, in points of 10,000. */
export function hhiChange(weights: ReadonlyMap<string, number>, total: number, move: HoldingMove): number {
  if (move.from === move.to || total === 0) return 0;
  const from = weights.get(move.from) ?? 0;
  const to = weights.get(move.to) ?? 0;
  const after = (from - move.weight) ** 2 + (to + move.weight) ** 2;
  return (10_000 * (after - from * from - to * to)) / (total * total);
}

export interface HoldingMove {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

// Compared in weights, not in rounded shares, so that exactly half counts as half.
function keysThatCoverHalf(shares: readonly Share[], total: number): number {
  let covered = 0;
  for (const [index, { weight }] of shares.entries()) {
    covered += weight;
    if (2 * covered >= total) return index + 1;
  }
  return shares.length;
}
