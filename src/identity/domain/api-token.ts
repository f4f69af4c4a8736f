import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '../../kernel/actor.js';

/** Tells API tokens from others at a glance, and lets scanners of leaked secrets find them. */
export const TOKEN_PREFIX = 'mf_';

export interface NewSecret {
  readonly secret: string;
  readonly sha256: string;
  /** Enough to recognise the token, too little to use it. */
  readonly hint: string;
}

/** Returns a new secret of 256 random bits; a plain hash is enough to store what cannot be guessed. */
export function newSecret(): NewSecret {
  const secret = TOKEN_PREFIX + randomBytes(32).toString('base64url');
  return { secret, sha256: sha256Of(secret), hint: `${secret.slice(0, 7)}…` };
}

export const sha256Of = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Returns the roles that a token has today: those it was given that its owner still has. */
export const effectiveRoles = (given: readonly Role[], ofOwner: readonly Role[]): Role[] =>
  given.filter((role) => ofOwner.includes(role));
