import type { Role } from '../../kernel/actor.js';

interface LocalAccount {
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
}

/** The built-in accounts for trials: one for each role, and two managers because approvals take two. */
export const LOCAL_ACCOUNTS = {
  platform: { displayName: 'Pat Platform', roles: ['PLATFORM_ENGINEER'], teams: ['ai-platform'] },
  'tool-owner': { displayName: 'Toni Owner', roles: ['TOOL_OWNER'], teams: [] },
  manager: { displayName: 'Max Manager', roles: ['MANAGER'], teams: [] },
  'manager-2': { displayName: 'Mia Manager', roles: ['MANAGER'], teams: [] },
  validator: { displayName: 'Val Validator', roles: ['VALIDATOR'], teams: [] },
  auditor: { displayName: 'Ada Auditor', roles: ['AUDITOR'], teams: [] },
  admin: { displayName: 'Ali Admin', roles: ['ADMIN'], teams: [] },
} as const satisfies Record<string, LocalAccount>;

export type LocalAccountName = keyof typeof LOCAL_ACCOUNTS;
export const LOCAL_ACCOUNT_NAMES = [
  'platform',
  'tool-owner',
  'manager',
  'manager-2',
  'validator',
  'auditor',
  'admin',
] as const satisfies readonly LocalAccountName[];

export const LOCAL_ISSUER = 'local';
