import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Search } from '../router.tsx';

/** The view's filters, sort and open row, as they stand in the address, and the way to change one or several of them. */
export function useUrlState(): readonly [
  Search,
  (name: string, value: string | undefined) => void,
  (changes: Search) => void,
] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const changeAll = useCallback(
    (changes: Search) => void navigate({ to: '.', search: (old: Search) => ({ ...old, ...changes }), replace: true }),
    [navigate],
  );
  const change = useCallback((name: string, value: string | undefined) => changeAll({ [name]: value }), [changeAll]);
  return [search, change, changeAll];
}
