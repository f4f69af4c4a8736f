import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { operations } from '../../api/schema.d.ts';
import { Button } from '../../components/button.tsx';
import { Moment } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { StepDialog } from '../../swaps/step-dialog.tsx';
import { SwapTable } from '../../swaps/swap-table.tsx';
import type { Swap } from '../../swaps/words.ts';
import styles from './tool.module.css';

type Query = NonNullable<operations['SwapRequests.list']['parameters']['query']>;

const OPEN: Query['state'] = [
  'DRAFT',
  'SUBMITTED',
  'UNDER_ASSESSMENT',
  'CHANGES_REQUESTED',
  'APPROVED',
  'SCHEDULED',
  'IN_ROLLOUT',
  'IN_REVIEW',
];

/** What is being changed on this tool; a fail-over first, with the way back. */
export function RequestsPanel({ toolId }: { readonly toolId: string }) {
  const { data } = useQuery({
    queryKey: ['swap-requests', 'of', toolId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/swap-requests', { params: { query: { tool: toolId, state: OPEN, limit: 20 } }, signal })),
  });
  if (!data || data.items.length === 0) return null;
  const failOver = data.items.find((swap) => swap.failOver && swap.state === 'IN_REVIEW');
  return (
    <>
      {failOver && <FailedOver swap={failOver} />}
      <Panel title="Swap requests under way" measure={`${data.total} not finished`} flush>
        <SwapTable swaps={data.items} />
      </Panel>
    </>
  );
}

function FailedOver({ swap }: { readonly swap: Swap }) {
  const [returning, setReturning] = useState(false);
  const { data } = useQuery({
    queryKey: ['swap-request', swap.id],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/swap-requests/{id}', { params: { path: { id: swap.id } }, signal })),
  });
  const before = data?.from?.model.name ?? 'the model before';
  return (
    <Panel>
      <div className={styles.failedOver}>
        <p>
          <Tag tone="warn">Failed over</Tag> It runs on its fallback <strong>{data?.to.model?.name}</strong> instead of{' '}
          {before}, since <Moment at={swap.createdAt} precise />.{' '}
          {data?.reviewDueAt && (
            <>
              Somebody else has to review this by <Moment at={data.reviewDueAt} />.
            </>
          )}
        </p>
        {data?.mySteps.includes('roll-back') && <Button onPress={() => setReturning(true)}>Return to {before}</Button>}
      </div>
      {data && returning && (
        <StepDialog swap={data} step="roll-back" title={`Return to ${before}`} onClose={() => setReturning(false)} />
      )}
    </Panel>
  );
}
