export const ROLES = ['PLATFORM_ENGINEER', 'TOOL_OWNER', 'MANAGER', 'VALIDATOR', 'AUDITOR', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** Who is acting: a person, by themselves or through a token of theirs; they are one party either way. */
export interface Actor {
  readonly personId: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
  /** Set when the person acts through an API token. */
  readonly tokenId?: string;
  /** Set when the person acts through a session of the console. */
  readonly sessionId?: string;
}
