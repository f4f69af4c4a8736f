import { useCallback, useMemo } from 'react';
import { trendChartOption, trendChartWords, type ChartLook } from '../../../src/lock-in/domain/charts.ts';
import { api, unwrap } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { DownloadLink } from '../components/download-link.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty, ProblemNotice } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPart } from '../components/query-page.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { percent, words } from '../components/words.ts';
import { useCan } from '../session/use-me.ts';
import { ComparePanel } from './compare-panel.tsx';
import { LazyChart } from './lazy-chart.tsx';
import styles from './lock-in.module.css';
import { limitName } from './names.ts';
import { useSnapshots, type Snapshot } from './snapshots.ts';

const fileOf = ({ asOf }: Snapshot, kind: string): string => `lock-in-${asOf.slice(0, 10)}.${kind}`;

const COLUMNS: readonly Column<Snapshot>[] = [
  { id: 'asOf', header: 'As of', text: 'short', cell: (each) => <Moment at={each.asOf} /> },
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
  { id: 'breached', header: 'Over the limit', cell: (each) => each.breached.map(limitName).join(', ') || 'nothing' },
  { id: 'policy', header: 'Policy', numeric: true, cell: (each) => each.policyVersion },
  {
    id: 'files',
    header: 'Files',
    text: 'short',
    cell: (each) => (
      <>
        <DownloadLink href={`/v1/lock-in/snapshots/${each.id}.pdf`} fileName={fileOf(each, 'pdf')}>
          PDF
        </DownloadLink>{' '}
        <DownloadLink href={`/v1/lock-in/snapshots/${each.id}`} fileName={fileOf(each, 'json')}>
          JSON
        </DownloadLink>
      </>
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

const TREND_HEIGHT = 220;

/** Reports that were frozen, how the index went from one to the next, and what changed between any two. */
export function SnapshotsPanel({ asOf }: { readonly asOf?: string }) {
  const may = useCan('lock-in.snapshot');
  const query = useSnapshots();
  const take = useSubmit(
    (_: undefined) => unwrap(api.POST('/v1/lock-in/snapshots', { body: asOf === undefined ? {} : { asOf } })),
    () => say('The report is frozen as it stands.'),
  );
  return (
    <>
      <Panel title="In time" measure="frozen monthly, on demand, and when a limit is crossed" flush>
        {take.problem && <ProblemNotice problem={take.problem} />}
        <QueryPart query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="No report is frozen yet">Freeze one to compare with later.</Empty>
            ) : (
              <>
                {items.length > 1 && <Trend snapshots={items} />}
                <DataTable label="Frozen reports" columns={COLUMNS} rows={items} rowId={({ id }) => id} />
              </>
            )
          }
        </QueryPart>
        <div className={styles.more}>
          {may && (
            <Button onPress={() => take.submit(undefined)} isPending={take.pending}>
              Freeze this report
            </Button>
          )}{' '}
          <ExportLink path="/v1/lock-in/snapshots" query={{}} />
        </div>
      </Panel>
      {query.data && query.data.items.length > 1 && <ComparePanel snapshots={query.data.items} />}
    </>
  );
}

function Trend({ snapshots }: { readonly snapshots: readonly Snapshot[] }) {
  const chart = useMemo(
    () => ({
      points: [...snapshots]
        .sort((a, b) => a.asOf.localeCompare(b.asOf) || a.takenAt.localeCompare(b.takenAt))
        .map(({ asOf, lockInIndex }) => ({ asOf, value: lockInIndex })),
    }),
    [snapshots],
  );
  const draw = useCallback((look: ChartLook) => trendChartOption(chart, look), [chart]);
  return (
    <div className={styles.trend}>
      <LazyChart draw={draw} label={trendChartWords(chart)} height={TREND_HEIGHT} />
    </div>
  );
}
