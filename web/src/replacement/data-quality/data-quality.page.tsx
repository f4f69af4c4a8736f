import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useList } from '../../api/use-list.ts';
import { CORRECTABLE } from '../../catalogue/fact-value.tsx';
import { ReleaseLink } from '../../catalogue/release-link.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { ExportLink } from '../../components/export-link.tsx';
import { fieldLabel } from '../../components/field-words.tsx';
import { FilterBar, type Filter } from '../../components/filter-bar.tsx';
import { ListPanel } from '../../components/list-panel.tsx';
import { Empty } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { useUrlState } from '../../components/use-search.ts';
import { words } from '../../components/words.ts';
import { useCan } from '../../session/use-me.ts';

type Gap = components['schemas']['InformationGapView'];

const CONCLUSION = 'licence conclusion';
const nameOf = (fact: string): string => (CORRECTABLE.includes(fact) ? fieldLabel(fact) : words(fact));
const tools = (many: number): string => `${many} ${many === 1 ? 'tool' : 'tools'}`;

const COLUMNS: readonly Column<Gap>[] = [
  { id: 'rank', header: 'No.', numeric: true, sort: 'rank', cell: ({ rank }) => rank },
  { id: 'fact', header: 'What is unknown', cell: ({ fact }) => <strong>{nameOf(fact)}</strong> },
  {
    id: 'release',
    header: 'Of which release',
    cell: ({ releaseId, releaseName, releaseKey }) => (
      <ReleaseLink release={{ releaseId, displayName: releaseName, key: releaseKey }} />
    ),
  },
  { id: 'gates', header: 'Keeps open', cell: ({ gates }) => gates.map(words).join(', ') },
  {
    id: 'settles',
    header: 'An answer settles',
    numeric: true,
    cell: ({ settles }) => (settles === 0 ? <span className="muted">nothing alone</span> : tools(settles)),
  },
  {
    id: 'tools',
    header: 'Tools that wait',
    cell: (gap) =>
      gap.tools.map((tool, index) => (
        <span key={tool.id}>
          {index > 0 && ', '}
          <Link to="/tools/$id" params={{ id: tool.id }}>
            {tool.name}
          </Link>
        </span>
      )),
  },
  { id: 'do', header: 'Find out', cell: (gap) => <Action gap={gap} /> },
];

/** Where the answer is given: legal concludes licences, an engineer corrects facts. */
function Action({ gap: { fact, releaseId } }: { readonly gap: Gap }) {
  const canCorrect = useCan('release.write');
  const canConclude = useCan('licence.conclude');
  if (fact === CONCLUSION)
    return canConclude ? (
      <Link to="/catalogue/$id" params={{ id: releaseId }} search={{ dialog: 'conclude' }}>
        Conclude the licence
      </Link>
    ) : (
      <span className="muted">a validator concludes it</span>
    );
  if (!canCorrect) return <span className="muted">a platform engineer corrects it</span>;
  return (
    <Link
      to="/catalogue/$id"
      params={{ id: releaseId }}
      search={{ correct: CORRECTABLE.includes(fact) ? fact : 'architecture' }}
    >
      Say what it is
    </Link>
  );
}

const FILTERS: readonly Filter[] = [
  {
    name: 'fact',
    label: 'Fact',
    options: [CONCLUSION, 'languages', 'contextTokens', 'totalParamsB', 'licenceId', 'releaseDate', 'capabilities'].map(
      (id) => ({ id, label: nameOf(id) }),
    ),
  },
];

/** Which unknown facts keep candidates from being judged; the most useful to find out first. */
export function DataQualityPage() {
  const [search, change] = useUrlState();
  const { q, fact, sort } = search;
  const query = { q, fact, sort };
  const list = useList(['data-quality', query], (cursor, signal) =>
    unwrap(api.GET('/v1/data-quality', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );
  return (
    <Page
      title="Data quality"
      sub="Facts that nobody knows and that keep releases from being judged. One answer can settle several tools."
      actions={<ExportLink path="/v1/data-quality" query={query} rows={list.total} />}
    >
      <FilterBar filters={FILTERS} values={search} onChange={change} searchLabel="Search facts" columns={COLUMNS} />
      <ListPanel
        list={list}
        noun="unknown facts"
        empty={<Empty title="Nothing is missing">Every candidate can be judged with what is known.</Empty>}
      >
        <DataTable
          label="Unknown facts"
          columns={COLUMNS}
          hide={search.hide}
          rows={list.rows}
          rowId={({ rank }) => String(rank)}
          sort={sort ?? 'rank'}
          onSort={(next) => change('sort', next)}
        />
      </ListPanel>
    </Page>
  );
}
