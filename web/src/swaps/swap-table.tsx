import { Link } from '@tanstack/react-router';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Moment } from '../components/moment.tsx';
import { Materiality } from '../components/severity.tsx';
import { Tag } from '../components/tag.tsx';
import { words } from '../components/words.ts';
import { STATE_TONES, swapTitle, type Swap } from './words.ts';

export const SWAP_COLUMNS: readonly Column<Swap>[] = [
  {
    id: 'title',
    header: 'Request',
    sort: 'tool',
    cell: (swap) => (
      <Link to="/swap-requests/$id" params={{ id: swap.id }}>
        {swapTitle(swap)}
      </Link>
    ),
  },
  { id: 'state', header: 'State', cell: (swap) => <Tag tone={STATE_TONES[swap.state]}>{words(swap.state)}</Tag> },
  { id: 'materiality', header: 'Materiality', cell: (swap) => <Materiality level={swap.tool.materiality} /> },
  { id: 'type', header: 'Type', cell: (swap) => (swap.failOver ? 'Fail-over' : words(swap.changeType)) },
  { id: 'by', header: 'Requested by', cell: (swap) => swap.requestedBy.displayName },
  { id: 'approvals', header: 'Approvals', numeric: true, cell: (swap) => swap.approvals },
  { id: 'at', header: 'Changed', sort: 'updatedAt', cell: (swap) => <Moment at={swap.updatedAt} precise /> },
];

interface Props {
  readonly swaps: readonly Swap[];
  readonly hide?: string;
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
}

/** Requests as every list of them shows them. */
export function SwapTable({ swaps, ...rest }: Props) {
  return <DataTable label="Swap requests" columns={SWAP_COLUMNS} rows={swaps} rowId={({ id }) => id} {...rest} />;
}
