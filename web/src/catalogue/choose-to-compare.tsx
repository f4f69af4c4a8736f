import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Mark } from '../components/check-group.tsx';
import type { Column } from '../components/data-table.tsx';
import link from '../components/export-link.module.css';
import { useUrlState } from '../components/use-search.ts';
import type { Release } from './columns.tsx';

/** More do not fit beside each other. */
export const MOST_COMPARED = 4;

/** The releases that are marked for a comparison, which stand in the address, and the column that marks them. */
export function useChosen(): readonly [readonly string[], Column<Release>] {
  const [{ compare = '' }, change] = useUrlState();
  return useMemo(() => {
    const chosen = compare.split(',').filter(Boolean);
    const choose = (id: string, on: boolean): void => {
      const next = on ? [...chosen, id] : chosen.filter((each) => each !== id);
      change('compare', next.join(',') || undefined);
    };
    return [
      chosen,
      {
        id: 'compare',
        header: 'Compare',
        cell: ({ id, displayName }) => (
          <Mark
            label={`Compare ${displayName}`}
            disabled={!chosen.includes(id) && chosen.length >= MOST_COMPARED}
            selected={chosen.includes(id)}
            onChange={(on) => choose(id, on)}
          />
        ),
      },
    ] as const;
  }, [compare, change]);
}

/** Leads to what was marked, as soon as there is something to compare. */
export function CompareLink({ chosen }: { readonly chosen: readonly string[] }) {
  if (chosen.length === 0) return null;
  if (chosen.length === 1) return <span className="muted">Mark one more to compare</span>;
  return (
    <Link to="/compare" search={{ ids: chosen.join(',') }} className={link.primary}>
      Compare {chosen.length} releases
    </Link>
  );
}
