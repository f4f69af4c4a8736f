import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';

/** Releases side by side, as soon as there are two. */
export const useComparison = (ids: readonly string[]) =>
  useQuery({
    queryKey: ['compare', ids],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/releases/compare', { params: { query: { ids: ids.join(',') } }, signal })),
    enabled: ids.length >= 2,
  });
