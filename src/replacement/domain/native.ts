import type { Quantisation } from '../../catalogue/domain/vocabulary.js';
import { nativeQuantisation } from '../../catalogue/domain/footprint.js';
import type { ReleaseFacts } from './facts.js';

export interface NativePrecision {
  readonly quantisation: Quantisation;
  /** No artifact of its own repository says so: 16 bits are assumed. */
  readonly assumed: boolean;
}

const natives = new WeakMap<ReleaseFacts, NativePrecision>();

/** The precision that the release was published in. */
export function nativeOf(release: ReleaseFacts): NativePrecision {
  const known = natives.get(release);
  if (known !== undefined) return known;
  const own = release.key.toLowerCase();
  const native = {
    quantisation: nativeQuantisation(release.key, release.artifacts),
    assumed: !release.artifacts.some(({ hubId }) => hubId.toLowerCase() === own),
  };
  natives.set(release, native);
  return native;
}
