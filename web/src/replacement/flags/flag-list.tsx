import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ComponentProps } from 'react';
import { MODEL_FILTER, TOOL_FILTER } from '../../api/choices.ts';
import type { components } from '../../api/schema.d.ts';
import type { List } from '../../api/use-list.ts';
import { ExportLink } from '../../components/export-link.tsx';
import { FilterBar, type Filter } from '../../components/filter-bar.tsx';
import { ListPanel } from '../../components/list-panel.tsx';
import { withDays } from '../../components/moment.tsx';
import { Empty } from '../../components/notice.tsx';
import { Severity } from '../../components/severity.tsx';
import { optionsOf, words } from '../../components/words.ts';
import type { Search } from '../../router.tsx';
import styles from './flags.module.css';

type Flag = components['schemas']['FlagView'];

const FILTERS: readonly Filter[] = [
  { name: 'mine', label: 'Tools', options: [{ id: 'true', label: 'Mine' }] },
  { name: 'severity', label: 'Severity', options: optionsOf('FAIL', 'WARN', 'INFO') },
  {
    name: 'reason',
    label: 'Reason',
    options: optionsOf(
      'SUCCESSOR_DECLARED',
      'NEWER_GENERATION',
      'QUALITY_GAIN',
      'COST_GAIN',
      'FOOTPRINT_GAIN',
      'LANGUAGE_GAIN',
      'CONCENTRATION_RELIEF',
      'END_OF_SUPPORT',
      'LICENCE_CHANGE',
      'POLICY_VIOLATION',
    ),
  },
  { name: 'confidence', label: 'Confidence', options: optionsOf('VERY_HIGH', 'HIGH', 'MEDIUM', 'LOW') },
  {
    name: 'state',
    label: 'State',
    options: [
      ...optionsOf('OPEN', 'IN_TRIAGE', 'PENDING', 'SNOOZED', 'DISMISSED', 'ACCEPTED', 'SUPERSEDED', 'RESOLVED'),
      { id: 'ALL', label: 'All' },
    ],
  },
  MODEL_FILTER,
  TOOL_FILTER,
  {
    name: 'sort',
    label: 'Order',
    options: [
      { id: '-raisedAt', label: 'Newest first' },
      { id: 'raisedAt', label: 'Oldest first' },
      { id: 'title', label: 'By name' },
    ],
  },
];

interface Props {
  readonly list: List<Flag>;
  readonly search: Search;
  /** What the list was asked for. */
  readonly query: ComponentProps<typeof ExportLink>['query'];
  readonly change: (name: string, value: string | undefined) => void;
  readonly changeAll: (changes: Search) => void;
  readonly shown: string | undefined;
}

export function FlagList({ list, search, query, change, changeAll, shown }: Props) {
  const filter = (name: string, value: string | undefined): void => changeAll({ [name]: value, open: undefined });
  return (
    <section className={styles.list} aria-label="Flags">
      <header className={styles.listHead}>
        <h1 className={styles.listTitle}>Flags</h1>
        <ExportLink path="/v1/flags" query={query} rows={list.total} />
        <FilterBar filters={FILTERS} values={search} onChange={filter} searchLabel="Search flags" />
      </header>
      <ListPanel bare list={list} noun="flags" empty={<NoFlags />}>
        <ul>
          {list.rows.map((flag) => (
            <Item key={flag.id} flag={flag} shown={flag.id === shown} onOpen={() => change('open', flag.id)} />
          ))}
        </ul>
      </ListPanel>
    </section>
  );
}

const NoFlags = () => (
  <Empty title="No flag waits for a decision">
    A flag appears when a newer release could replace a model in use. Take a filter away, or look at{' '}
    <Link to="/catalogue">what is new in the catalogue</Link>.
  </Empty>
);

function Item({ flag, shown, onOpen }: { readonly flag: Flag; readonly shown: boolean; readonly onOpen: () => void }) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (shown) item.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return (
    <li ref={item} className={styles.item}>
      <button className={styles.open} aria-current={shown} onClick={onOpen}>
        <span className={styles.itemTitle}>{withDays(flag.title)}</span>
        <span className={styles.meta}>
          <Severity severity={flag.severity} />
          <span>{flag.reasons.map(words).join(', ')}</span>
          <span>{words(flag.confidence)} confidence</span>
          {flag.state !== 'OPEN' && <span>{words(flag.state)}</span>}
        </span>
      </button>
    </li>
  );
}
