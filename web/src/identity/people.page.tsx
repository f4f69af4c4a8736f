import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../api/client.ts';
import type { components, operations } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { FilterBar, type Filter } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Tag } from '../components/tag.tsx';
import { useUrlState } from '../components/use-search.ts';
import { optionsOf, words } from '../components/words.ts';
import { useCan } from '../session/use-me.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { ROLES } from './roles.ts';

type Person = components['schemas']['PersonView'];
type Query = NonNullable<operations['People.list']['parameters']['query']>;

const FILTERS: readonly Filter[] = [
  { name: 'role', label: 'Role', options: optionsOf(...ROLES) },
  {
    name: 'active',
    label: 'People',
    options: [
      { id: 'true', label: 'Here' },
      { id: 'false', label: 'Have left' },
    ],
  },
];

/** Who may do what, in which teams, and who takes over from those who leave. */
export function PeoplePage() {
  const [search, change, changeAll] = useUrlState();
  const { q, role, active, team, sort, open, dialog } = search;
  const query = { q, role, active, team, sort };
  const may = useCan('person.write');
  const list = useList(['people', query], (cursor, signal) =>
    unwrap(api.GET('/v1/people', { params: { query: { ...(query as unknown as Query), cursor, limit: 50 } }, signal })),
  );
  const person = list.rows.find(({ id }) => id === open);
  const close = (): void => changeAll({ open: undefined, dialog: undefined });
  return (
    <Page
      title="People"
      sub={
        <>
          Their roles and teams.{' '}
          <Link to="/tools" search={{ orphaned: 'true' }}>
            Tools whose owner has left
          </Link>
        </>
      }
      actions={
        <>
          <ExportLink path="/v1/people" query={query} rows={list.total} />
          {may && (
            <Button tone="primary" onPress={() => change('dialog', 'new')}>
              Add a person
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        filters={FILTERS}
        values={search}
        onChange={change}
        searchLabel="Search people"
        columns={columns(may, changeAll)}
      />
      <ListPanel list={list} noun="people" empty={<Empty title="Nobody matches">Take a filter away.</Empty>}>
        <DataTable
          label="People"
          columns={columns(may, changeAll)}
          hide={search.hide}
          rows={list.rows}
          rowId={({ id }) => id}
          sort={sort ?? 'displayName'}
          onSort={(next) => change('sort', next)}
        />
      </ListPanel>
      {may && dialog === 'new' && <PersonDialog onClose={close} />}
      {may && person && dialog === 'change' && <PersonDialog key={person.id} person={person} onClose={close} />}
      {may && person && dialog === 'hand-over' && <HandOverDialog person={person} onClose={close} />}
    </Page>
  );
}

const columns = (may: boolean, changeAll: (changes: { open: string; dialog: string }) => void): Column<Person>[] => [
  {
    id: 'name',
    header: 'Name',
    text: 'short',
    sort: 'displayName',
    cell: (person) => <strong>{person.displayName}</strong>,
  },
  { id: 'email', header: 'E-mail', cell: (person) => person.email ?? '–' },
  {
    id: 'roles',
    header: 'Roles',
    cell: (person) => person.roles.map(words).join(', ') || <span className="muted">none</span>,
  },
  { id: 'teams', header: 'Teams', text: 'short', cell: (person) => person.teams.join(', ') || '–' },
  { id: 'subject', header: 'Signs in as', cell: (person) => <span className="mono">{person.subject}</span> },
  {
    id: 'active',
    header: 'State',
    cell: (person) => <Tag tone={person.active ? 'good' : 'warn'}>{person.active ? 'Here' : 'Has left'}</Tag>,
  },
  ...(may
    ? [
        {
          id: 'do',
          header: 'Change',
          cell: (person: Person) => (
            <>
              <Button
                tone="quiet"
                aria-label={`Change ${person.displayName}`}
                onPress={() => changeAll({ open: person.id, dialog: 'change' })}
              >
                Change
              </Button>
              <Button
                tone="quiet"
                aria-label={`Hand over from ${person.displayName}`}
                onPress={() => changeAll({ open: person.id, dialog: 'hand-over' })}
              >
                Hand over
              </Button>
            </>
          ),
        },
      ]
    : []),
];
