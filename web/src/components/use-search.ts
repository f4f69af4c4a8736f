import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Search } from '../router.tsx';

/** The view's filters, sort and open row, as they stand in the address, and the way to change one of them. */
export function useUrlState(): readonly [Search, (name: string, value: string | undefined) => void] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = useCallback(
    (name: string, value: string | undefined) =>
      void navigate({ to: '.', search: (old: Search) => ({ ...old, [name]: value }), replace: true }),
    [navigate],
  );
  return [search, change];
}
