import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../api/client.ts';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPart } from '../components/query-page.tsx';
import { useCan } from '../session/use-me.ts';
import { AuditTable } from './audit-table.tsx';

/** What the trail holds about one thing, for those who may read it. */
export function AuditPanel({ subject }: { readonly subject: string }) {
  const may = useCan('audit.read');
  const query = useQuery({
    queryKey: ['audit', 'of', subject],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/audit-events', { params: { query: { subject, limit: 10 } }, signal })),
    enabled: may,
  });
  if (!may) return null;
  return (
    <Panel
      title={
        <Link to="/audit" search={{ subject }}>
          Audit
        </Link>
      }
      measure="the latest ten events; the trail cannot be rewritten"
      flush
    >
      <QueryPart query={query}>
        {({ items }) =>
          items.length === 0 ? <Empty title="Nothing is recorded yet" /> : <AuditTable events={items} />
        }
      </QueryPart>
    </Panel>
  );
}
