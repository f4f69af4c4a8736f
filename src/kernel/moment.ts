const DAY_MS = 86_400_000;

/** The moment that an `asOf` names: a day (YYYY-MM-DD, UTC) is meant to its end, today up to now; undefined without one. */
export function momentOf(asOf: string | undefined, now: Date): Date | undefined {
  if (asOf === undefined) return undefined;
  const start = new Date(asOf);
  if (asOf.includes('T') || start > now) return start;
  return new Date(Math.min(now.getTime(), start.getTime() + DAY_MS - 1));
}
