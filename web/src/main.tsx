import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api/client.ts';
import { router } from './router.tsx';
import { meQuery } from './session/use-me.ts';
import { signInQuery } from './session/use-sign-in.ts';
import './theme/base.css';

/** What the caller did wrong does not get better by asking again. */
const worthRetrying = (failures: number, error: unknown): boolean =>
  failures < 2 && !(error instanceof ApiError && error.problem.status >= 400 && error.problem.status < 500);

const queries = new QueryClient({
  defaultOptions: {
    // Without a network a request fails at once and the screen says so, instead of waiting in silence.
    queries: { staleTime: 10_000, retry: worthRetrying, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

// Asked for at once, so that the answers come in while the screen's code does.
void queries.prefetchQuery(meQuery);
void queries.prefetchQuery(signInQuery);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
