import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { withDays } from '../../components/moment.tsx';
import { Empty } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryPart } from '../../components/query-page.tsx';
import { Severity } from '../../components/severity.tsx';
import { words } from '../../components/words.ts';

type Flag = components['schemas']['FlagView'];

const COLUMNS: readonly Column<Flag>[] = [
  {
    id: 'title',
    header: 'Finding',
    text: 'prose',
    cell: (flag) => (
      <Link to="/flags" search={{ model: flag.model.id, open: flag.id }}>
        {withDays(flag.title)}
      </Link>
    ),
  },
  { id: 'severity', header: 'Severity', cell: (flag) => <Severity severity={flag.severity} /> },
  { id: 'confidence', header: 'Confidence', cell: (flag) => words(flag.confidence) },
  { id: 'state', header: 'State', cell: (flag) => words(flag.state) },
];

/** Findings on one model or one tool. */
export function ModelFlags({ modelId, toolId }: { readonly modelId?: string; readonly toolId?: string }) {
  const query = useQuery({
    queryKey: ['flags', 'of', modelId, toolId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/flags', { params: { query: { model: modelId, tool: toolId, active: true, limit: 20 } }, signal }),
      ),
  });
  return (
    <Panel title="Flags" measure="what could replace it, and why" flush>
      <QueryPart query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No flag">
              No newer release passes the rules today. Candidates that stay quiet are listed on each tool’s page.
            </Empty>
          ) : (
            <DataTable label="Flags" columns={COLUMNS} rows={items} rowId={(flag) => flag.id} />
          )
        }
      </QueryPart>
    </Panel>
  );
}
