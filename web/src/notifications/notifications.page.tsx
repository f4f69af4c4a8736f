import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../api/client.ts';
import type { components, operations } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { FilterBar, type Filter } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Moment, withDays } from '../components/moment.tsx';
import { Empty, ProblemNotice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { Tag } from '../components/tag.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { eventWords } from '../components/words.ts';
import { useUrlState } from '../components/use-search.ts';

type Notification = components['schemas']['NotificationView'];
type Query = NonNullable<operations['Notifications.list']['parameters']['query']>;

const KINDS = [
  ...['flag.raised', 'flag.resolved', 'swap.submitted', 'swap.approved', 'swap.rejected', 'swap.changes-requested'],
  ...['swap.scheduled', 'swap.completed', 'swap.rolled-back', 'swap.expired', 'swap.base-moved', 'policy.changed'],
  ...['lock-in.limit-breached', 'feed.stale', 'model.support-ending', 'digest.ready'],
];

const FILTERS: readonly Filter[] = [
  {
    name: 'unread',
    label: 'Messages',
    options: [
      { id: 'true', label: 'Unread' },
      { id: 'false', label: 'Read' },
    ],
  },
  {
    name: 'kind',
    label: 'About',
    options: KINDS.map((id) => ({ id, label: eventWords(id) })),
  },
];

/** Links of messages lead to screens of the console only. */
function Title({ message }: { readonly message: Notification }) {
  if (message.link === null || !/^\/(?!\/)/.test(message.link)) return <>{withDays(message.title)}</>;
  const address = new URL(message.link, window.location.origin);
  return (
    <Link to={address.pathname as '/'} search={Object.fromEntries(address.searchParams)}>
      {withDays(message.title)}
    </Link>
  );
}

/** What the product had to tell me. */
export function NotificationsPage() {
  const [search, change] = useUrlState();
  const { q, unread, kind } = search;
  const query = { q, unread, kind };
  const list = useList(['notifications', query], (cursor, signal) =>
    unwrap(
      api.GET('/v1/notifications', { params: { query: { ...query, cursor, limit: 50 } as unknown as Query }, signal }),
    ),
  );
  const read = useSubmit(
    (id: string) => unwrap(api.POST('/v1/notifications/{id}/read', { params: { path: { id } } })),
    () => undefined,
  );
  const columns: readonly Column<Notification>[] = [
    {
      id: 'state',
      header: 'State',
      cell: (message) => (message.readAt ? <span className="muted">read</span> : <Tag tone="info">New</Tag>),
    },
    { id: 'title', header: 'Message', text: 'prose', cell: (message) => <Title message={message} /> },
    { id: 'kind', header: 'About', cell: (message) => <span title={message.kind}>{eventWords(message.kind)}</span> },
    { id: 'at', header: 'When', cell: (message) => <Moment at={message.createdAt} precise /> },
    {
      id: 'do',
      header: 'Read',
      cell: (message) =>
        !message.readAt && (
          <Button tone="quiet" aria-label={`Mark as read: ${message.title}`} onPress={() => read.submit(message.id)}>
            Mark as read
          </Button>
        ),
    },
  ];
  return (
    <Page
      title="Notifications"
      sub="Findings, requests and ends of support that concern you."
      actions={<ExportLink path="/v1/notifications" query={query} rows={list.total} />}
    >
      <FilterBar filters={FILTERS} values={search} onChange={change} searchLabel="Search messages" columns={columns} />
      {read.problem && (
        <Panel flush>
          <ProblemNotice problem={read.problem} />
        </Panel>
      )}
      <ListPanel
        list={list}
        noun="messages"
        empty={
          <Empty title="No message">
            You will be told when a flag is raised on a tool of yours or a request waits for you.
          </Empty>
        }
      >
        <DataTable label="Notifications" columns={columns} hide={search.hide} rows={list.rows} rowId={({ id }) => id} />
      </ListPanel>
    </Page>
  );
}
