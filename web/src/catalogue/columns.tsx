import { Link } from '@tanstack/react-router';
import type { components } from '../api/schema.d.ts';
import type { Column } from '../components/data-table.tsx';
import { Day } from '../components/moment.tsx';
import { LicenceClass } from '../components/severity.tsx';
import { Tag } from '../components/tag.tsx';
import { billions, count, gigabytes, licenceName, words } from '../components/words.ts';

export type Release = components['schemas']['ReleaseView'];

const unknown = <span className="muted">unknown</span>;
const none = <span className="muted">none</span>;

const sourcesOf = ({ sources }: Release): readonly string[] =>
  [...new Set(Object.values(sources).map(({ source }) => source))].filter((source) => source !== 'name').sort();

/** What a list of releases shows of each. */
export const RELEASE_COLUMNS: readonly Column<Release>[] = [
  {
    id: 'name',
    header: 'Release',
    text: 'name',
    sort: 'name',
    cell: (release) => (
      <>
        <Link to="/catalogue/$id" params={{ id: release.id }}>
          {release.displayName}
        </Link>{' '}
        {release.status !== 'AVAILABLE' && <Tag>{words(release.status)}</Tag>}
      </>
    ),
  },
  { id: 'vendor', header: 'Vendor', text: 'short', cell: (release) => release.vendorName },
  {
    id: 'date',
    header: 'Published',
    sort: 'date',
    cell: (release) => (release.releaseDate ? <Day date={release.releaseDate} /> : unknown),
  },
  {
    id: 'total',
    header: 'Total / active',
    numeric: true,
    sort: 'params',
    cell: ({ totalParamsB, activeParamsB }) => `${billions(totalParamsB)} / ${billions(activeParamsB)}`,
  },
  { id: 'context', header: 'Context', numeric: true, cell: (release) => count(release.contextTokens) },
  { id: 'licence', header: 'Licence', cell: (release) => <LicenceClass of={release.licenceClass} /> },
  { id: 'languages', header: 'Languages', numeric: true, cell: (release) => release.languages?.length ?? '–' },
  {
    id: 'benchmarks',
    header: 'Benchmarks',
    numeric: true,
    cell: ({ benchmarkCount }) => (benchmarkCount === 0 ? '–' : benchmarkCount),
  },
  {
    id: 'sources',
    header: 'Sources',
    numeric: true,
    cell: (release) => <span title={sourcesOf(release).join(', ')}>{sourcesOf(release).length || '–'}</span>,
  },
  { id: 'need', header: 'Memory', numeric: true, rare: true, cell: (release) => gigabytes(release.needGb) },
  {
    id: 'source-names',
    header: 'Names of the sources',
    text: 'prose',
    rare: true,
    cell: (release) => sourcesOf(release).join(', ') || none,
  },
  {
    id: 'licence-id',
    header: 'Licence terms',
    rare: true,
    cell: (release) => (release.licenceId ? licenceName(release.licenceId) : unknown),
  },
  { id: 'kind', header: 'Kind', rare: true, cell: ({ kind }) => (kind ? words(kind) : unknown) },
  { id: 'family', header: 'Family', rare: true, cell: ({ family }) => family ?? unknown },
  { id: 'status', header: 'Status', rare: true, cell: ({ status }) => words(status) },
];
