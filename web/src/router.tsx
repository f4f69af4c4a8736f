import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Gatekeeper } from './session/gatekeeper.tsx';
import { Broken, NOT_ARRIVED } from './shell/broken.tsx';
import { NotFound } from './shell/not-found.tsx';

/** What stands behind the `?`: every filter, sort and open row as plain text, so that any view has an address. */
export type Search = Readonly<Record<string, string | undefined>>;

const validateSearch = (search: Record<string, unknown>): Search =>
  Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  );

/** The router would reload a page whose code did not arrive, which without a network leads out of the console. */
const arriving =
  <Module,>(load: () => Promise<Module>) =>
  (): Promise<Module> =>
    load().catch(() => {
      throw new Error(NOT_ARRIVED);
    });

const root = createRootRoute({ component: Gatekeeper, notFoundComponent: NotFound });
const screen = { getParentRoute: () => root, validateSearch };

const routes = [
  createRoute({
    ...screen,
    path: '/',
    component: lazyRouteComponent(
      arriving(() => import('./dashboard/dashboard.page.tsx')),
      'DashboardPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/flags',
    component: lazyRouteComponent(
      arriving(() => import('./flags/flags.page.tsx')),
      'FlagsPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/models',
    component: lazyRouteComponent(
      arriving(() => import('./models/models.page.tsx')),
      'ModelsPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/models/$id',
    component: lazyRouteComponent(
      arriving(() => import('./models/model.page.tsx')),
      'ModelPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/tools',
    component: lazyRouteComponent(
      arriving(() => import('./tools/tools.page.tsx')),
      'ToolsPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/tools/$id',
    component: lazyRouteComponent(
      arriving(() => import('./tools/tool.page.tsx')),
      'ToolPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/gpu-pools',
    component: lazyRouteComponent(
      arriving(() => import('./pools/pools.page.tsx')),
      'PoolsPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/catalogue',
    component: lazyRouteComponent(
      arriving(() => import('./catalogue/catalogue.page.tsx')),
      'CataloguePage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/catalogue/$id',
    component: lazyRouteComponent(
      arriving(() => import('./catalogue/release.page.tsx')),
      'ReleasePage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/compare',
    component: lazyRouteComponent(
      arriving(() => import('./catalogue/compare.page.tsx')),
      'ComparePage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/feeds',
    component: lazyRouteComponent(
      arriving(() => import('./feeds/feeds.page.tsx')),
      'FeedsPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/feeds/$name',
    component: lazyRouteComponent(
      arriving(() => import('./feeds/feed.page.tsx')),
      'FeedPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/quarantine',
    component: lazyRouteComponent(
      arriving(() => import('./feeds/quarantine.page.tsx')),
      'QuarantinePage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/policy',
    component: lazyRouteComponent(
      arriving(() => import('./policy/policy.page.tsx')),
      'PolicyPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/audit',
    component: lazyRouteComponent(
      arriving(() => import('./audit/audit.page.tsx')),
      'AuditPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/jobs',
    component: lazyRouteComponent(
      arriving(() => import('./operations/jobs.page.tsx')),
      'JobsPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/tokens',
    component: lazyRouteComponent(
      arriving(() => import('./identity/tokens.page.tsx')),
      'TokensPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/people',
    component: lazyRouteComponent(
      arriving(() => import('./identity/people.page.tsx')),
      'PeoplePage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/lock-in',
    component: lazyRouteComponent(
      arriving(() => import('./lock-in/lock-in.page.tsx')),
      'LockInPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/notifications',
    component: lazyRouteComponent(
      arriving(() => import('./notifications/notifications.page.tsx')),
      'NotificationsPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/webhooks',
    component: lazyRouteComponent(
      arriving(() => import('./notifications/webhooks.page.tsx')),
      'WebhooksPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/webhooks/$id',
    component: lazyRouteComponent(
      arriving(() => import('./notifications/webhook.page.tsx')),
      'WebhookPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/swap-requests',
    component: lazyRouteComponent(
      arriving(() => import('./swaps/swap-requests.page.tsx')),
      'SwapRequestsPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/swap-requests/new',
    component: lazyRouteComponent(
      arriving(() => import('./swaps/new-swap.page.tsx')),
      'NewSwapPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/swap-requests/$id',
    component: lazyRouteComponent(
      arriving(() => import('./swaps/swap-request.page.tsx')),
      'SwapRequestPage',
    ),
  }),
  createRoute({
    ...screen,
    path: '/approvals',
    component: lazyRouteComponent(
      arriving(() => import('./swaps/approvals.page.tsx')),
      'ApprovalsPage',
    ),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
