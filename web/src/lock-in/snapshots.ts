import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';

export type Snapshot = components['schemas']['SnapshotView'];

/** Five years of monthly reports. */
const MOST = 60;

/** Frozen reports, the latest first. */
export const useSnapshots = (): UseQueryResult<{ readonly items: Snapshot[] }> =>
  useQuery({
    queryKey: ['snapshots'],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/lock-in/snapshots', { params: { query: { limit: MOST } }, signal })),
  });

/** Up, down or unchanged, said with a sign: +1.2, −3.4, ±0.0. */
export const signed = (value: number, digits = 1): string => {
  const text = Math.abs(value).toFixed(digits);
  return `${Number(text) === 0 ? '±' : value > 0 ? '+' : '−'}${text}`;
};
