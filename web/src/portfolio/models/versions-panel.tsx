import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Day } from '../../components/moment.tsx';
import { Empty } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryPart } from '../../components/query-page.tsx';
import { LicenceClass } from '../../components/severity.tsx';
import { Tag } from '../../components/tag.tsx';
import { billions, count } from '../../components/words.ts';

type Model = components['schemas']['ModelDetailView'];
type Release = components['schemas']['ReleaseView'];

const SHOWN = 12;

const columnsFor = (own: string): readonly Column<Release>[] => [
  {
    id: 'release',
    header: 'Release',
    text: 'name',
    cell: (release) => (
      <>
        <Link to="/catalogue/$id" params={{ id: release.id }}>
          {release.displayName}
        </Link>{' '}
        {release.id === own && <Tag tone="info">This model</Tag>}
        {release.id !== own && release.inPortfolio && <Tag>Registered too</Tag>}
      </>
    ),
  },
  { id: 'generation', header: 'Generation', numeric: true, cell: ({ generation }) => generation?.join('.') ?? '–' },
  {
    id: 'date',
    header: 'Published',
    cell: ({ releaseDate }) => (releaseDate ? <Day date={releaseDate} /> : <span className="muted">unknown</span>),
  },
  { id: 'params', header: 'Parameters', numeric: true, cell: (release) => billions(release.totalParamsB) },
  { id: 'context', header: 'Context', numeric: true, cell: (release) => count(release.contextTokens) },
  { id: 'licence', header: 'Licence', cell: ({ licenceClass }) => <LicenceClass of={licenceClass} /> },
  {
    id: 'compare',
    header: 'Compare',
    cell: (release) =>
      release.id !== own && (
        <Link to="/compare" search={{ ids: `${own},${release.id}` }}>
          with this model
        </Link>
      ),
  },
];

/** The vendor's line of models in time, with the place of this one in it. */
export function VersionsPanel({ model: { release } }: { readonly model: Model }) {
  const filters = { vendor: release.vendor.slug, family: release.family ?? undefined };
  const query = useQuery({
    queryKey: ['versions', filters],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/releases', { params: { query: { ...filters, sort: '-date', limit: SHOWN } }, signal })),
    enabled: release.family !== null,
  });
  const columns = useMemo(() => columnsFor(release.id), [release.id]);
  if (release.family === null) return null;
  return (
    <Panel
      title="Versions in time"
      measure={
        <>
          the {release.family} line of {release.vendor.name}, newest first ·{' '}
          <Link to="/catalogue" search={{ vendor: release.vendor.slug, family: release.family }}>
            all of it
          </Link>
        </>
      }
      flush
    >
      <QueryPart query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No release of this line is known" />
          ) : (
            <DataTable label="Versions in time" columns={columns} rows={items} rowId={({ id }) => id} />
          )
        }
      </QueryPart>
    </Panel>
  );
}
