import { api, unwrap } from '../api/client.ts';
import type { components, operations } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { FilterBar, type Filter } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { useUrlState } from '../components/use-search.ts';
import { count } from '../components/words.ts';
import { useCan } from '../session/use-me.ts';
import { NameDialog } from './name-dialog.tsx';

type Name = components['schemas']['AliasReviewView'];
type Query = NonNullable<operations['AliasReviews.list']['parameters']['query']>;

const WHY: Readonly<Record<string, string>> = {
  ROLLING: 'changes its meaning',
  API_ONLY: 'only an API, no weights',
  AMBIGUOUS: 'fits several releases',
  UNKNOWN: 'fits no release',
};

const columns = (decide?: (id: string) => void): readonly Column<Name>[] => [
  {
    id: 'alias',
    header: 'Name',
    sort: 'name',
    cell: (name) => <span className="mono">{name.alias}</span>,
  },
  { id: 'vendor', header: 'Vendor', cell: (name) => name.vendor },
  { id: 'why', header: 'Why', text: 'short', cell: (name) => WHY[name.unresolved ?? ''] ?? '–' },
  { id: 'candidates', header: 'Could be', text: 'prose', cell: (name) => name.candidates.join(', ') || '–' },
  { id: 'sources', header: 'Sources', cell: (name) => name.sources.join(', ') },
  {
    id: 'waiting',
    header: 'Results, facts',
    numeric: true,
    sort: 'benchmarks',
    cell: (name) => `${count(name.benchmarks)} + ${count(name.facts)}`,
  },
  { id: 'seen', header: 'First seen', sort: 'date', rare: true, cell: (name) => <Moment at={name.firstSeenAt} /> },
  {
    id: 'decided',
    header: 'Decided',
    rare: true,
    cell: (name) =>
      name.decidedKey ? `${name.decidedKey}, by ${name.decidedBy}` : <span className="muted">not yet</span>,
  },
  ...(decide
    ? [
        {
          id: 'do',
          header: 'Decide',
          cell: (name: Name) => (
            <Button tone="quiet" aria-label={`Decide ${name.alias}`} onPress={() => decide(name.id)}>
              Decide
            </Button>
          ),
        },
      ]
    : []),
];

const FILTERS: readonly Filter[] = [
  { name: 'unresolved', label: 'Why', options: Object.entries(WHY).map(([id, label]) => ({ id, label })) },
  {
    name: 'decided',
    label: 'Decision',
    options: [
      { id: 'false', label: 'Waiting' },
      { id: 'true', label: 'Decided' },
    ],
  },
  { name: 'vendor', label: 'Vendor', options: [] },
];

/** Names in the sources that stand for no release, with what waits for somebody to say which. */
export function NamesPage() {
  const [search, change] = useUrlState();
  const { q, unresolved, decided, vendor, sort, open } = search;
  const query = { q, unresolved, decided, vendor, sort };
  const may = useCan('release.write');
  const list = useList(['names', query], (cursor, signal) =>
    unwrap(
      api.GET('/v1/alias-reviews', {
        params: { query: { ...(query as unknown as Query), cursor, limit: 50 } },
        signal,
      }),
    ),
  );
  const shown = columns(may ? (id) => change('open', id) : undefined);
  const opened = list.rows.find(({ id }) => id === open);
  return (
    <Page
      title="Unmatched names"
      sub="Names that the sources use and that stand for no release yet. Whoever knows which one is meant says so here."
      actions={<ExportLink path="/v1/alias-reviews" query={query} rows={list.total} />}
    >
      <FilterBar filters={FILTERS} values={search} onChange={change} searchLabel="Search names" columns={shown} />
      <ListPanel list={list} noun="names" empty={<Empty title="No name waits">Every name is understood.</Empty>}>
        <DataTable
          label="Unmatched names"
          columns={shown}
          hide={search.hide}
          rows={list.rows}
          rowId={({ id }) => id}
          sort={sort ?? '-benchmarks'}
          onSort={(next) => change('sort', next)}
        />
      </ListPanel>
      {may && opened && <NameDialog key={open} name={opened} onClose={() => change('open', undefined)} />}
    </Page>
  );
}
