import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Search } from '../router.tsx';

/** Written letter by letter, or of no weight: going back does not stop at each. */
const PASSING = ['q', 'hide', 'score', 'compare', 'all', 'tools'];

/** Whether the way back leads past this change: from one open row to the next, too, but not from the list to a row. */
const isPassing = (changes: Search, old: Search): boolean =>
  Object.entries(changes).every(
    ([name, value]) => PASSING.includes(name) || value === old[name] || (name === 'open' && value && old.open),
  );

/** The view's filters, sort and open row, as they stand in the address, and the way to change one or several of them. */
export function useUrlState(): readonly [
  Search,
  (name: string, value: string | undefined) => void,
  (changes: Search) => void,
] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const changeAll = useCallback(
    (changes: Search) =>
      void navigate({
        to: '.',
        search: (old: Search) => ({ ...old, ...changes }),
        replace: isPassing(changes, search),
        resetScroll: false,
      }),
    [navigate, search],
  );
  const change = useCallback((name: string, value: string | undefined) => changeAll({ [name]: value }), [changeAll]);
  return [search, change, changeAll];
}
