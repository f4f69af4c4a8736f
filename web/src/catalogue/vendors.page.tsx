import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { FilterBar, type Filter } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { useUrlState } from '../components/use-search.ts';
import { useCan } from '../session/use-me.ts';
import { VendorDialog } from './vendor-dialog.tsx';

type Vendor = components['schemas']['VendorView'];

const columns = (edit?: (slug: string) => void): Column<Vendor>[] => [
  { id: 'name', header: 'Vendor', sort: 'name', cell: (vendor) => <strong>{vendor.name}</strong> },
  { id: 'country', header: 'Country', sort: 'country', cell: (vendor) => vendor.country },
  {
    id: 'parent',
    header: 'Belongs to',
    cell: (vendor) => vendor.parentVendor ?? <span className="muted">nobody</span>,
  },
  {
    id: 'organisations',
    header: 'Organisations on the hub',
    cell: (vendor) => <span className="mono">{vendor.hubOrganisations.join(', ') || '–'}</span>,
  },
  {
    id: 'releases',
    header: 'Releases',
    numeric: true,
    sort: 'releases',
    cell: (vendor) =>
      vendor.releases === 0 ? (
        '–'
      ) : (
        <Link to="/catalogue" search={{ vendor: vendor.slug }}>
          {vendor.releases}
        </Link>
      ),
  },
  ...(edit
    ? [
        {
          id: 'edit',
          header: 'Change',
          cell: (vendor: Vendor) => (
            <Button tone="quiet" aria-label={`Change ${vendor.name}`} onPress={() => edit(vendor.slug)}>
              Change
            </Button>
          ),
        },
      ]
    : []),
];

const FILTERS: readonly Filter[] = [{ name: 'country', label: 'Country', options: [] }];

/** Who develops the releases, where from, and under which organisations their weights are published. */
export function VendorsPage() {
  const [search, change] = useUrlState();
  const { q, country, sort, open } = search;
  const query = { q, country, sort };
  const may = useCan('vendor.write');
  const list = useList(['vendors', query], (cursor, signal) =>
    unwrap(api.GET('/v1/vendors', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );
  const shown = columns(may ? (slug) => change('open', slug) : undefined);
  const opened = list.rows.find(({ slug }) => slug === open);
  return (
    <Page
      title="Vendors"
      sub="Who develops the releases. Organisations tell the feeds which repositories are a vendor’s own."
      actions={
        <>
          <ExportLink path="/v1/vendors" query={query} rows={list.total} />
          {may && (
            <Button tone="primary" onPress={() => change('open', 'new')}>
              Add a vendor
            </Button>
          )}
        </>
      }
    >
      <FilterBar filters={FILTERS} values={search} onChange={change} searchLabel="Search vendors" columns={shown} />
      <ListPanel list={list} noun="vendors" empty={<Empty title="No vendor matches">Take the search away.</Empty>}>
        <DataTable
          label="Vendors"
          columns={shown}
          hide={search.hide}
          rows={list.rows}
          rowId={({ slug }) => slug}
          sort={sort ?? 'name'}
          onSort={(next) => change('sort', next)}
        />
      </ListPanel>
      {may && (open === 'new' || opened) && (
        <VendorDialog key={open} vendor={opened} onClose={() => change('open', undefined)} />
      )}
    </Page>
  );
}
