import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Columns, Facts } from '../components/facts.tsx';
import { SafeLink } from '../components/field-words.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { FilterBar, type Filter } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPage } from '../components/query-page.tsx';
import { Tag } from '../components/tag.tsx';
import { useUrlState } from '../components/use-search.ts';
import { count, optionsOf, words } from '../components/words.ts';
import { useCan } from '../session/use-me.ts';
import { FeedActions } from './feed-actions.tsx';
import { RunStatus } from './run-status.tsx';
import styles from './feeds.module.css';
import { UploadPanel } from './upload-panel.tsx';

type Feed = components['schemas']['FeedView'];
type Run = components['schemas']['FeedRunView'];

const COLUMNS: readonly Column<Run>[] = [
  { id: 'at', header: 'Began', cell: (run) => <Moment at={run.createdAt} precise /> },
  { id: 'status', header: 'Status', cell: (run) => <RunStatus run={run} /> },
  { id: 'trigger', header: 'By', cell: (run) => `${words(run.trigger)}${run.startedBy ? `, ${run.startedBy}` : ''}` },
  { id: 'asOf', header: 'As of', cell: (run) => (run.asOf ? <Moment at={run.asOf} /> : '–') },
  { id: 'added', header: 'Added', numeric: true, cell: (run) => count(run.added) },
  { id: 'changed', header: 'Changed', numeric: true, cell: (run) => count(run.changed) },
  { id: 'unchanged', header: 'Unchanged', numeric: true, cell: (run) => count(run.unchanged) },
  { id: 'quarantined', header: 'Quarantined', numeric: true, cell: (run) => count(run.quarantined) },
  {
    id: 'size',
    header: 'Size',
    numeric: true,
    cell: (run) => (run.sizeBytes === null ? '–' : `${(run.sizeBytes / 1024).toFixed(0)} kB`),
  },
  { id: 'error', header: 'What went wrong', text: 'prose', cell: (run) => run.error ?? '' },
];

const FILTERS: readonly Filter[] = [
  { name: 'status', label: 'Status', options: optionsOf('SUCCEEDED', 'UNCHANGED', 'FAILED', 'RUNNING', 'QUEUED') },
];

const BUSY_MS = 1000;
const working = (run: Run | null | undefined): boolean => run?.status === 'RUNNING' || run?.status === 'QUEUED';

/** One source: its freshness, its runs and the way to hand it a payload. */
export function FeedPage() {
  const { name = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['feed', name],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/feeds/{name}', { params: { path: { name } }, signal })),
    refetchInterval: ({ state }) => (working(state.data?.lastRun) ? BUSY_MS : false),
  });
  return (
    <QueryPage title="Feed" query={query}>
      {(feed) => <FeedScreen feed={feed} />}
    </QueryPage>
  );
}

function FeedScreen({ feed }: { readonly feed: Feed }) {
  const may = useCan('feed.run');
  const [search, change] = useUrlState();
  const status = search.status as Run['status'] | undefined;
  const stamp = `${feed.lastRun?.id}${feed.lastRun?.status}${feed.lastRun?.done}`;
  const list = useList(['runs', feed.name, status, stamp], (cursor, signal) =>
    unwrap(
      api.GET('/v1/feeds/{name}/runs', {
        params: { path: { name: feed.name }, query: { status, cursor, limit: 20 } },
        signal,
      }),
    ),
  );
  return (
    <Page
      title={feed.name}
      sub={feed.title}
      actions={
        <>
          <ExportLink path={`/v1/feeds/${feed.name}/runs`} query={{ status }} rows={list.total} />
          <FeedActions feed={feed} running={working(feed.lastRun)} />
        </>
      }
    >
      <Columns>
        <Panel title="Source">
          <Facts
            facts={[
              ['Homepage', feed.homepage && <SafeLink key="h" href={feed.homepage} />],
              ['Licence of the data', feed.licence, feed.attribution],
              [
                'Polled',
                feed.everyHours === null ? (
                  <span className="muted">never; it is uploaded</span>
                ) : (
                  `every ${feed.everyHours} hours`
                ),
                feed.stale && <Tag tone="warn">Out of date</Tag>,
              ],
              ['Organisations', feed.organisations?.join(', ') ?? <span className="muted">lists none</span>],
              ['Catalogue as of', feed.asOf ? <Moment at={feed.asOf} /> : <span className="muted">never read</span>],
              ['Failures in a row', feed.failures === 0 ? 'none' : String(feed.failures)],
              [
                'In quarantine',
                feed.held === 0 ? (
                  'nothing'
                ) : (
                  <Link to="/quarantine" search={{ feed: feed.name }}>
                    {feed.held} {feed.held === 1 ? 'item' : 'items'}
                  </Link>
                ),
              ],
            ]}
          />
        </Panel>
        {may && (
          <UploadPanel feed={feed.name} running={feed.lastRun && working(feed.lastRun) ? feed.lastRun : undefined} />
        )}
      </Columns>
      <Panel title="Runs" measure="newest first" flush>
        <div className={styles.filters}>
          <FilterBar filters={FILTERS} values={search} onChange={change} columns={COLUMNS} />
        </div>
        <ListPanel
          bare
          list={list}
          noun="runs"
          empty={<Empty title="It has not run yet">Upload a payload, or let it run by its schedule.</Empty>}
        >
          <DataTable label="Runs" columns={COLUMNS} hide={search.hide} rows={list.rows} rowId={({ id }) => id} />
        </ListPanel>
      </Panel>
    </Page>
  );
}
