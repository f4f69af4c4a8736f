import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Gatekeeper } from './session/gatekeeper.tsx';
import { NotFound } from './shell/not-found.tsx';

/** What stands behind the `?`: every filter, sort and open row as plain text, so that any view has an address. */
export type Search = Readonly<Record<string, string | undefined>>;

const validateSearch = (search: Record<string, unknown>): Search =>
  Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  );

const root = createRootRoute({ component: Gatekeeper, notFoundComponent: NotFound });
const screen = { getParentRoute: () => root, validateSearch };

const routes = [
  createRoute({
    ...screen,
    path: '/',
    component: lazyRouteComponent(() => import('./dashboard/dashboard.page.tsx'), 'DashboardPage'),
  }),
  createRoute({
    ...screen,
    path: '/flags',
    component: lazyRouteComponent(() => import('./flags/flags.page.tsx'), 'FlagsPage'),
  }),
  createRoute({
    ...screen,
    path: '/models',
    component: lazyRouteComponent(() => import('./models/models.page.tsx'), 'ModelsPage'),
  }),
  createRoute({
    ...screen,
    path: '/models/$id',
    component: lazyRouteComponent(() => import('./models/model.page.tsx'), 'ModelPage'),
  }),
  createRoute({
    ...screen,
    path: '/tools',
    component: lazyRouteComponent(() => import('./tools/tools.page.tsx'), 'ToolsPage'),
  }),
  createRoute({
    ...screen,
    path: '/tools/$id',
    component: lazyRouteComponent(() => import('./tools/tool.page.tsx'), 'ToolPage'),
  }),
  createRoute({
    ...screen,
    path: '/gpu-pools',
    component: lazyRouteComponent(() => import('./pools/pools.page.tsx'), 'PoolsPage'),
  }),
  createRoute({
    ...screen,
    path: '/catalogue',
    component: lazyRouteComponent(() => import('./catalogue/catalogue.page.tsx'), 'CataloguePage'),
  }),
  createRoute({
    ...screen,
    path: '/catalogue/$id',
    component: lazyRouteComponent(() => import('./catalogue/release.page.tsx'), 'ReleasePage'),
  }),
  createRoute({
    ...screen,
    path: '/compare',
    component: lazyRouteComponent(() => import('./catalogue/compare.page.tsx'), 'ComparePage'),
  }),
  createRoute({
    ...screen,
    path: '/feeds',
    component: lazyRouteComponent(() => import('./feeds/feeds.page.tsx'), 'FeedsPage'),
  }),
  createRoute({
    ...screen,
    path: '/feeds/$name',
    component: lazyRouteComponent(() => import('./feeds/feed.page.tsx'), 'FeedPage'),
  }),
  createRoute({
    ...screen,
    path: '/quarantine',
    component: lazyRouteComponent(() => import('./feeds/quarantine.page.tsx'), 'QuarantinePage'),
  }),
  createRoute({
    ...screen,
    path: '/policy',
    component: lazyRouteComponent(() => import('./policy/policy.page.tsx'), 'PolicyPage'),
  }),
  createRoute({
    ...screen,
    path: '/audit',
    component: lazyRouteComponent(() => import('./audit/audit.page.tsx'), 'AuditPage'),
  }),
  createRoute({
    ...screen,
    path: '/jobs',
    component: lazyRouteComponent(() => import('./operations/jobs.page.tsx'), 'JobsPage'),
  }),
  createRoute({
    ...screen,
    path: '/tokens',
    component: lazyRouteComponent(() => import('./identity/tokens.page.tsx'), 'TokensPage'),
  }),
  createRoute({
    ...screen,
    path: '/people',
    component: lazyRouteComponent(() => import('./identity/people.page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    ...screen,
    path: '/lock-in',
    component: lazyRouteComponent(() => import('./lock-in/lock-in.page.tsx'), 'LockInPage'),
  }),
  createRoute({
    ...screen,
    path: '/notifications',
    component: lazyRouteComponent(() => import('./notifications/notifications.page.tsx'), 'NotificationsPage'),
  }),
  createRoute({
    ...screen,
    path: '/webhooks',
    component: lazyRouteComponent(() => import('./notifications/webhooks.page.tsx'), 'WebhooksPage'),
  }),
  createRoute({
    ...screen,
    path: '/webhooks/$id',
    component: lazyRouteComponent(() => import('./notifications/webhook.page.tsx'), 'WebhookPage'),
  }),
  createRoute({
    ...screen,
    path: '/swap-requests',
    component: lazyRouteComponent(() => import('./swaps/swap-requests.page.tsx'), 'SwapRequestsPage'),
  }),
  createRoute({
    ...screen,
    path: '/swap-requests/new',
    component: lazyRouteComponent(() => import('./swaps/new-swap.page.tsx'), 'NewSwapPage'),
  }),
  createRoute({
    ...screen,
    path: '/swap-requests/$id',
    component: lazyRouteComponent(() => import('./swaps/swap-request.page.tsx'), 'SwapRequestPage'),
  }),
  createRoute({
    ...screen,
    path: '/approvals',
    component: lazyRouteComponent(() => import('./swaps/approvals.page.tsx'), 'ApprovalsPage'),
  }),
];

export const router = createRouter({ routeTree: root.addChildren(routes), defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
