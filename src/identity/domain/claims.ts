import { ROLES } from '../../kernel/actor.js';
import type { Role } from '../../kernel/actor.js';
import type { Identity } from './identity.js';

type Claims = Readonly<Record<string, unknown>>;

/** Where an identity provider puts what we ask for, and what its words for roles mean. */
export interface ClaimNames {
  readonly roles: string;
  readonly teams: string;
  /** Entries such as `bank-audit=AUDITOR`; a value may stand for several roles. */
  readonly roleMap: readonly string[];
}

/** Returns the claim of that name; dots lead into objects, unless a claim has the whole name. */
export function claimAt(claims: Claims, name: string): unknown {
  if (name in claims) return claims[name];
  return name.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), claims);
}

/** Returns our roles for the values of a claim: mapped values and names of roles; all others grant nothing. */
export function rolesOf(claim: unknown, roleMap: readonly string[]): Role[] {
  const values = textsOf(claim);
  const names = roleMap.flatMap((entry) => {
    const at = entry.lastIndexOf('=');
    return values.includes(entry.slice(0, at).trim()) ? [entry.slice(at + 1).trim()] : [];
  });
  return ROLES.filter((role) => values.includes(role) || names.includes(role));
}

/** Returns what a sign-in says about a person, or undefined when the token names nobody. */
export function identityOf(claims: Claims, issuer: string, names: ClaimNames): Identity | undefined {
  const { sub, email, name, preferred_username: username } = claims;
  if (typeof sub !== 'string' || sub === '') return undefined;
  const displayName = [name, username, email].find((each) => typeof each === 'string' && each.trim() !== '');
  return {
    issuer,
    subject: sub,
    email: typeof email === 'string' ? email.slice(0, 320) : null,
    displayName: typeof displayName === 'string' ? displayName.trim().slice(0, 200) : sub.slice(0, 200),
    teams: textsOf(claimAt(claims, names.teams)).map(withoutSlash).sort(),
    roles: rolesOf(claimAt(claims, names.roles), names.roleMap),
  };
}

/** Keycloak names groups by their path. */
const withoutSlash = (group: string): string => group.replace(/^\//, '');

const textsOf = (claim: unknown): string[] => {
  if (typeof claim === 'string') return [claim];
  return Array.isArray(claim) ? claim.filter((each): each is string => typeof each === 'string' && each !== '') : [];
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
