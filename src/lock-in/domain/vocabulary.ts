/** Closed lists of lock-in; DTOs and OpenAPI derive from these. */
export const BASES = ['MATERIALITY', 'TOOL_COUNT', 'USAGE'] as const;
export type Basis = (typeof BASES)[number];

/** What concentration is measured by. */
export const DIMENSIONS = ['VENDOR', 'ROOT_VENDOR', 'COUNTRY', 'LICENCE_CLASS', 'FAMILY', 'HOSTING'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What an exit drill takes away. */
export const SHOCK_KINDS = ['VENDOR', 'COUNTRY', 'LICENCE_CLASS'] as const satisfies readonly Dimension[];
export type ShockKind = (typeof SHOCK_KINDS)[number];

export const LIMIT_STATUSES = ['NO_LIMIT', 'INSIDE', 'WARN', 'BREACH'] as const;
export type LimitStatus = (typeof LIMIT_STATUSES)[number];

/** From the easiest to the hardest; the last is not judged. */
export const SUBSTITUTABILITIES = [
  'EASILY_SUBSTITUTABLE',
  'MEDIUM_COMPLEXITY',
  'HIGHLY_COMPLEX',
  'NOT_SUBSTITUTABLE',
  'UNDETERMINED',
] as const;
export type Substitutability = (typeof SUBSTITUTABILITIES)[number];

export const EXIT_ITEMS = [
  'FALLBACK_NAMED',
  'FALLBACK_TESTED',
  'GOLDEN_SET_RUN',
  'GATEWAY_INTERFACE',
  'PROMPTS_VERSIONED',
  'WEIGHTS_MIRRORED',
  'ROLLBACK_REHEARSED',
] as const;
export type ExitItem = (typeof EXIT_ITEMS)[number];

/** A test counts as recent for this many days. */
export const RECENT_TEST_DAYS = 180;

/** Why a report was frozen: somebody asked, a month ended, or a limit was newly breached or is kept again. */
export const SNAPSHOT_CAUSES = ['ON_DEMAND', 'MONTHLY', 'LIMITS_CHANGED'] as const;
export type SnapshotCause = (typeof SNAPSHOT_CAUSES)[number];
