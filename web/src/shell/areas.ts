import type { LinkProps } from '@tanstack/react-router';

export interface Screen {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
  /** Only for those who may; everybody sees the others. */
  readonly permission?: string;
  readonly count?: 'flags' | 'models' | 'tools' | 'releases' | 'approvals';
  readonly counted?: string;
}

interface Area {
  readonly title?: string;
  readonly screens: readonly Screen[];
}

/** The navigation: every screen once, grouped as people think of them. */
export const AREAS: readonly Area[] = [
  {
    screens: [
      { to: '/', label: 'Dashboard' },
      { to: '/flags', label: 'Flags', count: 'flags', counted: 'open' },
      { to: '/notifications', label: 'Notifications' },
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
      { to: '/tokens', label: 'Tokens', permission: 'token.own' },
      { to: '/webhooks', label: 'Webhooks', permission: 'webhook.manage' },
      { to: '/jobs', label: 'Jobs', permission: 'job.manage' },
    ],
  },
];
