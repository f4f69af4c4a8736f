import { useMemo } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { operations } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { DataTable } from '../components/data-table.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { FilterBar } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { useUrlState } from '../components/use-search.ts';
import { RELEASE_COLUMNS } from './columns.tsx';
import { CompareLink, useChosen } from './choose-to-compare.tsx';
import { useReleaseFilters } from './filters.ts';

type Query = NonNullable<operations['Releases.list']['parameters']['query']>;

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
  'family',
] as const;

/** What the world has published. */
export function CataloguePage() {
  const [search, change] = useUrlState();
  const filters = useReleaseFilters();
  const [chosen, chooser] = useChosen();
  const columns = useMemo(() => [...RELEASE_COLUMNS, chooser], [chooser]);
  const asked = Object.fromEntries(ASKED.map((name) => [name, search[name]]));
  const query = { ...asked, sort: search.sort ?? '-date' };
  const list = useList(['releases', query], (cursor, signal) =>
    unwrap(api.GET('/v1/releases', { params: { query: { ...(query as Query), cursor, limit: 50 } }, signal })),
  );
  return (
    <Page
      title="Catalogue"
      sub="Open-weight releases that the world has published, each value with its source."
      actions={
        <>
          <CompareLink chosen={chosen} />
          <ExportLink path="/v1/releases" query={query} rows={list.total} />
        </>
      }
    >
      <FilterBar filters={filters} values={search} onChange={change} searchLabel="Search releases" columns={columns} />
      <ListPanel list={list} noun="releases" empty={<Empty title="No release matches">Take a filter away.</Empty>}>
        <DataTable
          label="Releases"
          columns={columns}
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
