import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';
import { DataTable } from '../components/data-table.tsx';
import { QueryPart } from '../components/query-page.tsx';
import { EVALUATION_COLUMNS } from '../portfolio/tools/evaluation-columns.tsx';
import styles from './swaps.module.css';
import type { SwapDetail } from './words.ts';

const MOST = 100;

/** The attached runs of the golden set, champion against challenger. */
export function RunTable({ swap }: { readonly swap: SwapDetail }) {
  const attached = swap.evidence.flatMap(({ evaluationRunId }) => evaluationRunId ?? []);
  const path = { id: swap.tool.id };
  const filters = { release: swap.to.release.id, limit: MOST };
  const query = useQuery({
    queryKey: ['evaluations', swap.tool.id, 'of', swap.to.release.id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/tools/{id}/evaluations', { params: { path, query: filters }, signal })),
    enabled: attached.length > 0,
  });
  if (attached.length === 0) return null;
  return (
    <div className={styles.runs}>
      <QueryPart query={query} rows={attached.length}>
        {({ items }) => (
          <DataTable
            label="Champion against challenger"
            columns={EVALUATION_COLUMNS}
            rows={items.filter(({ id }) => attached.includes(id))}
            rowId={({ id }) => id}
          />
        )}
      </QueryPart>
    </div>
  );
}
