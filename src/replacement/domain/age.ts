import type { ReleaseFacts } from './facts.js';

const DAY_MS = 86_400_000;

/** Whole and part days from one moment to another, RFC 3339; negative when the second comes first. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The later of release date and first sighting: from then on anyone could have looked at it. */
export function knownSince(release: ReleaseFacts): string {
  const released = release.releaseDate?.date;
  return released !== undefined && Date.parse(released) > Date.parse(release.firstSeenAt)
    ? released
    : release.firstSeenAt;
}

export const ageInDays = (release: ReleaseFacts, now: string): number => daysBetween(knownSince(release), now);

/** The moment at which the release is `minimumAge` days old, or null when it already is. */
export function notBefore(release: ReleaseFacts, minimumAge: number, now: string): string | null {
  const opens = Date.parse(knownSince(release)) + minimumAge * DAY_MS;
  return opens > Date.parse(now) ? new Date(opens).toISOString() : null;
}
