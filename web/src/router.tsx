import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { ReactNode } from 'react';
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

/** A route whose code arrives with its first visit. */
const page = <const Path extends string, Name extends string>(
  path: Path,
  name: Name,
  load: () => Promise<Record<Name, () => ReactNode>>,
) => createRoute({ ...screen, path, component: lazyRouteComponent(arriving(load), name) });

const routes = [
  page('/', 'DashboardPage', () => import('./overview/dashboard.page.tsx')),
  page('/flags', 'FlagsPage', () => import('./replacement/flags/flags.page.tsx')),
  page('/models', 'ModelsPage', () => import('./portfolio/models/models.page.tsx')),
  page('/models/import', 'ImportModelsPage', () => import('./portfolio/imports/import-models.page.tsx')),
  page('/models/$id', 'ModelPage', () => import('./portfolio/models/model.page.tsx')),
  page('/tools', 'ToolsPage', () => import('./portfolio/tools/tools.page.tsx')),
  page('/tools/new', 'NewToolPage', () => import('./portfolio/tools/new-tool.page.tsx')),
  page('/tools/import', 'ImportToolsPage', () => import('./portfolio/imports/import-tools.page.tsx')),
  page('/tools/$id', 'ToolPage', () => import('./portfolio/tools/tool.page.tsx')),
  page('/tools/$id/edit', 'EditToolPage', () => import('./portfolio/tools/edit-tool.page.tsx')),
  page('/models/$id/edit', 'EditModelPage', () => import('./portfolio/models/edit-model.page.tsx')),
  page('/gpu-pools', 'PoolsPage', () => import('./portfolio/pools/pools.page.tsx')),
  page('/catalogue', 'CataloguePage', () => import('./catalogue/catalogue.page.tsx')),
  page('/catalogue/$id', 'ReleasePage', () => import('./catalogue/release.page.tsx')),
  page('/compare', 'ComparePage', () => import('./catalogue/compare.page.tsx')),
  page('/data-quality', 'DataQualityPage', () => import('./replacement/data-quality/data-quality.page.tsx')),
  page('/names', 'NamesPage', () => import('./catalogue/names.page.tsx')),
  page('/vendors', 'VendorsPage', () => import('./catalogue/vendors.page.tsx')),
  page('/gateways', 'GatewaysPage', () => import('./feeds/gateways.page.tsx')),
  page('/gateways/$id', 'GatewayPage', () => import('./feeds/gateway.page.tsx')),
  page('/feeds', 'FeedsPage', () => import('./feeds/feeds.page.tsx')),
  page('/feeds/$name', 'FeedPage', () => import('./feeds/feed.page.tsx')),
  page('/quarantine', 'QuarantinePage', () => import('./feeds/quarantine.page.tsx')),
  page('/policy', 'PolicyPage', () => import('./policy/policy.page.tsx')),
  page('/audit', 'AuditPage', () => import('./audit/audit.page.tsx')),
  page('/jobs', 'JobsPage', () => import('./operations/jobs.page.tsx')),
  page('/sessions', 'SessionsPage', () => import('./identity/sessions.page.tsx')),
  page('/tokens', 'TokensPage', () => import('./identity/tokens.page.tsx')),
  page('/people', 'PeoplePage', () => import('./identity/people.page.tsx')),
  page('/lock-in', 'LockInPage', () => import('./lock-in/lock-in.page.tsx')),
  page('/notifications', 'NotificationsPage', () => import('./notifications/notifications.page.tsx')),
  page('/webhooks', 'WebhooksPage', () => import('./notifications/webhooks.page.tsx')),
  page('/webhooks/$id', 'WebhookPage', () => import('./notifications/webhook.page.tsx')),
  page('/swap-requests', 'SwapRequestsPage', () => import('./swaps/swap-requests.page.tsx')),
  page('/swap-requests/new', 'NewSwapPage', () => import('./swaps/new-swap.page.tsx')),
  page('/swap-requests/$id', 'SwapRequestPage', () => import('./swaps/swap-request.page.tsx')),
  page('/approvals', 'ApprovalsPage', () => import('./swaps/approvals.page.tsx')),
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
