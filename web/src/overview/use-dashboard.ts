import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';

/** The numbers of the first screen; the navigation and the top bar show some of them, too. */
export const useDashboard = () =>
  useQuery({ queryKey: ['dashboard'], queryFn: ({ signal }) => unwrap(api.GET('/v1/dashboard', { signal })) });
