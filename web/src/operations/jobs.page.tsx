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
import { Tag, type Tone } from '../components/tag.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { useUrlState } from '../components/use-search.ts';
import { optionsOf, words } from '../components/words.ts';

type Job = components['schemas']['JobView'];
type Query = NonNullable<operations['Jobs.list']['parameters']['query']>;

const TONES: Record<Job['state'], Tone> = { WAITING: 'neutral', RUNNING: 'info', RETRYING: 'warn', DEAD: 'bad' };
const FILTERS: readonly Filter[] = [
  { name: 'state', label: 'State', options: optionsOf('WAITING', 'RUNNING', 'RETRYING', 'DEAD') },
];

/** What the background work is doing, and what it could not do. */
export function JobsPage() {
  const [search, change] = useUrlState();
  const { state, queue, sort } = search;
  const query = { state, queue, sort };
  const list = useList(['jobs', query], (cursor, signal) =>
    unwrap(api.GET('/v1/operations/jobs', { params: { query: { ...(query as Query), cursor, limit: 50 } }, signal })),
  );
  const retry = useSubmit(
    (id: string) => unwrap(api.POST('/v1/operations/jobs/{id}/retry', { params: { path: { id } } })),
    () => say('The job is sent back to where it failed.'),
  );
  const columns: readonly Column<Job>[] = [
    { id: 'queue', header: 'Queue', cell: (job) => <span className="mono">{job.queue}</span> },
    { id: 'state', header: 'State', cell: (job) => <Tag tone={TONES[job.state]}>{words(job.state)}</Tag> },
    { id: 'created', header: 'Created', sort: 'createdAt', cell: (job) => <Moment at={job.createdAt} precise /> },
    { id: 'due', header: 'Due', cell: (job) => <Moment at={job.dueAt} precise /> },
    { id: 'failures', header: 'Failures', numeric: true, cell: (job) => job.failures },
    { id: 'error', header: 'Last error', text: 'prose', cell: (job) => job.lastError ?? '' },
    {
      id: 'do',
      header: 'Retry',
      cell: (job) =>
        job.state === 'DEAD' && (
          <Button tone="quiet" onPress={() => retry.submit(job.id)}>
            Retry
          </Button>
        ),
    },
  ];
  return (
    <Page
      title="Jobs"
      sub="Background work that waits, runs, tries again or has given up."
      actions={<ExportLink path="/v1/operations/jobs" query={query} rows={list.total} />}
    >
      <FilterBar filters={FILTERS} values={search} onChange={change} columns={columns} />
      {retry.problem && (
        <Panel flush>
          <ProblemNotice problem={retry.problem} />
        </Panel>
      )}
      <ListPanel list={list} noun="jobs" empty={<Empty title="No job">All the work is done.</Empty>}>
        <DataTable
          label="Jobs"
          columns={columns}
          hide={search.hide}
          rows={list.rows}
          rowId={({ id }) => id}
          sort={sort ?? '-createdAt'}
          onSort={(next) => change('sort', next)}
        />
      </ListPanel>
    </Page>
  );
}
