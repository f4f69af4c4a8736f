import type { Actor, Role } from '../../kernel/actor.js';

/** What a sign-in says about a person. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly displayName: string;
  readonly teams: readonly string[];
  readonly roles: readonly Role[];
}

interface Known {
  readonly id: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
}

/** Returns the actor that a person is, by themselves or through a token of theirs. */
export const actorOf = ({ id, displayName, roles, teams }: Known, tokenId?: string): Actor => ({
  personId: id,
  displayName,
  roles,
  teams,
  ...(tokenId === undefined ? {} : { tokenId }),
});
