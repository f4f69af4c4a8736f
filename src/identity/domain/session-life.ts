/** Since when a session must have been heard of to be still open. */
export const quietSince = (now: Date, idleMinutes: number): Date => new Date(now.getTime() - idleMinutes * 60_000);
