/** LOCAL: a built-in account. OIDC: the identity provider. */
export const SIGN_IN_METHODS = ['LOCAL', 'OIDC'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** Since when a session must have been heard of to be still open. */
export const quietSince = (now: Date, idleMinutes: number): Date => new Date(now.getTime() - idleMinutes * 60_000);
