import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, unwrap } from '../api/client.ts';

/** Who is signed in; an error of status 401 means nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => unwrap(api.GET('/v1/me')),
  staleTime: 60_000,
  retry: false,
});

export const useMe = () => useQuery(meQuery);

/** Whether the person may do this, by the same permission codes as the API's. */
export function useCan(permission: string): boolean {
  const { data } = useMe();
  return useMemo(() => data?.permissions.includes(permission) ?? false, [data, permission]);
}

/** Forgets everything that was loaded for the person before: used on sign-in and sign-out. */
export function useForget(): () => void {
  const client = useQueryClient();
  return () => void client.resetQueries();
}
