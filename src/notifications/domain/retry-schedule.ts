/** Seconds before the second, third … attempt: quick at first, and together just under three days. */
const DELAYS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 72_000];
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
  const delay = DELAYS[attempts - 1];
  if (delay === undefined) return null;
  const seconds = Math.max(delay * (1 - JITTER + 2 * JITTER * random), retryAfter);
  const next = new Date(now.getTime() + seconds * 1_000);
  return next <= giveUpAt ? next : null;
}

/** Returns the seconds of a Retry-After field (RFC 9110: seconds or a date), or undefined. */
export function retryAfterSeconds(field: string | undefined, now: Date): number | undefined {
  if (field === undefined) return undefined;
  if (/^\d{1,9}$/.test(field)) return Number(field);
  const moment = Date.parse(field);
  return Number.isNaN(moment) ? undefined : Math.max(0, (moment - now.getTime()) / 1_000);
}
