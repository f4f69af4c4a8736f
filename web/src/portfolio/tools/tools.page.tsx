import { Link } from '@tanstack/react-router';
import { MODEL_FILTER } from '../../api/choices.ts';
import { api, unwrap } from '../../api/client.ts';
import type { components, operations } from '../../api/schema.d.ts';
import { useList } from '../../api/use-list.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { ExportLink } from '../../components/export-link.tsx';
import link from '../../components/export-link.module.css';
import { FilterBar, type Filter } from '../../components/filter-bar.tsx';
import { ListPanel } from '../../components/list-panel.tsx';
import { Empty } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Materiality } from '../../components/severity.tsx';
import { useUrlState } from '../../components/use-search.ts';
import { optionsOf, words } from '../../components/words.ts';
import { useCan } from '../../session/use-me.ts';
import { TASKS } from './vocabulary.ts';

type Tool = components['schemas']['ToolView'];
type Query = NonNullable<operations['Tools.list']['parameters']['query']>;

const COLUMNS: readonly Column<Tool>[] = [
  {
    id: 'name',
    header: 'Tool',
    text: 'short',
    sort: 'name',
    cell: (tool) => (
      <Link to="/tools/$id" params={{ id: tool.id }}>
        {tool.name}
      </Link>
    ),
  },
  { id: 'task', header: 'Task', text: 'short', cell: (tool) => words(tool.task) },
  {
    id: 'materiality',
    header: 'Materiality',
    sort: 'materiality',
    cell: (tool) => <Materiality level={tool.materiality.level} />,
  },
  { id: 'data', header: 'Data', rare: true, cell: (tool) => words(tool.dataClass) },
  {
    id: 'primary',
    header: 'Model in use',
    text: 'short',
    cell: (tool) => tool.primary?.modelName ?? <span className="muted">none</span>,
  },
  {
    id: 'fallback',
    header: 'Fallback',
    text: 'short',
    cell: (tool) => tool.fallbacks[0]?.modelName ?? <span className="muted">none</span>,
  },
  { id: 'languages', header: 'Languages', rare: true, cell: (tool) => tool.requirements.languages.join(', ') || '–' },
  { id: 'owner', header: 'Owner', text: 'short', cell: (tool) => tool.owner.displayName },
  {
    id: 'flags',
    header: 'Open flags',
    numeric: true,
    sort: 'openFlags',
    cell: (tool) =>
      tool.openFlags === 0 ? (
        '–'
      ) : (
        <Link to="/flags" search={{ tool: tool.id }}>
          {tool.openFlags}
        </Link>
      ),
  },
];

const FILTERS: readonly Filter[] = [
  { name: 'mine', label: 'Tools', options: [{ id: 'true', label: 'Mine' }] },
  {
    name: 'task',
    label: 'Task',
    options: optionsOf(...TASKS),
  },
  { name: 'materiality', label: 'Materiality', options: optionsOf('HIGH', 'MEDIUM', 'LOW') },
  { name: 'dataClass', label: 'Data', options: optionsOf('RESTRICTED', 'CONFIDENTIAL', 'INTERNAL', 'PUBLIC') },
  MODEL_FILTER,
  { name: 'orphaned', label: 'Owner', options: [{ id: 'true', label: 'Has left' }] },
];

/** The internal applications, who owns them and which model serves them. */
export function ToolsPage() {
  const [search, change] = useUrlState();
  const { q, mine, task, materiality, dataClass, orphaned, model, sort } = search;
  const query = { q, mine, task, materiality, dataClass, orphaned, model, sort };
  const may = useCan('tool.write');
  const list = useList(['tools', query], (cursor, signal) =>
    unwrap(api.GET('/v1/tools', { params: { query: { ...(query as Query), cursor, limit: 50 } }, signal })),
  );
  return (
    <Page
      title="Tools"
      sub="Internal applications that use a model, with their owner and what they require."
      actions={
        <>
          <ExportLink path="/v1/tools" query={query} rows={list.total} />
          {may && (
            <>
              <Link to="/tools/import" className={link.link}>
                Import
              </Link>
              <Link to="/tools/new" className={link.primary}>
                Register a tool
              </Link>
            </>
          )}
        </>
      }
    >
      <FilterBar filters={FILTERS} values={search} onChange={change} searchLabel="Search tools" columns={COLUMNS} />
      <ListPanel
        list={list}
        noun="tools"
        empty={<Empty title="No tool matches">Take a filter away, or import your tools from a CSV file.</Empty>}
      >
        <DataTable
          label="Tools"
          columns={COLUMNS}
          hide={search.hide}
          rows={list.rows}
          rowId={(tool) => tool.id}
          sort={sort ?? 'name'}
          onSort={(next) => change('sort', next)}
        />
      </ListPanel>
    </Page>
  );
}
