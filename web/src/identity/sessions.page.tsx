import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { Confirm } from '../components/confirm.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Tag } from '../components/tag.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { clientWords } from './client-words.ts';

type Session = components['schemas']['OpenSessionView'];

const nameOf = (session: Session): string => clientWords(session.client ?? 'an unknown client');

/** Where the person is signed in, and the way to end what they do not know. */
export function SessionsPage() {
  const list = useList(['sessions'], (cursor, signal) =>
    unwrap(api.GET('/v1/sessions', { params: { query: { cursor, limit: 50 } }, signal })),
  );
  const end = useSubmit(
    (session: Session) => unwrap(api.DELETE('/v1/sessions/{id}', { params: { path: { id: session.id } } })),
    (_, session) => say(`The session of ${nameOf(session)} is over.`),
  );
  const endOthers = useSubmit(
    () => unwrap(api.POST('/v1/sessions/end-others', {})),
    ({ ended }) => say(ended === 1 ? 'One other session is over.' : `${ended} other sessions are over.`),
  );
  const columns: readonly Column<Session>[] = [
    {
      id: 'client',
      header: 'Signed in with',
      cell: (session) => (
        <>
          {session.client === null ? <span className="muted">unknown</span> : nameOf(session)}{' '}
          {session.current && <Tag tone="good">This one</Tag>}
        </>
      ),
    },
    { id: 'since', header: 'Since', cell: (session) => <Moment at={session.createdAt} precise /> },
    { id: 'seen', header: 'Last used', cell: (session) => <Moment at={session.lastSeenAt} precise /> },
    { id: 'ends', header: 'Ends at the latest', cell: (session) => <Moment at={session.expiresAt} precise /> },
    {
      id: 'do',
      header: 'End',
      cell: (session) =>
        !session.current && (
          <Confirm
            action="End"
            label={`End the session of ${nameOf(session)}`}
            question={`End the session of ${nameOf(session)}?`}
            consequence="Whoever uses it has to sign in again. What they were writing and had not saved is lost."
            tone="quiet"
            submission={end}
            onConfirm={() => end.submit(session)}
          />
        ),
    },
  ];
  const hasOthers = list.rows.some(({ current }) => !current);
  return (
    <Page
      title="My sessions"
      sub="Where you are signed in. End what you do not know, and tell your administrator."
      actions={
        hasOthers && (
          <Confirm
            action="End all others"
            label="End all others"
            question="End all your other sessions?"
            consequence="Everywhere but here, you have to sign in again. API tokens go on working."
            submission={endOthers}
            onConfirm={() => endOthers.submit(undefined)}
          />
        )
      }
    >
      <ListPanel
        list={list}
        noun="sessions"
        empty={<Empty title="No open session">This program is signed in with a token.</Empty>}
      >
        <DataTable label="Sessions" columns={columns} rows={list.rows} rowId={({ id }) => id} />
      </ListPanel>
    </Page>
  );
}
