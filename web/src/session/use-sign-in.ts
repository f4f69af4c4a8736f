import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';

/** How people sign in here. */
export const signInQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/sign-in', { signal })),
  staleTime: Infinity,
});

export const useSignIn = () => useQuery(signInQuery);
