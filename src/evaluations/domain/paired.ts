/** Scores of both on one item of the golden set, 0 to 1. */
export interface ItemScore {
  readonly champion: number;
  readonly challenger: number;
}

export interface PairedResult {
  readonly n: number;
  /** Means in percentage points 0–100. */
  readonly championScore: number;
  readonly challengerScore: number;
  /** Half width of the 95 % interval of the mean difference, in points; undefined below two items. */
  readonly halfWidth: number | undefined;
  /** Items on which the challenger does worse. */
  readonly regressions: number;
}

/** Compares item by item: the spread of the differences, not of the scores, says how sure the mean is (normal approximation). */
export function pairedResult(items: readonly ItemScore[]): PairedResult {
  const n = items.length;
  const differences = items.map(({ champion, challenger }) => challenger - champion);
  const centre = mean(differences);
  const variance = differences.reduce((sum, each) => sum + (each - centre) ** 2, 0) / (n - 1);
  return {
    n,
    championScore: 100 * mean(items.map(({ champion }) => champion)),
    challengerScore: 100 * mean(items.map(({ challenger }) => challenger)),
    halfWidth: n < 2 ? undefined : 196 * Math.sqrt(variance / n),
    regressions: differences.filter((each) => each < 0).length,
  };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, each) => sum + each, 0) / values.length;

/** The middle value, in the unit of the values; 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
}
