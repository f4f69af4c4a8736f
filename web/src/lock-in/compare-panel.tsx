import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { SelectInput } from '../components/field.tsx';
import { dayWords, momentWords } from '../components/moment.tsx';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPart } from '../components/query-page.tsx';
import { useUrlState } from '../components/use-search.ts';
import { percent, words } from '../components/words.ts';
import { LimitStatus } from './dimension-panel.tsx';
import styles from './lock-in.module.css';
import { DIMENSIONS, shareName } from './names.ts';
import { signed, type Snapshot } from './snapshots.ts';

type Comparison = components['schemas']['SnapshotComparisonView'];
type Dimension = Comparison['bases'][number]['dimensions'][number];
type Tool = Comparison['tools'][number];

interface Figure {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

const FIGURES: readonly Column<Figure>[] = [
  { id: 'name', header: 'Figure', cell: ({ name }) => name },
  { id: 'before', header: 'Before', numeric: true, cell: ({ before }) => before },
  { id: 'after', header: 'After', numeric: true, cell: ({ after }) => after },
  { id: 'change', header: 'Change', numeric: true, cell: ({ change }) => change },
];

const TOOLS: readonly Column<Tool>[] = [
  {
    id: 'tool',
    header: 'Tool',
    cell: ({ tool }) => (
      <Link to="/tools/$id" params={{ id: tool.id }}>
        {tool.name}
      </Link>
    ),
  },
  { id: 'model', header: 'Model', cell: ({ model }) => change(model.before.name, model.after.name) },
  {
    id: 'class',
    header: 'Substitutability',
    cell: ({ substitutability: { before, after } }) => change(words(before), words(after)),
  },
  {
    id: 'exit',
    header: 'Exit readiness',
    numeric: true,
    cell: ({ exitReadiness: { before, after } }) => change(String(before), String(after)),
  },
];

const change = (before: string, after: string): string => (before === after ? after : `${before} → ${after}`);

/** What changed from one frozen report to another; both stand in the address. */
export function ComparePanel({ snapshots }: { readonly snapshots: readonly Snapshot[] }) {
  const [search, setSearch] = useUrlState();
  const chosen = (id: string | undefined, otherwise: number): Snapshot | undefined =>
    snapshots.find((each) => each.id === id) ?? snapshots[otherwise];
  const [after, before] = [chosen(search.to, 0), chosen(search.from, 1)];
  const query = useQuery({
    queryKey: ['compare', before?.id, after?.id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/lock-in/snapshots/{id}/compare', {
          params: { path: { id: after?.id ?? '' }, query: { with: before?.id ?? '' } },
          signal,
        }),
      ),
    enabled: before !== undefined && after !== undefined && before.id !== after.id,
  });
  const options = snapshots.map((each) => ({ id: each.id, label: labelOf(each) }));
  return (
    <>
      <Panel title="Compare two frozen reports" measure="on the basis of materiality">
        <div className={styles.compare}>
          <SelectInput
            label="From"
            name="from"
            value={before?.id ?? null}
            onChange={(id) => setSearch('from', id)}
            options={options}
          />
          <SelectInput
            label="To"
            name="to"
            value={after?.id ?? null}
            onChange={(id) => setSearch('to', id)}
            options={options}
          />
        </div>
      </Panel>
      {before?.id === after?.id ? (
        <Panel flush>
          <Empty title="One report is not two">Choose another one to compare with.</Empty>
        </Panel>
      ) : (
        <QueryPart query={query}>{(found) => <Result comparison={found} />}</QueryPart>
      )}
    </>
  );
}

const labelOf = ({ asOf, takenAt, cause }: Snapshot): string =>
  `${dayWords(asOf)}, ${words(cause).toLowerCase()}, taken ${momentWords(takenAt)}`;

function Result({ comparison }: { readonly comparison: Comparison }) {
  const basis = comparison.bases.find((each) => each.basis === 'MATERIALITY');
  if (!basis) return null;
  const { tools, toolsAdded, toolsGone, samePolicy } = comparison;
  const names = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join(', ');
  return (
    <>
      <Panel
        title="Figures that changed"
        measure={samePolicy ? 'one policy' : 'another policy, so another yardstick'}
        flush
      >
        <DataTable label="Figures that changed" columns={FIGURES} rows={figuresOf(basis)} rowId={({ name }) => name} />
        <ul className={styles.statuses}>
          {basis.dimensions
            .filter(({ status }) => status.before !== status.after)
            .map(({ dimension, status }) => (
              <li key={dimension}>
                {DIMENSIONS[dimension][0]}: <LimitStatus status={status.before} /> →{' '}
                <LimitStatus status={status.after} />
              </li>
            ))}
        </ul>
      </Panel>
      <Panel title="Tools that stand otherwise" measure={`${tools.length} of those in both`} flush>
        {tools.length === 0 ? (
          <Empty title="Every tool stands as it stood">Nothing about models, substitutability or exits changed.</Empty>
        ) : (
          <DataTable label="Tools that stand otherwise" columns={TOOLS} rows={tools} rowId={({ tool }) => tool.id} />
        )}
        {toolsAdded.length + toolsGone.length > 0 && (
          <p className={styles.drill}>
            {toolsAdded.length > 0 && <>New: {names(toolsAdded)}. </>}
            {toolsGone.length > 0 && <>Gone: {names(toolsGone)}.</>}
          </p>
        )}
      </Panel>
    </>
  );
}

type Basis = Comparison['bases'][number];

/** Index and means first, then every share that changed. */
function figuresOf(basis: Basis): readonly Figure[] {
  const { index, substitutability, exitReadiness } = basis;
  return [
    figure('Lock-in index', index, 1),
    figure('Substitutability, 0–1', substitutability, 3),
    figure('Exit readiness, 0–1', exitReadiness, 3),
    ...basis.dimensions.flatMap(sharesOf),
  ];
}

function figure(name: string, { before, after }: Basis['index'], digits: number): Figure {
  const said = (value: number | null): string => value?.toFixed(digits) ?? 'not judged';
  const moved = before === null || after === null ? '–' : signed(after - before, digits);
  return { name, before: said(before), after: said(after), change: moved };
}

const sharesOf = ({ dimension, shares }: Dimension): readonly Figure[] =>
  shares.map((share) => ({
    name: `${words(dimension)}: ${shareName(dimension, share)}`,
    ...{ before: percent(share.before), after: percent(share.after) },
    change: `${signed(100 * (share.after - share.before))} points`,
  }));
