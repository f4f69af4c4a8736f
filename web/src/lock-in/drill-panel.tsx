import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EFFORT_WORDS } from '../../../src/lock-in/domain/wording.ts';
import { api, unwrap } from '../api/client.ts';
import type { components, operations } from '../api/schema.d.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { SelectInput } from '../components/field.tsx';
import { FieldRow } from '../components/form.tsx';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPart } from '../components/query-page.tsx';
import { Materiality } from '../components/severity.tsx';
import { useUrlState } from '../components/use-search.ts';
import { percent, words } from '../components/words.ts';
import styles from './lock-in.module.css';
import { shareName } from './names.ts';

type Overview = components['schemas']['DrillView'];
type Drill = components['schemas']['ExitDrillView'];
type Query = NonNullable<operations['LockIn.drill']['parameters']['query']>;
type Row = Drill['tools'][number];

const KINDS = [
  { id: 'vendor', label: 'A vendor', dimension: 'VENDOR' },
  { id: 'country', label: 'A country', dimension: 'COUNTRY' },
  { id: 'licenceClass', label: 'A licence class', dimension: 'LICENCE_CLASS' },
] as const;

const OVERVIEW: readonly Column<Overview>[] = [
  { id: 'name', header: 'Without', text: 'name', cell: (drill) => shareName(drill.by, drill) },
  { id: 'tools', header: 'Tools that stop', numeric: true, cell: ({ tools }) => tools },
  { id: 'high', header: 'High', numeric: true, cell: ({ hitByMateriality: hit }) => hit.HIGH },
  { id: 'medium', header: 'Medium', numeric: true, cell: ({ hitByMateriality: hit }) => hit.MEDIUM },
  { id: 'low', header: 'Low', numeric: true, cell: ({ hitByMateriality: hit }) => hit.LOW },
  {
    id: 'untested',
    header: 'No tested fallback',
    numeric: true,
    cell: ({ withoutTestedFallback }) => withoutTestedFallback,
  },
  {
    id: 'days',
    header: 'Person-days',
    numeric: true,
    cell: ({ effortDays, toolsWithoutEstimate }) => `${effortDays}${toolsWithoutEstimate > 0 ? ' or more' : ''}`,
  },
  {
    id: 'longest',
    header: 'Longest single item',
    cell: ({ longestItem: longest }) =>
      longest === null ? '–' : `${longest.tool.name}: ${EFFORT_WORDS[longest.item]}, ${longest.days} days`,
  },
];

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'tool',
    header: 'Tool',
    cell: ({ tool }) => (
      <Link to="/tools/$id" params={{ id: tool.id }}>
        {tool.name}
      </Link>
    ),
  },
  { id: 'materiality', header: 'Materiality', cell: ({ materiality }) => <Materiality level={materiality} /> },
  {
    id: 'model',
    header: 'Model',
    cell: ({ model, byRootOnly }) => `${model.name}${byRootOnly ? ' (built on one that vanishes)' : ''}`,
  },
  { id: 'fallback', header: 'Tested fallback', cell: ({ testedFallback }) => (testedFallback ? '✓ yes' : '✕ no') },
  {
    id: 'days',
    header: 'Person-days',
    numeric: true,
    cell: ({ effortDays }) => effortDays ?? <span className="muted">not estimated</span>,
  },
  {
    id: 'next',
    header: 'Where it could go, best first',
    cell: ({ nextBest }) => nextBest.map(({ name }) => name).join(', ') || <span className="muted">nowhere known</span>,
  },
];

/** What stops if a supplier is gone, and how much work it is to leave. */
export function DrillPanel({ drills }: { readonly drills: readonly Overview[] }) {
  const [search, , changeAll] = useUrlState();
  const kind = KINDS.find(({ id }) => search[id] !== undefined) ?? KINDS.find(({ id }) => id === search.by) ?? KINDS[0];
  const asked = drills.filter(({ by }) => by === kind.dimension);
  const what = search[kind.id] ?? asked[0]?.key;
  const choose = (by: string, key: string | undefined): void =>
    changeAll({ vendor: undefined, country: undefined, licenceClass: undefined, by, ...(key ? { [by]: key } : {}) });
  const query = useQuery({
    queryKey: ['drill', kind.id, what, search.asOf],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/lock-in/exit-drill', {
          params: { query: { [kind.id]: what, asOf: search.asOf || undefined } as Query },
          signal,
        }),
      ),
    enabled: what !== undefined,
  });
  return (
    <>
      <Panel title="What would vanish?" measure="models, and models built on them, are gone at once">
        <FieldRow>
          <SelectInput
            label="What"
            name="by"
            value={kind.id}
            onChange={(by) => choose(by, undefined)}
            options={KINDS}
          />
          <SelectInput
            label="Which"
            name="what"
            value={what ?? null}
            onChange={(key) => choose(kind.id, key)}
            options={asked.map((drill) => ({ id: drill.key, label: shareName(drill.by, drill) }))}
          />
        </FieldRow>
      </Panel>
      {asked.length > 0 && (
        <Panel title="Each of them, at a glance" measure="the heaviest first" flush>
          <DataTable label="Exit drills" columns={OVERVIEW} rows={asked} rowId={({ key }) => key} />
        </Panel>
      )}
      {what === undefined ? (
        <Panel flush>
          <Empty title="Nothing to drill">No model in use has one.</Empty>
        </Panel>
      ) : (
        <Panel title="The drill" flush>
          <QueryPart query={query}>{(drill) => <Result drill={drill} />}</QueryPart>
        </Panel>
      )}
    </>
  );
}

/** A vendor keeps its own letters; a member of a closed list becomes words. */
const nameOf = (what: string): string => (/^[A-Z][A-Z_]{2,}$/.test(what) ? words(what) : what);

function Result({ drill }: { readonly drill: Drill }) {
  const { hitByMateriality: hit, longestItem } = drill;
  if (drill.tools.length === 0) return <Empty title={`Nothing stops if ${nameOf(drill.what)} is gone`} />;
  return (
    <>
      <p className={styles.drill} role="status">
        If <strong>{nameOf(drill.what)}</strong> were gone, <strong>{drill.tools.length} tools</strong> would stop (
        {hit.HIGH} of high, {hit.MEDIUM} of medium, {hit.LOW} of low materiality);{' '}
        <strong>{percent(drill.shareWithoutTestedFallback)}</strong> of them have no tested fallback. Leaving would take
        about <strong>{drill.effortDays} person-days</strong>
        {longestItem && (
          <>
            ; the longest single item is {EFFORT_WORDS[longestItem.item]} for {longestItem.tool.name},{' '}
            {longestItem.days} days
          </>
        )}
        .
        {drill.toolsWithoutEstimate.length > 0 && (
          <> {drill.toolsWithoutEstimate.length} tools have no estimate, so it is more.</>
        )}
      </p>
      <DataTable label="Tools that would stop" columns={COLUMNS} rows={drill.tools} rowId={({ tool }) => tool.id} />
    </>
  );
}
