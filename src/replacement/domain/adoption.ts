import { sizeBand } from '../../catalogue/domain/size.js';
import type { ReleaseFacts } from './facts.js';

const SMALLEST_FIELD = 10;

/** Percentile of a release's downloads among releases of its kind, size band and snapshot. */
export type AdoptionPercentile = (release: ReleaseFacts) => number | undefined;

/** Midrank percentiles (0–1); fewer than ten releases in a field give none. */
export function adoptionPercentiles(releases: readonly ReleaseFacts[]): AdoptionPercentile {
  const fields = new Map<string, number[]>();
  for (const release of releases) {
    const key = fieldOf(release);
    const downloads = release.adoption?.downloads30d;
    if (key === undefined || downloads === undefined) continue;
    const field = fields.get(key);
    if (field === undefined) fields.set(key, [downloads]);
    else field.push(downloads);
  }
  for (const field of fields.values()) field.sort((a, b) => a - b);
  return (release) => {
    const key = fieldOf(release);
    const downloads = release.adoption?.downloads30d;
    const field = key === undefined ? undefined : fields.get(key);
    if (field === undefined || downloads === undefined || field.length < SMALLEST_FIELD) return undefined;
    const below = lowerBound(field, downloads);
    const upTo = lowerBound(field, downloads, true);
    return (below + upTo) / 2 / field.length;
  };
}

/** The field in which a release's downloads are compared: snapshot, kind and size band; undefined where one is unknown. */
export function fieldOf(release: ReleaseFacts): string | undefined {
  if (!fields.has(release)) fields.set(release, writtenField(release));
  return fields.get(release);
}

/** Written once per release. */
const fields = new WeakMap<ReleaseFacts, string | undefined>();

function writtenField(release: ReleaseFacts): string | undefined {
  const { totalParamsB, kind } = release;
  const snapshot = release.adoption?.snapshot;
  if (totalParamsB === undefined || snapshot === undefined) return undefined;
  return `${snapshot}|${kind ?? ''}|${sizeBand(totalParamsB)}`;
}

/** How many sorted values lie below the given one, or with `orEqual` not above it. */
function lowerBound(sorted: readonly number[], value: number, orEqual = false): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle] ?? Infinity;
    if (at < value || (orEqual && at === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
