import { Link } from '@tanstack/react-router';
import type { components } from '../api/schema.d.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Columns } from '../components/facts.tsx';
import { Panel } from '../components/panel.tsx';
import styles from './lock-in.module.css';

type Report = components['schemas']['LockInReportView'];
type Behind = Report['behind'][number];

const BEHIND: readonly Column<Behind>[] = [
  {
    id: 'model',
    header: 'Model',
    cell: ({ model }) => (
      <Link to="/models/$id" params={{ id: model.id }}>
        {model.name}
      </Link>
    ),
  },
  { id: 'days', header: 'Days behind', numeric: true, cell: ({ days }) => days ?? '–' },
  {
    id: 'newest',
    header: 'Newest eligible',
    cell: ({ newest }) =>
      newest ? (
        <Link to="/catalogue/$id" params={{ id: newest.id }}>
          {newest.name}
        </Link>
      ) : (
        <span className="muted">none is eligible</span>
      ),
  },
];

/** How old the models are and how many there are. */
export function SizePanel({ report }: { readonly report: Report }) {
  const { size } = report;
  return (
    <Columns>
      <Panel title="How far behind" measure="days between its release and the newest eligible candidate’s" flush>
        <DataTable label="How far behind" columns={BEHIND} rows={report.behind} rowId={({ model }) => model.id} />
      </Panel>
      <Panel title="Size of the portfolio" measure={`${size.modelsInUse} models in use, target ${size.target}`}>
        <ul className={styles.sizes}>
          {size.toolsPerModel.map(({ model, tools }) => (
            <li key={model.id}>
              <Link to="/models/$id" params={{ id: model.id }}>
                {model.name}
              </Link>
              <span className="num">
                {tools} {tools === 1 ? 'tool' : 'tools'}
              </span>
            </li>
          ))}
          {size.modelsWithoutTools.map((model) => (
            <li key={model.id}>
              <Link to="/models/$id" params={{ id: model.id }}>
                {model.name}
              </Link>
              <span className="num">no tool</span>
            </li>
          ))}
        </ul>
      </Panel>
    </Columns>
  );
}
