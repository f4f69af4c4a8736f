/** Seconds before the second, third … attempt: quick at first; the last attempt is made when the three days end. */
const DELAYS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000];
const LAST_WITHIN_MS = 3_600_000;
/** Receivers that failed together do not come back together. */
const JITTER = 0.1;

/** How long a message is tried, in milliseconds. */
export const GIVE_UP_AFTER_MS = 3 * 24 * 3_600_000;

export interface Attempted {
  /** Attempts made, this one included. */
  readonly attempts: number;
  readonly now: Date;
  readonly giveUpAt: Date;
  /** Seconds that the receiver asked for by Retry-After. */
  readonly retryAfter?: number;
  /** In [0, 1). */
  readonly random: number;
}

/** Returns when to try again, or null when the message is given up. */
export function nextAttempt({ attempts, now, giveUpAt, retryAfter = 0, random }: Attempted): Date | null {
  if (attempts > DELAYS.length + 1) return null;
  const delay = (DELAYS[attempts - 1] ?? Infinity) * (1 - JITTER + 2 * JITTER * random);
  const last = giveUpAt.getTime() - LAST_WITHIN_MS * random;
  const next = Math.min(now.getTime() + Math.max(delay, retryAfter) * 1_000, last);
  return next > now.getTime() ? new Date(next) : null;
}

/** Returns the seconds of a Retry-After field (RFC 9110: seconds or a date), or undefined. */
export function retryAfterSeconds(field: string | undefined, now: Date): number | undefined {
  if (field === undefined) return undefined;
  if (/^\d{1,9}$/.test(field)) return Number(field);
  const moment = Date.parse(field);
  return Number.isNaN(moment) ? undefined : Math.max(0, (moment - now.getTime()) / 1_000);
}
