import type { components } from '../../api/schema.d.ts';
import { ReleaseLink } from '../../catalogue/release-link.tsx';
import type { Column } from '../../components/data-table.tsx';
import { Moment } from '../../components/moment.tsx';
import { Tag } from '../../components/tag.tsx';
import { count } from '../../components/words.ts';

export type Run = components['schemas']['EvaluationView'];

const points = (value: number): string => value.toFixed(1);
const signed = (value: number): string => `${value > 0 ? '+' : ''}${points(value)}`;
const latency = (run: Run): string =>
  run.championLatencyMs === null && run.challengerLatencyMs === null
    ? '–'
    : `${written(run.championLatencyMs)} / ${written(run.challengerLatencyMs)}`;
const written = (ms: number | null): string => (ms === null ? '?' : count(Math.round(ms)));

/** A run of a golden set: the champion against the challenger. */
export const EVALUATION_COLUMNS: readonly Column<Run>[] = [
  {
    id: 'verdict',
    header: 'Verdict',
    cell: (run) => <Tag tone={run.passed ? 'good' : 'bad'}>{run.passed ? 'Not worse' : 'Worse'}</Tag>,
  },
  { id: 'champion', header: 'In use', cell: ({ champion }) => <ReleaseLink release={champion} /> },
  { id: 'challenger', header: 'Challenger', cell: ({ challenger }) => <ReleaseLink release={challenger} /> },
  { id: 'metric', header: 'Golden set and metric', cell: (run) => `${run.goldenSetId}, ${run.metric}` },
  { id: 'n', header: 'Items', numeric: true, cell: (run) => count(run.n) },
  {
    id: 'scores',
    header: 'Scores',
    numeric: true,
    cell: (run) => `${points(run.championScore)} / ${points(run.challengerScore)}`,
  },
  {
    id: 'gain',
    header: 'Gain, points',
    numeric: true,
    cell: (run) => `${signed(run.gain)} ± ${points(run.halfWidth)}`,
  },
  { id: 'regressions', header: 'Regressions', numeric: true, cell: (run) => count(run.regressions) },
  { id: 'latency', header: 'Latency, ms', numeric: true, cell: latency },
  { id: 'at', header: 'Run', cell: (run) => <Moment at={run.ranAt} /> },
  {
    id: 'by',
    header: 'Recorded by',
    cell: (run) => <span title={run.note ?? undefined}>{run.recordedBy.displayName}</span>,
  },
];
