import { api, unwrap } from '../api/client.ts';
import type { components, operations } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import { Tag } from '../components/tag.tsx';
import { useUrlState } from '../components/use-search.ts';
import { count } from '../components/words.ts';
import { useCan } from '../session/use-me.ts';
import { ReleaseLink } from '../catalogue/release-link.tsx';
import { EvaluationDialog } from './evaluation-dialog.tsx';
import styles from './tool.module.css';

type Run = components['schemas']['EvaluationView'];
type Query = NonNullable<operations['Evaluations.list']['parameters']['query']>;

const points = (value: number): string => value.toFixed(1);
const signed = (value: number): string => `${value > 0 ? '+' : ''}${points(value)}`;
const latency = (run: Run): string =>
  run.championLatencyMs === null && run.challengerLatencyMs === null
    ? '–'
    : `${written(run.championLatencyMs)} / ${written(run.challengerLatencyMs)}`;
const written = (ms: number | null): string => (ms === null ? '?' : count(Math.round(ms)));

const COLUMNS: readonly Column<Run>[] = [
  {
    id: 'verdict',
    header: 'Verdict',
    cell: (run) => <Tag tone={run.passed ? 'good' : 'bad'}>{run.passed ? 'Not worse' : 'Worse'}</Tag>,
  },
  { id: 'champion', header: 'In use', cell: ({ champion }) => <ReleaseLink release={champion} /> },
  { id: 'challenger', header: 'Challenger', cell: ({ challenger }) => <ReleaseLink release={challenger} /> },
  { id: 'metric', header: 'Golden set and metric', cell: (run) => `${run.goldenSetId}, ${run.metric}` },
  { id: 'n', header: 'Items', numeric: true, cell: (run) => count(run.n) },
  {
    id: 'scores',
    header: 'Scores',
    numeric: true,
    cell: (run) => `${points(run.championScore)} / ${points(run.challengerScore)}`,
  },
  {
    id: 'gain',
    header: 'Gain, points',
    numeric: true,
    cell: (run) => `${signed(run.gain)} ± ${points(run.halfWidth)}`,
  },
  { id: 'regressions', header: 'Regressions', numeric: true, cell: (run) => count(run.regressions) },
  { id: 'latency', header: 'Latency, ms', numeric: true, cell: latency },
  { id: 'at', header: 'Run', cell: (run) => <Moment at={run.ranAt} /> },
  {
    id: 'by',
    header: 'Recorded by',
    cell: (run) => <span title={run.note ?? undefined}>{run.recordedBy.displayName}</span>,
  },
];

/** Runs of the tool's own golden set: the only measure of how good a challenger is here. */
export function EvaluationsPanel({ tool }: { readonly tool: { readonly id: string; readonly name: string } }) {
  const [search, change] = useUrlState();
  const may = useCan('evaluation.write');
  const list = useList(['evaluations', tool.id], (cursor, signal) =>
    unwrap(
      api.GET('/v1/tools/{id}/evaluations', {
        params: { path: { id: tool.id }, query: { cursor, limit: 20 } as Query },
        signal,
      }),
    ),
  );
  return (
    <Panel title="Evaluations" measure="champion / challenger; ± is half of the 95 % interval of the gain" flush>
      <div className={styles.bar}>
        {may && <Button onPress={() => change('dialog', 'evaluation')}>Record a run</Button>}
        <ExportLink path={`/v1/tools/${tool.id}/evaluations`} query={{}} rows={list.total} />
      </div>
      <ListPanel
        bare
        list={list}
        noun="runs"
        empty={
          <Empty title="No run yet">
            Run the tool’s golden set on the model in use and on a challenger, then record the result here.
          </Empty>
        }
      >
        <DataTable label="Evaluations" columns={COLUMNS} rows={list.rows} rowId={({ id }) => id} />
      </ListPanel>
      {may && search.dialog === 'evaluation' && (
        <EvaluationDialog tool={tool} onClose={() => change('dialog', undefined)} />
      )}
    </Panel>
  );
}
