import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../api/client.ts';
import type { components, operations } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { FilterBar, type Filter } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty, ProblemNotice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { useUrlState } from '../components/use-search.ts';
import { optionsOf, words } from '../components/words.ts';
import { useCan } from '../session/use-me.ts';
import styles from './feeds.module.css';

type Item = components['schemas']['QuarantinedItemView'];
type Query = NonNullable<operations['Quarantine.list']['parameters']['query']>;

const COLUMNS: readonly Column<Item>[] = [
  { id: 'reason', header: 'Why it is held', text: 'prose', cell: (item) => item.reason },
  {
    id: 'feed',
    header: 'Feed',
    sort: 'feed',
    cell: (item) => (
      <Link to="/feeds/$name" params={{ name: item.feed }}>
        {item.feed}
      </Link>
    ),
  },
  { id: 'position', header: 'Where in the payload', cell: (item) => <span className="mono">{item.position}</span> },
  { id: 'at', header: 'Since', sort: 'created', cell: (item) => <Moment at={item.createdAt} /> },
  {
    id: 'status',
    header: 'Status',
    cell: (item) => `${words(item.status)}${item.decidedBy ? ` by ${item.decidedBy}` : ''}`,
  },
  {
    id: 'item',
    header: 'Item',
    cell: (item) => (
      <details>
        <summary className={styles.summary}>Show</summary>
        <pre className={styles.item}>{JSON.stringify(item.item, null, 2)}</pre>
      </details>
    ),
  },
];

const FILTERS: readonly Filter[] = [
  { name: 'status', label: 'Status', options: optionsOf('HELD', 'RELEASED', 'DISCARDED') },
  {
    name: 'feed',
    label: 'Feed',
    options: ['models.dev', 'gpustack', 'openrouter', 'hub-facts', 'xinference', 'litellm', 'ollama'].map((id) => ({
      id,
      label: id,
    })),
  },
];

/** What the feeds brought that cannot be true as it stands. */
export function QuarantinePage() {
  const [search, change] = useUrlState();
  const { q, feed, status, sort } = search;
  const query = { q, feed, status: status ?? 'HELD', sort };
  const may = useCan('quarantine.decide');
  const list = useList(['quarantine', query], (cursor, signal) =>
    unwrap(api.GET('/v1/quarantine', { params: { query: { ...(query as Query), cursor, limit: 50 } }, signal })),
  );
  const decide = useSubmit(
    ({ id, verdict }: { id: string; verdict: 'release' | 'discard' }) =>
      verdict === 'release'
        ? unwrap(api.POST('/v1/quarantine/{id}/release', { params: { path: { id } } }))
        : unwrap(api.POST('/v1/quarantine/{id}/discard', { params: { path: { id } } })),
    (_, { verdict }) => say(verdict === 'release' ? 'Released: the catalogue takes it now.' : 'Discarded.'),
  );
  const columns: readonly Column<Item>[] = may
    ? [
        ...COLUMNS,
        {
          id: 'do',
          header: 'Decide',
          cell: (item) =>
            item.status === 'HELD' && (
              <span className={styles.decide}>
                <Button tone="quiet" onPress={() => decide.submit({ id: item.id, verdict: 'release' })}>
                  Release
                </Button>
                <Button tone="quiet" onPress={() => decide.submit({ id: item.id, verdict: 'discard' })}>
                  Discard
                </Button>
              </span>
            ),
        },
      ]
    : COLUMNS;
  return (
    <Page
      title="Quarantine"
      sub="Values that cannot be true as they stand: impossible dates, names that fit several releases, values that fall far outside the others."
      actions={<ExportLink path="/v1/quarantine" query={query} rows={list.total} />}
    >
      <FilterBar filters={FILTERS} values={search} onChange={change} searchLabel="Search reasons" columns={COLUMNS} />
      {decide.problem && (
        <Panel flush>
          <ProblemNotice problem={decide.problem} />
        </Panel>
      )}
      <ListPanel
        list={list}
        noun="items"
        empty={<Empty title="Nothing is held">Whatever the feeds brought could be believed.</Empty>}
      >
        <DataTable
          label="Quarantine"
          columns={columns}
          hide={search.hide}
          rows={list.rows}
          rowId={({ id }) => id}
          sort={sort ?? '-created'}
          onSort={(next) => change('sort', next)}
        />
      </ListPanel>
    </Page>
  );
}
