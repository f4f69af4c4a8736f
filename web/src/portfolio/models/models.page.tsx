import { Link } from '@tanstack/react-router';
import { POOL_FILTER, VENDOR_FILTER } from '../../api/choices.ts';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useList } from '../../api/use-list.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { ExportLink } from '../../components/export-link.tsx';
import link from '../../components/export-link.module.css';
import { FilterBar, type Filter } from '../../components/filter-bar.tsx';
import { ListPanel } from '../../components/list-panel.tsx';
import { Empty } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { LicenceClass } from '../../components/severity.tsx';
import { Tag } from '../../components/tag.tsx';
import { useUrlState } from '../../components/use-search.ts';
import { billions, licenceName, words } from '../../components/words.ts';
import { useCan } from '../../session/use-me.ts';

type Model = components['schemas']['ModelView'];

const COLUMNS: readonly Column<Model>[] = [
  {
    id: 'name',
    header: 'Model',
    text: 'short',
    sort: 'name',
    cell: (model) => (
      <>
        <Link to="/models/$id" params={{ id: model.id }}>
          {model.name}
        </Link>
        {model.lifecycle !== 'IN_USE' && (
          <>
            {' '}
            <Tag>{words(model.lifecycle)}</Tag>
          </>
        )}
      </>
    ),
  },
  {
    id: 'release',
    header: 'Release',
    cell: (model) => <span className="mono">{model.release.key}</span>,
  },
  { id: 'vendor', header: 'Vendor', text: 'short', cell: (model) => model.release.vendor.name },
  { id: 'params', header: 'Parameters', numeric: true, cell: (model) => billions(model.release.totalParamsB) },
  {
    id: 'licence',
    header: 'Licence',
    cell: (model) => <LicenceClass of={model.release.licenceClass} />,
  },
  {
    id: 'licence-id',
    header: 'Licence terms',
    rare: true,
    cell: ({ release }) =>
      release.licenceId ? licenceName(release.licenceId) : <span className="muted">unknown</span>,
  },
  { id: 'lifecycle', header: 'Lifecycle', rare: true, cell: (model) => words(model.lifecycle) },
  { id: 'pool', header: 'Pool', text: 'short', cell: (model) => model.gpuPool?.name ?? '–' },
  { id: 'tools', header: 'Tools', numeric: true, sort: 'tools', cell: (model) => model.tools },
  {
    id: 'flags',
    header: 'Open flags',
    numeric: true,
    sort: 'openFlags',
    cell: (model) =>
      model.openFlags === 0 ? (
        '–'
      ) : (
        <Link to="/flags" search={{ model: model.id }}>
          {model.openFlags}
        </Link>
      ),
  },
];

const FILTERS: readonly Filter[] = [
  {
    name: 'lifecycle',
    label: 'Lifecycle',
    options: ['PROPOSED', 'APPROVED', 'IN_USE', 'DEPRECATED', 'RETIRED'].map((id) => ({ id, label: words(id) })),
  },
  VENDOR_FILTER,
  { name: 'family', label: 'Family', options: [] },
  POOL_FILTER,
  { name: 'team', label: 'Team', options: [] },
];

/** The registry: which releases the enterprise runs. */
export function ModelsPage() {
  const [search, change] = useUrlState();
  const { q, lifecycle, vendor, family, pool, team, sort } = search;
  const query = { q, lifecycle: lifecycle as Model['lifecycle'] | undefined, vendor, family, pool, team, sort };
  const may = useCan('model.write');
  const list = useList(['models', query], (cursor, signal) =>
    unwrap(api.GET('/v1/models', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );
  return (
    <Page
      title="Models"
      sub="Releases that this enterprise has registered, and the tools they serve."
      actions={
        <>
          <ExportLink path="/v1/models" query={query} rows={list.total} />
          {may && (
            <>
              <Link to="/models/import" className={link.link}>
                Import
              </Link>
              <Link to="/catalogue" className={link.primary}>
                Register from the catalogue
              </Link>
            </>
          )}
        </>
      }
    >
      <FilterBar filters={FILTERS} values={search} onChange={change} searchLabel="Search models" columns={COLUMNS} />
      <ListPanel
        list={list}
        noun="models"
        empty={<Empty title="No model matches">Take a filter away, or register one from the catalogue.</Empty>}
      >
        <DataTable
          label="Models"
          columns={COLUMNS}
          hide={search.hide}
          rows={list.rows}
          rowId={(model) => model.id}
          sort={sort ?? 'name'}
          onSort={(next) => change('sort', next)}
        />
      </ListPanel>
    </Page>
  );
}
