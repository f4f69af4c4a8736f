import type { components } from '../api/schema.d.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { SafeLink } from '../components/field-words.tsx';
import { Day } from '../components/moment.tsx';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';

type Release = components['schemas']['ReleaseDetailView'];
type Benchmark = Release['benchmarks'][number];
type Artifact = Release['artifacts'][number];

const BENCHMARKS: readonly Column<Benchmark>[] = [
  { id: 'benchmark', header: 'Benchmark', cell: (row) => `${row.benchmark} ${row.benchmarkVersion}` },
  { id: 'metric', header: 'Metric', cell: (row) => row.metric },
  { id: 'how', header: 'Harness and mode', cell: (row) => [row.harness, row.mode].filter(Boolean).join(', ') || '–' },
  { id: 'score', header: 'Score', numeric: true, cell: (row) => row.score },
  { id: 'direction', header: 'Better is', cell: (row) => (row.higherIsBetter ? 'higher' : 'lower') },
  { id: 'on', header: 'Measured', cell: (row) => (row.measuredOn ? <Day date={row.measuredOn.slice(0, 10)} /> : '–') },
  { id: 'source', header: 'Source', cell: (row) => <span title={row.sourceRef}>{row.source}</span> },
];

const GIGABYTE = 1e9;

const ARTIFACTS: readonly Column<Artifact>[] = [
  {
    id: 'hub',
    header: 'Repository',
    cell: (row) => <SafeLink href={`https://huggingface.co/${row.hubId}`}>{row.hubId}</SafeLink>,
  },
  { id: 'quantisation', header: 'Quantisation', cell: (row) => row.quantisation.replaceAll('_', ' ') },
  { id: 'bits', header: 'Bits', numeric: true, cell: (row) => row.bits },
  {
    id: 'size',
    header: 'Size',
    numeric: true,
    cell: (row) => (row.sizeBytes === null ? '–' : `${(row.sizeBytes / GIGABYTE).toFixed(1)} GB`),
  },
  { id: 'source', header: 'Source', cell: (row) => row.source },
];

interface Props {
  readonly release: Release;
}

/** Public results, each with the way it was measured. */
export function BenchmarksPanel({ release: { benchmarks } }: Props) {
  return (
    <Panel title="Benchmarks" measure="public results; compared only with the same version, metric and harness" flush>
      {benchmarks.length === 0 ? (
        <Empty title="No public result">Run the golden set of a tool to know how good it is for you.</Empty>
      ) : (
        <DataTable label="Benchmarks" columns={BENCHMARKS} rows={benchmarks} rowId={({ id }) => id} />
      )}
    </Panel>
  );
}

/** What can be downloaded and in which precision. */
export function WeightsPanel({ release: { artifacts } }: Props) {
  return (
    <Panel title="Published weights" measure="artifacts and their precision" flush>
      {artifacts.length === 0 ? (
        <Empty title="No artifact is known" />
      ) : (
        <DataTable label="Artifacts" columns={ARTIFACTS} rows={artifacts} rowId={({ id }) => id} />
      )}
    </Panel>
  );
}
