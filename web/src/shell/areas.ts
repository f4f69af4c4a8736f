import type { LinkProps } from '@tanstack/react-router';

export interface Screen {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
  /** Only for those who may; everybody sees the others. */
  readonly permission?: string;
  readonly count?: 'unread' | 'flags' | 'models' | 'tools' | 'releases' | 'approvals';
  readonly counted?: string;
}

interface Area {
  readonly title?: string;
  readonly screens: readonly Screen[];
}

interface Action {
  readonly label: string;
  readonly to: NonNullable<LinkProps['to']>;
  readonly search?: Record<string, string>;
  readonly permission: string;
}

/** What the palette does, beside going to places. */
export const ACTIONS: readonly Action[] = [
  { label: 'Request a swap', to: '/swap-requests/new', permission: 'swap.request' },
  { label: 'Register a tool', to: '/tools/new', permission: 'tool.write' },
  { label: 'Register a model from the catalogue', to: '/catalogue', permission: 'model.write' },
  { label: 'Import tools from a file', to: '/tools/import', permission: 'tool.write' },
  { label: 'Import models from a file', to: '/models/import', permission: 'model.write' },
  { label: 'Add a GPU pool', to: '/gpu-pools', search: { open: 'new' }, permission: 'pool.write' },
  { label: 'Drill an exit', to: '/lock-in', search: { view: 'drill' }, permission: 'lock-in.read' },
  { label: 'Ask what if tools moved', to: '/lock-in', search: { view: 'what-if' }, permission: 'lock-in.read' },
  { label: 'Propose a change of policy', to: '/policy', search: { dialog: 'propose' }, permission: 'policy.propose' },
  { label: 'Create a token', to: '/tokens', search: { dialog: 'new' }, permission: 'token.own' },
];

/** The navigation: every screen once, grouped as people think of them. */
export const AREAS: readonly Area[] = [
  {
    screens: [
      { to: '/', label: 'Dashboard' },
      { to: '/flags', label: 'Flags', count: 'flags', counted: 'open' },
      { to: '/notifications', label: 'Notifications', count: 'unread', counted: 'unread' },
    ],
  },
  {
    title: 'Portfolio',
    screens: [
      { to: '/models', label: 'Models', count: 'models', counted: 'in use' },
      { to: '/tools', label: 'Tools', count: 'tools', counted: 'in all' },
      { to: '/gpu-pools', label: 'GPU pools' },
      { to: '/gateways', label: 'Gateways' },
    ],
  },
  {
    title: 'World',
    screens: [
      { to: '/catalogue', label: 'Catalogue', count: 'releases', counted: 'releases' },
      { to: '/compare', label: 'Compare' },
      { to: '/vendors', label: 'Vendors' },
      { to: '/data-quality', label: 'Data quality' },
      { to: '/feeds', label: 'Feeds' },
      { to: '/quarantine', label: 'Quarantine' },
      { to: '/names', label: 'Unmatched names' },
    ],
  },
  {
    title: 'Change',
    screens: [
      { to: '/swap-requests', label: 'Swap requests' },
      { to: '/approvals', label: 'Approvals', count: 'approvals', counted: 'waiting for me' },
    ],
  },
  {
    title: 'Oversight',
    screens: [
      { to: '/lock-in', label: 'Lock-in report' },
      { to: '/policy', label: 'Policy' },
      { to: '/audit', label: 'Audit trail', permission: 'audit.read' },
    ],
  },
  {
    title: 'Administration',
    screens: [
      { to: '/people', label: 'People' },
      { to: '/sessions', label: 'My sessions' },
      { to: '/tokens', label: 'Tokens', permission: 'token.own' },
      { to: '/webhooks', label: 'Webhooks', permission: 'webhook.manage' },
      { to: '/jobs', label: 'Jobs', permission: 'job.manage' },
    ],
  },
];
