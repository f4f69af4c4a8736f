import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../api/client.ts';
import type { components, operations } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { FilterBar } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Day } from '../components/moment.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Licence } from '../components/severity.tsx';
import { useUrlState } from '../components/use-search.ts';
import { billions, count, gigabytes, words } from '../components/words.ts';
import { useReleaseFilters } from './filters.ts';

type Release = components['schemas']['ReleaseView'];
type Query = NonNullable<operations['Releases.list']['parameters']['query']>;

const COLUMNS: readonly Column<Release>[] = [
  {
    id: 'name',
    header: 'Release',
    sort: 'name',
    cell: (release) => (
      <Link to="/catalogue/$id" params={{ id: release.id }}>
        {release.displayName}
      </Link>
    ),
  },
  { id: 'vendor', header: 'Vendor', text: 'short', cell: (release) => release.vendorName },
  {
    id: 'date',
    header: 'Published',
    sort: 'date',
    cell: (release) =>
      release.releaseDate ? <Day date={release.releaseDate} /> : <span className="muted">unknown</span>,
  },
  {
    id: 'total',
    header: 'Parameters',
    numeric: true,
    sort: 'params',
    cell: (release) => billions(release.totalParamsB),
  },
  { id: 'active', header: 'Active', numeric: true, cell: (release) => billions(release.activeParamsB) },
  { id: 'need', header: 'Memory', numeric: true, cell: (release) => gigabytes(release.needGb) },
  { id: 'context', header: 'Context', numeric: true, cell: (release) => count(release.contextTokens) },
  {
    id: 'licence',
    header: 'Licence',
    cell: (release) => <Licence id={release.licenceId} licenceClass={release.licenceClass} />,
  },
  { id: 'languages', header: 'Languages', numeric: true, cell: (release) => release.languages?.length ?? '–' },
  { id: 'status', header: 'Status', cell: (release) => words(release.status) },
];

/** What the list may be asked for; all of it stands in the URL. */
const ASKED = [
  'q',
  'kind',
  'licenceClass',
  'capability',
  'country',
  'language',
  'publishedAfter',
  'maxNeedGb',
  'inPortfolio',
  'vendor',
] as const;

/** What the world has published. */
export function CataloguePage() {
  const [search, change] = useUrlState();
  const filters = useReleaseFilters();
  const asked = Object.fromEntries(ASKED.map((name) => [name, search[name]]));
  const query = { ...asked, sort: search.sort ?? '-date' };
  const list = useList(['releases', query], (cursor, signal) =>
    unwrap(api.GET('/v1/releases', { params: { query: { ...(query as Query), cursor, limit: 50 } }, signal })),
  );
  return (
    <Page
      title="Catalogue"
      sub="Open-weight releases that the world has published, each value with its source."
      actions={<ExportLink path="/v1/releases" query={query} rows={list.total} />}
    >
      <FilterBar filters={filters} values={search} onChange={change} searchLabel="Search releases" columns={COLUMNS} />
      <ListPanel list={list} noun="releases" empty={<Empty title="No release matches">Take a filter away.</Empty>}>
        <DataTable
          label="Releases"
          columns={COLUMNS}
          hide={search.hide}
          rows={list.rows}
          rowId={(release) => release.id}
          sort={query.sort}
          onSort={(next) => change('sort', next)}
        />
      </ListPanel>
    </Page>
  );
}
