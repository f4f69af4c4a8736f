/** The navigation: every screen once, grouped as people think of them. */
export const AREAS = [
  {
    title: undefined,
    screens: [
      { to: '/', label: 'Dashboard' },
      { to: '/flags', label: 'Flags' },
    ],
  },
  {
    title: 'Portfolio',
    screens: [
      { to: '/models', label: 'Models' },
      { to: '/tools', label: 'Tools' },
      { to: '/gpu-pools', label: 'GPU pools' },
    ],
  },
  {
    title: 'World',
    screens: [
      { to: '/catalogue', label: 'Catalogue' },
      { to: '/compare', label: 'Compare' },
      { to: '/feeds', label: 'Feeds' },
    ],
  },
  {
    title: 'Change',
    screens: [
      { to: '/swap-requests', label: 'Swap requests' },
      { to: '/approvals', label: 'Approvals' },
    ],
  },
  {
    title: 'Oversight',
    screens: [
      { to: '/lock-in', label: 'Lock-in report' },
      { to: '/policy', label: 'Policy' },
      { to: '/audit', label: 'Audit trail' },
    ],
  },
] as const;
