import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { FilterBar } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Tag } from '../components/tag.tsx';
import { useUrlState } from '../components/use-search.ts';
import { RunStatus } from './run-status.tsx';

type Feed = components['schemas']['FeedView'];

const COLUMNS: readonly Column<Feed>[] = [
  {
    id: 'name',
    header: 'Feed',
    text: 'short',
    sort: 'name',
    cell: (feed) => (
      <Link to="/feeds/$name" params={{ name: feed.name }}>
        {feed.name}
      </Link>
    ),
  },
  { id: 'title', header: 'What it brings', text: 'prose', cell: (feed) => feed.title },
  {
    id: 'asOf',
    header: 'As of',
    text: 'short',
    cell: (feed) => (
      <>
        {feed.asOf ? <Moment at={feed.asOf} /> : <Tag>never read</Tag>}{' '}
        {feed.asOf && feed.stale && <Tag tone="warn">Out of date</Tag>}
      </>
    ),
  },
  {
    id: 'run',
    header: 'Last run',
    cell: (feed) => (feed.lastRun ? <RunStatus run={feed.lastRun} /> : <span className="muted">none</span>),
  },
  { id: 'failures', header: 'Failures', numeric: true, cell: (feed) => feed.failures || '–' },
  {
    id: 'held',
    header: 'In quarantine',
    numeric: true,
    cell: (feed) =>
      feed.held === 0 ? (
        '–'
      ) : (
        <Link to="/quarantine" search={{ feed: feed.name }}>
          {feed.held}
        </Link>
      ),
  },
  { id: 'licence', header: 'Licence of the data', text: 'prose', cell: (feed) => feed.licence },
];

/** The sources of the catalogue, how fresh each is and what it left in quarantine. */
export function FeedsPage() {
  const [search, change] = useUrlState();
  const { q, sort } = search;
  const list = useList(['feeds', { q, sort }], (cursor, signal) =>
    unwrap(api.GET('/v1/feeds', { params: { query: { q, sort, cursor, limit: 50 } }, signal })),
  );
  return (
    <Page
      title="Feeds"
      sub="Where the catalogue comes from. A payload can also be carried over an air gap and uploaded on the feed’s page."
      actions={<ExportLink path="/v1/feeds" query={{ q, sort }} rows={list.total} />}
    >
      <FilterBar filters={[]} values={search} onChange={change} searchLabel="Search feeds" columns={COLUMNS} />
      <ListPanel list={list} noun="feeds" empty={<Empty title="No feed matches">Take the search away.</Empty>}>
        <DataTable
          label="Feeds"
          columns={COLUMNS}
          hide={search.hide}
          rows={list.rows}
          rowId={({ name }) => name}
          sort={sort ?? 'name'}
          onSort={(next) => change('sort', next)}
        />
      </ListPanel>
    </Page>
  );
}
