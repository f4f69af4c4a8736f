import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import type { components, operations } from '../../api/schema.d.ts';
import { useList } from '../../api/use-list.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { ExportLink } from '../../components/export-link.tsx';
import { FilterBar, type Filter } from '../../components/filter-bar.tsx';
import { Gate } from '../../components/gate.tsx';
import { ListPanel } from '../../components/list-panel.tsx';
import { Day, withDays } from '../../components/moment.tsx';
import { Empty } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { useUrlState } from '../../components/use-search.ts';
import { billions, optionsOf, words } from '../../components/words.ts';
import styles from './tool.module.css';

type Candidate = components['schemas']['CandidateView'];
type Query = NonNullable<operations['Assessments.list']['parameters']['query']>;

const TONES = { ELIGIBLE: 'good', NEEDS_INFORMATION: 'warn', INELIGIBLE: 'bad' } as const;

const COLUMNS: readonly Column<Candidate>[] = [
  { id: 'rank', header: 'No.', numeric: true, cell: ({ rank }) => rank },
  {
    id: 'release',
    header: 'Candidate',
    text: 'name',
    cell: ({ release }) => (
      <Link to="/catalogue/$id" params={{ id: release.id }}>
        {release.displayName}
      </Link>
    ),
  },
  {
    id: 'date',
    header: 'Published',
    cell: ({ release }) =>
      release.releaseDate ? <Day date={release.releaseDate} /> : <span className="muted">unknown</span>,
  },
  { id: 'params', header: 'Parameters', numeric: true, cell: ({ release }) => billions(release.totalParamsB) },
  {
    id: 'eligibility',
    header: 'Verdict',
    cell: ({ eligibility }) => <Tag tone={TONES[eligibility]}>{words(eligibility)}</Tag>,
  },
  { id: 'gates', header: 'Not passed', cell: ({ gates }) => <Open gates={gates} /> },
  {
    id: 'score',
    header: 'Score',
    numeric: true,
    cell: ({ score }) => (score.score === null ? <span className="muted">–</span> : score.score.toFixed(2)),
  },
  { id: 'coverage', header: 'Coverage', numeric: true, cell: ({ score }) => score.coverage.toFixed(2) },
  { id: 'why', header: 'Why, or why not yet', text: 'prose', cell: (candidate) => <Why candidate={candidate} /> },
];

const FILTERS: readonly Filter[] = [
  { name: 'eligibility', label: 'Verdict', options: optionsOf('ELIGIBLE', 'NEEDS_INFORMATION', 'INELIGIBLE') },
  {
    name: 'flagged',
    label: 'Flag',
    options: [
      { id: 'true', label: 'Flagged' },
      { id: 'false', label: 'Not flagged' },
    ],
  },
];

/** Every release that was judged for this tool, best first, with what keeps it from being a flag. */
export function CandidatesPanel({ toolId }: { readonly toolId: string }) {
  const [search, change] = useUrlState();
  const { eligibility, flagged, q } = search;
  const query = { eligibility, flagged, q };
  const list = useList(['candidates', toolId, query], (cursor, signal) =>
    unwrap(
      api.GET('/v1/tools/{id}/candidates', {
        params: { path: { id: toolId }, query: { ...(query as unknown as Query), cursor, limit: 20 } },
        signal,
      }),
    ),
  );
  return (
    <Panel title="Candidates" measure="ranked; a score needs a coverage of 0.60 or more" flush>
      <div className={styles.filters}>
        <FilterBar
          filters={FILTERS}
          values={search}
          onChange={change}
          searchLabel="Search candidates"
          columns={COLUMNS}
        />
        <ExportLink path={`/v1/tools/${toolId}/candidates`} query={query} rows={list.total} />
      </div>
      <ListPanel
        bare
        list={list}
        noun="candidates"
        empty={<Empty title="No candidate">The catalogue holds no release that was judged for this tool.</Empty>}
      >
        <DataTable
          label="Candidates"
          columns={COLUMNS}
          hide={search.hide}
          rows={list.rows}
          rowId={({ release }) => release.id}
        />
      </ListPanel>
    </Panel>
  );
}

function Open({ gates }: { readonly gates: Candidate['gates'] }) {
  const open = gates.filter(({ answer }) => answer !== 'PASS');
  if (open.length === 0) return <span className="muted">all passed</span>;
  return (
    <span className={styles.gates}>
      {open.map((gate) => (
        <span key={gate.gate}>
          <Gate result={gate.answer} sentence={gate.sentence} />{' '}
          {words(gate.gate === 'FOOTPRINT' ? 'MEMORY' : gate.gate).toLowerCase()}{' '}
        </span>
      ))}
    </span>
  );
}

function Why({ candidate }: { readonly candidate: Candidate }) {
  if (candidate.quiet) return <span className={styles.quiet}>{withDays(candidate.quiet.sentence)}</span>;
  return <>{candidate.reasons.map(({ sentence }) => withDays(sentence)).join(' ') || '–'}</>;
}
