import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import type { components, operations } from '../../api/schema.d.ts';
import { useList } from '../../api/use-list.ts';
import { Button } from '../../components/button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { ExportLink } from '../../components/export-link.tsx';
import { FilterBar, type Filter } from '../../components/filter-bar.tsx';
import { ListPanel } from '../../components/list-panel.tsx';
import { Empty } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { useUrlState } from '../../components/use-search.ts';
import { gigabytes, optionsOf, words } from '../../components/words.ts';
import { useCan } from '../../session/use-me.ts';
import { PoolDialog } from './pool-dialog.tsx';

type Pool = components['schemas']['PoolView'];
type Query = NonNullable<operations['Pools.list']['parameters']['query']>;

const columns = (edit?: (id: string) => void): Column<Pool>[] => [
  { id: 'name', header: 'Pool', text: 'short', sort: 'name', cell: (pool) => <strong>{pool.name}</strong> },
  { id: 'gpus', header: 'GPUs', text: 'short', cell: (pool) => `${pool.gpuCount} × ${pool.gpuType}` },
  { id: 'per', header: 'Memory each', numeric: true, cell: (pool) => gigabytes(pool.memoryGbPerGpu) },
  { id: 'capacity', header: 'Memory in all', numeric: true, cell: (pool) => gigabytes(pool.capacityGb) },
  { id: 'hosting', header: 'Hosting', text: 'short', cell: (pool) => words(pool.hosting) },
  { id: 'location', header: 'Location', cell: (pool) => pool.location },
  {
    id: 'models',
    header: 'Models',
    text: 'prose',
    cell: (pool) =>
      pool.models.length === 0 ? (
        <span className="muted">none</span>
      ) : (
        pool.models.map((model, index) => (
          <span key={model.id}>
            {index > 0 && ', '}
            <Link to="/models/$id" params={{ id: model.id }}>
              {model.name}
            </Link>
          </span>
        ))
      ),
  },
  ...(edit
    ? [
        {
          id: 'edit',
          header: 'Change',
          cell: (pool: Pool) => (
            <Button tone="quiet" aria-label={`Change ${pool.name}`} onPress={() => edit(pool.id)}>
              Change
            </Button>
          ),
        },
      ]
    : []),
];

const FILTERS: readonly Filter[] = [
  { name: 'hosting', label: 'Hosting', options: optionsOf('IN_HOUSE', 'PRIVATE_CLOUD', 'EXTERNAL') },
];

/** Where models run: the memory that candidates have to fit into. */
export function PoolsPage() {
  const [search, change] = useUrlState();
  const { q, hosting, sort, open } = search;
  const query = { q, hosting, sort };
  const may = useCan('pool.write');
  const list = useList(['pools', query], (cursor, signal) =>
    unwrap(api.GET('/v1/gpu-pools', { params: { query: { ...(query as Query), cursor, limit: 50 } }, signal })),
  );
  const shown = columns(may ? (id) => change('open', id) : undefined);
  const close = (): void => change('open', undefined);
  const opened = list.rows.find(({ id }) => id === open);
  return (
    <Page
      title="GPU pools"
      sub="The memory that a candidate has to fit into, beside what else runs there."
      actions={
        <>
          <ExportLink path="/v1/gpu-pools" query={query} rows={list.total} />
          {may && (
            <Button tone="primary" onPress={() => change('open', 'new')}>
              Add a pool
            </Button>
          )}
        </>
      }
    >
      <FilterBar filters={FILTERS} values={search} onChange={change} searchLabel="Search pools" columns={shown} />
      <ListPanel
        list={list}
        noun="pools"
        empty={<Empty title="No pool matches">Take a filter away, or add the first pool.</Empty>}
      >
        <DataTable
          label="GPU pools"
          columns={shown}
          hide={search.hide}
          rows={list.rows}
          rowId={({ id }) => id}
          sort={sort ?? 'name'}
          onSort={(next) => change('sort', next)}
        />
      </ListPanel>
      {may && (open === 'new' || opened) && <PoolDialog key={open} pool={opened} onClose={close} />}
    </Page>
  );
}
