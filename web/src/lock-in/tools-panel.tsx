import { Link } from '@tanstack/react-router';
import type { components } from '../api/schema.d.ts';
import { ShareBar } from '../components/bars.tsx';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Moment } from '../components/moment.tsx';
import { Panel } from '../components/panel.tsx';
import { Materiality } from '../components/severity.tsx';
import { Tag, type Tone } from '../components/tag.tsx';
import { useUrlState } from '../components/use-search.ts';
import { words } from '../components/words.ts';
import styles from './lock-in.module.css';

type Tool = components['schemas']['ToolExitView'];
type Class = Tool['substitutability'];

const TONES: Record<Class, Tone> = {
  EASILY_SUBSTITUTABLE: 'good',
  MEDIUM_COMPLEXITY: 'info',
  HIGHLY_COMPLEX: 'warn',
  NOT_SUBSTITUTABLE: 'bad',
  UNDETERMINED: 'neutral',
};
const HARDNESS: Record<Class, number> = {
  NOT_SUBSTITUTABLE: 0,
  HIGHLY_COMPLEX: 1,
  UNDETERMINED: 2,
  MEDIUM_COMPLEXITY: 3,
  EASILY_SUBSTITUTABLE: 4,
};

const missing = (tool: Tool): string =>
  tool.exitItems
    .filter(({ met }) => !met)
    .map(({ item }) => words(item).toLowerCase())
    .join(', ') || '–';

const COLUMNS: readonly Column<Tool>[] = [
  {
    id: 'tool',
    header: 'Tool',
    text: 'name',
    cell: ({ tool }) => (
      <Link to="/tools/$id" params={{ id: tool.id }}>
        {tool.name}
      </Link>
    ),
  },
  { id: 'materiality', header: 'Materiality', cell: ({ materiality }) => <Materiality level={materiality} /> },
  { id: 'model', header: 'Model in use', cell: ({ model }) => model.name },
  {
    id: 'class',
    header: 'Substitutability',
    cell: ({ substitutability }) => <Tag tone={TONES[substitutability]}>{words(substitutability)}</Tag>,
  },
  {
    id: 'why',
    header: 'Why',
    cell: ({ sentence, alternatives, testedAt }) => (
      <>
        {sentence}
        {alternatives.length > 0 && ` To: ${alternatives.map(({ name }) => name).join(', ')}.`}
        {testedAt && (
          <>
            {' '}
            Tested <Moment at={testedAt} />.
          </>
        )}
      </>
    ),
  },
  {
    id: 'exit',
    header: 'Exit readiness',
    cell: ({ exitReadiness }) => (
      <span className={styles.exit}>
        <ShareBar share={exitReadiness / 100} tone="c6" /> <span className="num">{exitReadiness}</span>
      </span>
    ),
  },
  {
    id: 'days',
    header: 'Person-days',
    numeric: true,
    cell: ({ effortDays }) => effortDays ?? <span className="muted">not estimated</span>,
  },
  { id: 'missing', header: 'What is missing', cell: missing },
];

const FEW = 12;

/** Could each tool leave, and what keeps it; the hardest first. */
export function ToolsPanel({ tools }: { readonly tools: readonly Tool[] }) {
  const [search, change] = useUrlState();
  const sorted = [...tools].sort(
    (a, b) => HARDNESS[a.substitutability] - HARDNESS[b.substitutability] || a.exitReadiness - b.exitReadiness,
  );
  const rows = search.tools === 'all' ? sorted : sorted.slice(0, FEW);
  return (
    <Panel title="Could each tool leave?" measure={`${rows.length} of ${tools.length}, hardest first`} flush>
      <DataTable label="Tools and their exits" columns={COLUMNS} rows={rows} rowId={({ tool }) => tool.id} />
      {tools.length > FEW && (
        <div className={styles.more}>
          <Button onPress={() => change('tools', search.tools === 'all' ? undefined : 'all')}>
            {search.tools === 'all' ? 'Show the hardest only' : `Show all ${tools.length}`}
          </Button>
        </div>
      )}
    </Panel>
  );
}
