import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty, ProblemNotice, Skeleton } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPart } from '../components/query-page.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { percent, words } from '../components/words.ts';
import { useCan } from '../session/use-me.ts';
import styles from './lock-in.module.css';

type Snapshot = components['schemas']['SnapshotView'];

const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.tsx')).TrendChart }));

const COLUMNS: readonly Column<Snapshot>[] = [
  { id: 'asOf', header: 'As of', cell: (each) => <Moment at={each.asOf} /> },
  {
    id: 'cause',
    header: 'Taken',
    cell: (each) => `${words(each.cause)}${each.takenBy ? `, ${each.takenBy.displayName}` : ''}`,
  },
  { id: 'index', header: 'Index', numeric: true, cell: (each) => each.lockInIndex?.toFixed(1) ?? '–' },
  {
    id: 'vendor',
    header: 'Largest vendor',
    cell: (each) => `${each.topVendor ?? '–'} ${percent(each.topVendorShare)}`,
  },
  {
    id: 'country',
    header: 'Largest country',
    cell: (each) => `${each.topCountry ?? '–'} ${percent(each.topCountryShare)}`,
  },
  { id: 'breached', header: 'Over the limit', cell: (each) => each.breached.map(words).join(', ') || 'nothing' },
  {
    id: 'pdf',
    header: 'PDF',
    cell: (each) => (
      <a href={`/v1/lock-in/snapshots/${each.id}.pdf`} download>
        PDF
      </a>
    ),
  },
  {
    id: 'sha',
    header: 'SHA-256',
    cell: (each) => (
      <span className="mono" title={each.sha256}>
        {each.sha256.slice(0, 12)}…
      </span>
    ),
  },
];

const MOST = 60;

/** Reports that were frozen, and how the index went from one to the next. */
export function SnapshotsPanel() {
  const may = useCan('lock-in.snapshot');
  const query = useQuery({
    queryKey: ['snapshots'],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/lock-in/snapshots', { params: { query: { limit: MOST } }, signal })),
  });
  const take = useSubmit(
    (_: undefined) => unwrap(api.POST('/v1/lock-in/snapshots', { body: {} })),
    () => say('The report is frozen as it stands now.'),
  );
  return (
    <Panel title="In time" measure="frozen monthly, on demand, and when a limit is crossed" flush>
      {take.problem && <ProblemNotice problem={take.problem} />}
      <QueryPart query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No report is frozen yet">Freeze one to compare with later.</Empty>
          ) : (
            <>
              {items.length > 1 && (
                <Suspense fallback={<Skeleton rows={4} />}>
                  <TrendChart snapshots={items} />
                </Suspense>
              )}
              <DataTable label="Frozen reports" columns={COLUMNS} rows={items} rowId={({ id }) => id} />
            </>
          )
        }
      </QueryPart>
      {may && (
        <div className={styles.more}>
          <Button onPress={() => take.submit(undefined)} isPending={take.pending}>
            Freeze this report
          </Button>
        </div>
      )}
    </Panel>
  );
}
