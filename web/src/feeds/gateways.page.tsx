import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { FilterBar } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Tag } from '../components/tag.tsx';
import { useUrlState } from '../components/use-search.ts';
import { count, words } from '../components/words.ts';
import { useCan } from '../session/use-me.ts';
import { GatewayDialog } from './gateway-dialog.tsx';

type Gateway = components['schemas']['GatewayView'];

const COLUMNS: readonly Column<Gateway>[] = [
  {
    id: 'name',
    header: 'Gateway',
    sort: 'name',
    cell: (gateway) => (
      <Link to="/gateways/$id" params={{ id: gateway.id }}>
        {gateway.name}
      </Link>
    ),
  },
  { id: 'kind', header: 'Speaks', cell: (gateway) => words(gateway.kind) },
  { id: 'url', header: 'Address', cell: (gateway) => <span className="mono">{gateway.url}</span> },
  { id: 'served', header: 'Names served', numeric: true, cell: (gateway) => count(gateway.served) },
  {
    id: 'polled',
    header: 'Last asked',
    cell: (gateway) =>
      gateway.polledAt ? <Moment at={gateway.polledAt} precise /> : <span className="muted">never</span>,
  },
  {
    id: 'state',
    header: 'State',
    cell: (gateway) =>
      gateway.error ? (
        <span title={gateway.error}>
          <Tag tone="bad">Does not answer</Tag>
        </span>
      ) : gateway.polledAt ? (
        <Tag tone="good">Answers</Tag>
      ) : (
        <Tag>Not asked yet</Tag>
      ),
  },
];

/** The enterprise’s own gateways: what they serve is what is really in use. */
export function GatewaysPage() {
  const [search, change] = useUrlState();
  const { q, sort, dialog } = search;
  const query = { q, sort };
  const may = useCan('feed.run');
  const list = useList(['gateways', query], (cursor, signal) =>
    unwrap(api.GET('/v1/gateways', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );
  return (
    <Page
      title="Gateways"
      sub="What the enterprise’s own gateways serve, beside what is registered."
      actions={
        <>
          <ExportLink path="/v1/gateways" query={query} rows={list.total} />
          {may && (
            <Button tone="primary" onPress={() => change('dialog', 'new')}>
              Add a gateway
            </Button>
          )}
        </>
      }
    >
      <FilterBar filters={[]} values={search} onChange={change} searchLabel="Search gateways" columns={COLUMNS} />
      <ListPanel
        list={list}
        noun="gateways"
        empty={
          <Empty title="No gateway is known">
            Add the address of a gateway to see which models it serves that nobody registered, and the other way round.
          </Empty>
        }
      >
        <DataTable
          label="Gateways"
          columns={COLUMNS}
          hide={search.hide}
          rows={list.rows}
          rowId={({ id }) => id}
          sort={sort ?? 'name'}
          onSort={(next) => change('sort', next)}
        />
      </ListPanel>
      {may && dialog === 'new' && <GatewayDialog onClose={() => change('dialog', undefined)} />}
    </Page>
  );
}
