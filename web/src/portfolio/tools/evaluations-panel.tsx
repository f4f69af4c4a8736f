import { api, unwrap } from '../../api/client.ts';
import type { operations } from '../../api/schema.d.ts';
import { useList } from '../../api/use-list.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { ExportLink } from '../../components/export-link.tsx';
import { ListPanel } from '../../components/list-panel.tsx';
import { Empty } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { useUrlState } from '../../components/use-search.ts';
import { useCan } from '../../session/use-me.ts';
import { EVALUATION_COLUMNS } from './evaluation-columns.tsx';
import { EvaluationDialog } from './evaluation-dialog.tsx';
import styles from './tool.module.css';

type Query = NonNullable<operations['Evaluations.list']['parameters']['query']>;

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
        <DataTable label="Evaluations" columns={EVALUATION_COLUMNS} rows={list.rows} rowId={({ id }) => id} />
      </ListPanel>
      {may && search.dialog === 'evaluation' && (
        <EvaluationDialog tool={tool} onClose={() => change('dialog', undefined)} />
      )}
    </Panel>
  );
}
