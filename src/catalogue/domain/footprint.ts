import type { Architecture } from './release.js';
import { QUANTISATION_BITS, QUANTISATIONS, type Quantisation } from './vocabulary.js';

/** Memory to serve a release, in decimal gigabytes (10⁹ bytes). */
export interface Footprint {
  readonly quantisation: Quantisation;
  readonly concurrentTokens: number;
  readonly weightsGB: number;
  /** Key-value cache; absent where the architecture does not allow to reckon it. */
  readonly kvGB?: number;
  readonly needGB: number;
  /** The cache is part of a flat 30 % because layers or attention are unknown, latent or linear. */
  readonly isEstimated: boolean;
}

export interface Weighed {
  readonly totalParamsB?: number;
  readonly architecture?: Architecture;
}

/** Room for activations, fragmentation and the engine beside weights and cache. */
const OVERHEAD = 1.2;
/** The same and the cache, where the cache cannot be reckoned. */
const OVERHEAD_WITH_CACHE = 1.3;
const BYTES_PER_CACHED_VALUE = 2;
export const DEFAULT_CONCURRENT_TOKENS = 8_192;

/** Tokens that the cache holds at once: what the tool says, else its least context, else 8,192. */
export function concurrentTokensOf(tool: {
  readonly concurrentTokens?: number;
  readonly minContextTokens?: number;
}): number {
  return tool.concurrentTokens ?? tool.minContextTokens ?? DEFAULT_CONCURRENT_TOKENS;
}

/**
 * weightsGB = totalParamsB · bits / 8; kvGB = 2 · layers · kvHeads · headDim · 2 bytes · concurrentTokens / 1e9;
 * needGB = 1.2 · (weightsGB + kvGB), or 1.3 · weightsGB (estimated) where the cache cannot be reckoned.
 * Undefined where the total parameters are unknown.
 */
export function footprint(
  release: Weighed,
  quantisation: Quantisation,
  concurrentTokens: number,
): Footprint | undefined {
  if (release.totalParamsB === undefined) return undefined;
  const weightsGB = (release.totalParamsB * QUANTISATION_BITS[quantisation]) / 8;
  const kvGB = cacheGB(release.architecture, concurrentTokens);
  const needGB = kvGB === undefined ? OVERHEAD_WITH_CACHE * weightsGB : OVERHEAD * (weightsGB + kvGB);
  return {
    quantisation,
    concurrentTokens,
    weightsGB,
    ...(kvGB === undefined ? {} : { kvGB }),
    needGB,
    isEstimated: kvGB === undefined,
  };
}

/** Latent and linear attention cache other things, so that the formula would overstate them many times. */
function cacheGB(architecture: Architecture | undefined, concurrentTokens: number): number | undefined {
  const { layers, kvHeads, headDim, attention } = architecture ?? {};
  if (layers === undefined || kvHeads === undefined || headDim === undefined) return undefined;
  if (attention === 'LATENT' || attention === 'LINEAR' || attention === 'HYBRID') return undefined;
  return (2 * layers * kvHeads * headDim * BYTES_PER_CACHED_VALUE * concurrentTokens) / 1e9;
}

/**
 * The footprint of a candidate in a pool of `capacityGB`: with the highest-precision published artifact that fits, else
 * with the release's native precision (which then does not fit). Nothing above the native precision is considered: it
 * would add memory and no quality. Undefined where the total parameters are unknown.
 */
export function chooseFootprint(
  release: Weighed,
  published: readonly Quantisation[],
  native: Quantisation,
  concurrentTokens: number,
  capacityGB: number,
): Footprint | undefined {
  const useful = QUANTISATIONS.filter(
    (each) => each === native || (published.includes(each) && QUANTISATION_BITS[each] <= QUANTISATION_BITS[native]),
  );
  // The native precision before others of the same bits, then by falling precision.
  const byPrecision = useful.sort(
    (a, b) => QUANTISATION_BITS[b] - QUANTISATION_BITS[a] || Number(b === native) - Number(a === native),
  );
  const fitting = byPrecision
    .map((each) => footprint(release, each, concurrentTokens))
    .find((found) => found !== undefined && found.needGB <= capacityGB);
  return fitting ?? footprint(release, native, concurrentTokens);
}

/** The precision that the release itself was published in: of the artifact in its own repository, else BF16. */
export function nativeQuantisation(
  key: string,
  artifacts: readonly { readonly hubId: string; readonly quantisation: Quantisation }[],
): Quantisation {
  const own = artifacts
    .filter(({ hubId }) => hubId.toLowerCase() === key.toLowerCase())
    .map(({ quantisation }) => quantisation);
  return QUANTISATIONS.find((each) => own.includes(each)) ?? 'BF16';
}
