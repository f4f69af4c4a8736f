import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Gatekeeper } from './session/gatekeeper.tsx';
import { NotFound } from './shell/not-found.tsx';

/** What stands behind the `?`: every filter, sort and open row as plain text, so that any view has an address. */
export type Search = Readonly<Record<string, string | undefined>>;

const validateSearch = (search: Record<string, unknown>): Search =>
  Object.fromEntries(Object.entries(search).map(([name, value]) => [name, value === undefined ? undefined : String(value)]));

const root = createRootRoute({ component: Gatekeeper, notFoundComponent: NotFound });
const screen = { getParentRoute: () => root, validateSearch };

const routes = [
  createRoute({ ...screen, path: '/', component: lazyRouteComponent(() => import('./dashboard/dashboard.page.tsx'), 'DashboardPage') }),
  createRoute({ ...screen, path: '/flags', component: lazyRouteComponent(() => import('./flags/flags.page.tsx'), 'FlagsPage') }),
  createRoute({ ...screen, path: '/models', component: lazyRouteComponent(() => import('./models/models.page.tsx'), 'ModelsPage') }),
  createRoute({ ...screen, path: '/tools', component: lazyRouteComponent(() => import('./tools/tools.page.tsx'), 'ToolsPage') }),
  createRoute({ ...screen, path: '/catalogue', component: lazyRouteComponent(() => import('./catalogue/catalogue.page.tsx'), 'CataloguePage') }),
];

export const router = createRouter({ routeTree: root.addChildren(routes), defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
