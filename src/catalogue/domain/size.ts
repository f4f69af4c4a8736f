/** Total parameters in billions at which a size band ends. */
export const SIZE_BAND_CUTS = [4, 15, 40, 100, 300] as const;

export const SIZE_BANDS = ['BELOW_4B', '4B_TO_15B', '15B_TO_40B', '40B_TO_100B', '100B_TO_300B', 'FROM_300B'] as const;
export type SizeBand = (typeof SIZE_BANDS)[number];

/** The band of a release by its total parameters in billions; a value on a cut belongs to the band above. */
export function sizeBand(totalParamsB: number): SizeBand {
  const index = SIZE_BAND_CUTS.filter((cut) => totalParamsB >= cut).length;
  return SIZE_BANDS[index] ?? 'FROM_300B';
}

/** Smallest and largest ratio of total parameters, candidate over model in use, at which one could stand in for the other. */
export const COMPARABLE_RATIO = { least: 1 / 8, most: 5 } as const;

/** Whether two sizes (total parameters in billions) are comparable; undefined where one is unknown. */
export function comparableSize(candidateB: number | undefined, inUseB: number | undefined): boolean | undefined {
  if (candidateB === undefined || inUseB === undefined) return undefined;
  const ratio = candidateB / inUseB;
  return ratio >= COMPARABLE_RATIO.least && ratio <= COMPARABLE_RATIO.most;
}

interface Sized {
  readonly totalParamsB?: number;
  readonly activeParamsB?: number;
}

/**
 * How far apart two sizes are: |log2 of the total ratio| + ½·|log2 of the active ratio|; the active parameters of a dense
 * model are all of them. Undefined where a total is unknown.
 */
export function sizeDistance(a: Sized, b: Sized): number | undefined {
  if (a.totalParamsB === undefined || b.totalParamsB === undefined) return undefined;
  const total = Math.abs(Math.log2(a.totalParamsB / b.totalParamsB));
  const active = Math.abs(Math.log2((a.activeParamsB ?? a.totalParamsB) / (b.activeParamsB ?? b.totalParamsB)));
  return total + active / 2;
}
