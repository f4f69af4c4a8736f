/** Mean scores of both on the same items, in percentage points 0–100. */
export interface Comparison {
  readonly championScore: number;
  readonly challengerScore: number;
  readonly higherIsBetter: boolean;
  readonly n: number;
  /** Half width of the 95 % confidence interval of the difference, in points; absent where single items are not known. */
  readonly halfWidth?: number;
}

/** Change of the challenger against the champion in points; positive is better, whatever the metric's direction. */
export const gainOf = ({ championScore, challengerScore, higherIsBetter }: Comparison): number =>
  higherIsBetter ? challengerScore - championScore : championScore - challengerScore;

/**
 * Half width of the 95 % interval of the difference, in points: the one that was measured item by item, else that of two
 * independent shares after Agresti and Caffo (2000), which is wider, and stays wide for a handful of items.
 */
export function halfWidthOf(comparison: Comparison): number {
  if (comparison.halfWidth !== undefined) return comparison.halfWidth;
  const items = comparison.n + 2;
  const variance = (score: number): number => {
    const share = ((score / 100) * comparison.n + 1) / items;
    return (share * (1 - share)) / items;
  };
  return 196 * Math.sqrt(variance(comparison.championScore) + variance(comparison.challengerScore));
}

/** A challenger passes when it is not worse than the champion by more than the policy's noise, in points. */
export const passes = (comparison: Comparison, noise: number): boolean => gainOf(comparison) >= -noise;
