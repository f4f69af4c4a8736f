import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';

/** How people sign in here. */
export const useSignIn = () =>
  useQuery({
    queryKey: ['sign-in'],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/sign-in', { signal })),
    staleTime: Infinity,
  });
