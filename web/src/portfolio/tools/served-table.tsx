import { Link } from '@tanstack/react-router';
import type { components } from '../../api/schema.d.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Moment } from '../../components/moment.tsx';

type Assignment = components['schemas']['AssignmentView'];

const COLUMNS: readonly Column<Assignment>[] = [
  {
    id: 'model',
    header: 'Model',
    cell: ({ model }) => (
      <Link to="/models/$id" params={{ id: model.id }}>
        {model.name}
      </Link>
    ),
  },
  { id: 'purpose', header: 'As', cell: ({ purpose }) => (purpose === 'PRIMARY' ? 'model in use' : 'fallback') },
  { id: 'from', header: 'From', cell: ({ validFrom }) => <Moment at={validFrom} precise /> },
  { id: 'to', header: 'To', cell: ({ validTo }) => (validTo ? <Moment at={validTo} precise /> : 'today') },
  {
    id: 'release',
    header: 'Release',
    cell: ({ release }) => (
      <Link to="/catalogue/$id" params={{ id: release.id }}>
        {release.displayName}
      </Link>
    ),
  },
  { id: 'artifact', header: 'Exactly what ran', cell: ({ artifacts }) => <Artifact artifact={artifacts[0]} /> },
  {
    id: 'request',
    header: 'By request',
    cell: ({ swapRequestId, assignedBy }) =>
      swapRequestId ? (
        <Link to="/swap-requests/$id" params={{ id: swapRequestId }}>
          its swap request
        </Link>
      ) : (
        <span className="muted">assigned by {assignedBy.displayName}</span>
      ),
  },
  {
    id: 'approved',
    header: 'Approved by',
    cell: ({ swapRequest }) =>
      swapRequest?.approvals.map(({ approver }) => approver.displayName).join(', ') || <span className="muted">–</span>,
  },
];

/** Which model, release and weights served the tool when, by which request, and who agreed. */
export function ServedTable({ assignments }: { readonly assignments: readonly Assignment[] }) {
  return <DataTable label="What served it" columns={COLUMNS} rows={assignments} rowId={({ id }) => id} />;
}

function Artifact({ artifact }: { readonly artifact?: Assignment['artifacts'][number] }) {
  if (!artifact) return <span className="muted">unknown</span>;
  const { quantisation, weightsDigest } = artifact;
  return (
    <>
      {quantisation?.replaceAll('_', ' ') ?? 'native precision'}{' '}
      {weightsDigest ? (
        <span className="mono" title={weightsDigest}>
          {weightsDigest.slice(0, 19)}…
        </span>
      ) : (
        <span className="muted">digest not stated</span>
      )}
    </>
  );
}
