import { ageDate, newness } from '../../catalogue/domain/newer.js';
import type { Aged } from '../../catalogue/domain/newer.js';
import type { ReleaseFacts } from './facts.js';

export type Newness = 'NEWER' | 'NOT_NEWER' | 'UNDATED';

const agedReleases = new WeakMap<ReleaseFacts, Aged>();

/** Whether the candidate is newer than the release in use, by generation within one family, else by 30 days. */
export function newnessOf(candidate: ReleaseFacts, inUse: ReleaseFacts): Newness {
  const found = newness(agedOf(candidate), agedOf(inUse));
  return found === 'HIGHER_GENERATION' || found === 'LATER' ? 'NEWER' : found;
}

/** Read once per release: a name is parsed, and a family counts only within its vendor. */
function agedOf(release: ReleaseFacts): Aged {
  const known = agedReleases.get(release);
  if (known !== undefined) return known;
  const family = release.family === undefined ? release.id : `${release.vendor.slug}/${release.family}`;
  const { key, generation, firstSeenAt } = release;
  const named = { key, family, generation, releaseDate: release.releaseDate, firstSeenAt };
  const aged: Aged = { ...named, releaseDate: ageDate(named) };
  agedReleases.set(release, aged);
  return aged;
}
