import { Link } from '@tanstack/react-router';
import type { components } from '../api/schema.d.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Moment } from '../components/moment.tsx';
import { eventWords, fieldWords, words } from '../components/words.ts';
import styles from './audit.module.css';

type Event = components['schemas']['AuditEventView'];

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
/** The end of an id, which differs; a name whole. */
const shortId = (id: string): string => (UUID.test(id) ? id.slice(-6) : id);

export const AUDIT_COLUMNS: readonly Column<Event>[] = [
  { id: 'position', header: 'No.', numeric: true, cell: (event) => event.position },
  { id: 'at', header: 'When', cell: (event) => <Moment at={event.at} precise /> },
  { id: 'kind', header: 'What', cell: (event) => <span title={event.kind}>{eventWords(event.kind)}</span> },
  {
    id: 'subject',
    header: 'On',
    cell: (event) => (
      <Link to="/audit" search={{ subject: event.subject.id }}>
        {words(event.subject.type.replaceAll('-', '_'))} <span className="mono">{shortId(event.subject.id)}</span>
      </Link>
    ),
  },
  {
    id: 'actor',
    header: 'Who',
    cell: (event) =>
      event.actor
        ? `${event.actor.displayName ?? 'erased person'}${event.actor.tokenId ? ' (by token)' : ''}`
        : 'the product',
  },
  { id: 'changes', header: 'Changes', cell: (event) => <Changes event={event} /> },
];

interface Props {
  readonly events: readonly Event[];
  readonly hide?: string;
}

export function AuditTable({ events, hide }: Props) {
  return <DataTable label="Audit events" columns={AUDIT_COLUMNS} hide={hide} rows={events} rowId={({ id }) => id} />;
}

const short = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

function Changes({ event }: { readonly event: Event }) {
  const changes = Object.entries(event.changes);
  const detail = Object.entries(event.detail);
  if (changes.length + detail.length === 0) return <span className="muted">–</span>;
  return (
    <details>
      <summary className={styles.summary}>
        {changes.length > 0 ? `${changes.length} ${changes.length === 1 ? 'field' : 'fields'}` : 'details'}
      </summary>
      <dl className={styles.changes}>
        {changes.map(([field, { before, after }]) => (
          <div key={field}>
            <dt>{fieldWords(field)}</dt>
            <dd>{before === undefined ? short(after) : `${short(before)} → ${short(after)}`}</dd>
          </div>
        ))}
        {detail.map(([name, value]) => (
          <div key={name}>
            <dt>{fieldWords(name)}</dt>
            <dd>{short(value)}</dd>
          </div>
        ))}
        <div>
          <dt>hash</dt>
          <dd className="mono">{event.hash}</dd>
        </div>
      </dl>
    </details>
  );
}
