import { api, ifMatch, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/confirm.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { FilterBar, type Filter } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Tag } from '../components/tag.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { useUrlState } from '../components/use-search.ts';
import { words } from '../components/words.ts';
import { TokenDialog } from './token-dialog.tsx';

type Token = components['schemas']['ApiTokenView'];

const FILTERS: readonly Filter[] = [
  {
    name: 'usable',
    label: 'Tokens',
    options: [
      { id: 'true', label: 'Usable' },
      { id: 'false', label: 'Expired or revoked' },
    ],
  },
];

const isOver = (token: Token): boolean => token.revokedAt !== null || Date.parse(token.expiresAt) < Date.now();

/** Keys for programs, each with an end and no more rights than its person. */
export function TokensPage() {
  const [search, change] = useUrlState();
  const { q, usable, dialog } = search;
  const list = useList(['tokens', { q, usable }], (cursor, signal) =>
    unwrap(
      api.GET('/v1/tokens', {
        params: { query: { q, usable: usable as unknown as boolean | undefined, cursor, limit: 50 } },
        signal,
      }),
    ),
  );
  const revoke = useSubmit(
    (token: Token) =>
      unwrap(api.DELETE('/v1/tokens/{id}', { params: { path: { id: token.id }, header: ifMatch(token.version) } })),
    (_, token) => say(`The token ${token.name} is revoked and stops working now.`),
  );
  const columns: readonly Column<Token>[] = [
    { id: 'name', header: 'Token', cell: (token) => token.name },
    { id: 'hint', header: 'Begins with', cell: (token) => <span className="mono">{token.hint}</span> },
    { id: 'person', header: 'Of', cell: (token) => token.personName },
    { id: 'roles', header: 'Roles', cell: (token) => token.roles.map(words).join(', ') },
    { id: 'created', header: 'Created', cell: (token) => <Moment at={token.createdAt} /> },
    {
      id: 'used',
      header: 'Last used',
      cell: (token) =>
        token.lastUsedAt ? <Moment at={token.lastUsedAt} precise /> : <span className="muted">never</span>,
    },
    {
      id: 'expires',
      header: 'Ends',
      cell: (token) => (token.revokedAt ? <Tag tone="bad">Revoked</Tag> : <Moment at={token.expiresAt} />),
    },
    {
      id: 'do',
      header: 'Revoke',
      cell: (token) =>
        !isOver(token) && (
          <Confirm
            action="Revoke"
            label={`Revoke ${token.name}`}
            question={`Revoke ${token.name}?`}
            consequence="Whatever uses it stops at once. It cannot be given back; another one can be created."
            tone="quiet"
            submission={revoke}
            onConfirm={() => revoke.submit(token)}
          />
        ),
    },
  ];
  return (
    <Page
      title="Tokens"
      sub="For programs that call the API. A token and its person count as one party."
      actions={
        <>
          <ExportLink path="/v1/tokens" query={{ q, usable }} rows={list.total} />
          <Button tone="primary" onPress={() => change('dialog', 'new')}>
            Create a token
          </Button>
        </>
      }
    >
      <FilterBar filters={FILTERS} values={search} onChange={change} searchLabel="Search tokens" columns={columns} />
      <ListPanel
        list={list}
        noun="tokens"
        empty={<Empty title="No token">Create one for a program that calls the API.</Empty>}
      >
        <DataTable label="Tokens" columns={columns} hide={search.hide} rows={list.rows} rowId={({ id }) => id} />
      </ListPanel>
      {dialog === 'new' && <TokenDialog onClose={() => change('dialog', undefined)} />}
    </Page>
  );
}
