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
import { WebhookDialog } from './webhook-dialog.tsx';

type Webhook = components['schemas']['WebhookView'];

export const WebhookState = ({ webhook }: { readonly webhook: Webhook }) => {
  if (webhook.enabled) return <Tag tone="good">Sending</Tag>;
  return <Tag tone="warn">{webhook.disabledReason === 'GONE' ? 'Off: the receiver is gone' : 'Off'}</Tag>;
};

const COLUMNS: readonly Column<Webhook>[] = [
  {
    id: 'name',
    header: 'Webhook',
    sort: 'name',
    cell: (webhook) => (
      <Link to="/webhooks/$id" params={{ id: webhook.id }}>
        {webhook.name}
      </Link>
    ),
  },
  { id: 'url', header: 'Receiver', cell: (webhook) => <span className="mono">{webhook.url}</span> },
  {
    id: 'kinds',
    header: 'Events',
    numeric: true,
    cell: (webhook) => <span title={webhook.kinds.join(', ')}>{webhook.kinds.length}</span>,
  },
  { id: 'state', header: 'State', cell: (webhook) => <WebhookState webhook={webhook} /> },
  { id: 'pending', header: 'Waiting', numeric: true, cell: (webhook) => webhook.pending },
  { id: 'failed', header: 'Failed', numeric: true, cell: (webhook) => webhook.failed },
  {
    id: 'last',
    header: 'Last delivered',
    cell: (webhook) =>
      webhook.lastDeliveredAt ? <Moment at={webhook.lastDeliveredAt} precise /> : <span className="muted">never</span>,
  },
];

/** Where events are sent, signed. */
export function WebhooksPage() {
  const [search, change] = useUrlState();
  const { q, sort, dialog } = search;
  const list = useList(['webhooks', { q, sort }], (cursor, signal) =>
    unwrap(api.GET('/v1/webhooks', { params: { query: { q, sort, cursor, limit: 50 } }, signal })),
  );
  return (
    <Page
      title="Webhooks"
      sub="Events go out signed by Standard Webhooks, with retries for three days."
      actions={
        <>
          <ExportLink path="/v1/webhooks" query={{ q, sort }} rows={list.total} />
          <Button tone="primary" onPress={() => change('dialog', 'new')}>
            Add a webhook
          </Button>
        </>
      }
    >
      <FilterBar filters={[]} values={search} onChange={change} searchLabel="Search webhooks" columns={COLUMNS} />
      <ListPanel
        list={list}
        noun="webhooks"
        empty={<Empty title="No webhook">Add one to hear of flags and swaps in a system of yours.</Empty>}
      >
        <DataTable
          label="Webhooks"
          columns={COLUMNS}
          hide={search.hide}
          rows={list.rows}
          rowId={({ id }) => id}
          sort={sort ?? 'name'}
          onSort={(next) => change('sort', next)}
        />
      </ListPanel>
      {dialog === 'new' && <WebhookDialog onClose={() => change('dialog', undefined)} />}
    </Page>
  );
}
