import type { Actor, Role } from './actor.js';
import { DomainError } from './domain-error.js';

const EVERYONE: readonly Role[] = ['PLATFORM_ENGINEER', 'TOOL_OWNER', 'MANAGER', 'VALIDATOR', 'AUDITOR', 'ADMIN'];

/** The one table of who may do what; what is not listed is refused. Ownership is checked on top, in the query. */
export const PERMISSIONS = {
  'me.read': EVERYONE,
  'session.own': EVERYONE,
  'person.read': EVERYONE,
  'person.write': ['ADMIN'],
  'token.own': ['PLATFORM_ENGINEER', 'TOOL_OWNER', 'MANAGER', 'VALIDATOR', 'ADMIN'],
  'token.admin': ['ADMIN'],
  'vendor.read': EVERYONE,
  'vendor.write': ['PLATFORM_ENGINEER'],
  'release.read': EVERYONE,
  'release.write': ['PLATFORM_ENGINEER'],
  'licence.conclude': ['VALIDATOR'],
  'feed.read': EVERYONE,
  'feed.run': ['PLATFORM_ENGINEER'],
  'quarantine.decide': ['PLATFORM_ENGINEER'],
  'pool.read': EVERYONE,
  'pool.write': ['PLATFORM_ENGINEER'],
  'model.read': EVERYONE,
  'model.write': ['PLATFORM_ENGINEER'],
  'model.change': ['PLATFORM_ENGINEER', 'VALIDATOR'],
  'model.validate': ['VALIDATOR'],
  'model.advance': ['PLATFORM_ENGINEER', 'MANAGER', 'VALIDATOR'],
  'model.approve': ['MANAGER', 'VALIDATOR'],
  'tool.read': EVERYONE,
  'tool.write': ['TOOL_OWNER', 'PLATFORM_ENGINEER'],
  'tool.change': ['TOOL_OWNER', 'PLATFORM_ENGINEER', 'MANAGER'],
  'tool.lower-materiality': ['MANAGER'],
  'assignment.read': EVERYONE,
  'assignment.write': ['TOOL_OWNER', 'PLATFORM_ENGINEER'],
  'policy.read': EVERYONE,
  'policy.propose': ['MANAGER'],
  'policy.approve': ['MANAGER'],
  'evaluation.read': EVERYONE,
  'evaluation.write': ['TOOL_OWNER', 'PLATFORM_ENGINEER', 'VALIDATOR'],
  'flag.read': EVERYONE,
  'flag.triage': ['TOOL_OWNER'],
  'assessment.run': ['PLATFORM_ENGINEER', 'TOOL_OWNER', 'MANAGER', 'VALIDATOR'],
  'swap.read': EVERYONE,
  'swap.request': ['TOOL_OWNER', 'PLATFORM_ENGINEER'],
  'swap.assess': ['MANAGER', 'VALIDATOR'],
  'swap.approve': ['MANAGER', 'VALIDATOR'],
  'swap.implement': ['PLATFORM_ENGINEER'],
  'swap.complete': ['TOOL_OWNER'],
  'swap.cancel': ['TOOL_OWNER', 'PLATFORM_ENGINEER', 'MANAGER'],
  'swap.comment': ['PLATFORM_ENGINEER', 'TOOL_OWNER', 'MANAGER', 'VALIDATOR'],
  'swap.roll-back': ['PLATFORM_ENGINEER', 'TOOL_OWNER', 'MANAGER'],
  'tool.fail-over': ['TOOL_OWNER', 'PLATFORM_ENGINEER'],
  'lock-in.read': EVERYONE,
  'lock-in.snapshot': ['MANAGER'],
  'inventory.read': EVERYONE,
  'dashboard.read': EVERYONE,
  'notification.own': EVERYONE,
  'webhook.manage': ['ADMIN'],
  'job.manage': ['ADMIN'],
  'audit.read': ['AUDITOR', 'MANAGER', 'ADMIN'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/** Whether any of the actor's roles grants the permission; default deny. */
export function can(actor: Pick<Actor, 'roles'>, permission: Permission): boolean {
  const holders: readonly Role[] = PERMISSIONS[permission];
  return actor.roles.some((role) => holders.includes(role));
}

/** The refusal that names the permission that is missing; `pointer` is the field that asked for it, where the route did not. */
export const permissionMissing = (permission: Permission | 'undeclared', pointer = ''): DomainError =>
  new DomainError('forbidden', 'permission-missing', `This needs the permission ${permission}.`, [
    { pointer, code: permission, detail: 'the permission that is missing' },
  ]);
