import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import { Dialog } from '../components/dialog.tsx';
import { SelectInput } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { Empty } from '../components/notice.tsx';
import { QueryPart } from '../components/query-page.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import type { SwapDetail } from './words.ts';

const MOST = 50;

interface Props {
  readonly swap: SwapDetail;
  readonly onClose: () => void;
}

/** Attaches a run of the tool’s golden set, the newest first. */
export function RunDialog({ swap, onClose }: Props) {
  const query = useQuery({
    queryKey: ['evaluations', swap.tool.id, 'choices'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/tools/{id}/evaluations', {
          params: { path: { id: swap.tool.id }, query: { limit: MOST } },
          signal,
        }),
      ),
  });
  return (
    <Dialog title="Attach a run of the golden set" open onClose={onClose}>
      <QueryPart query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No run is recorded">Record one on the tool’s page, under Evaluations.</Empty>
          ) : (
            <Choose
              swap={swap}
              onClose={onClose}
              runs={items.map((run) => ({
                id: run.id,
                label: `${run.challenger.displayName} ${run.gain > 0 ? '+' : ''}${run.gain.toFixed(1)} on ${run.goldenSetId}, ${run.ranAt.slice(0, 10)}`,
              }))}
            />
          )
        }
      </QueryPart>
    </Dialog>
  );
}

type Runs = readonly { readonly id: string; readonly label: string }[];

function Choose({ swap, runs, onClose }: Props & { readonly runs: Runs }) {
  const [runId, setRunId] = useState<string | null>(runs[0]?.id ?? null);
  const submission = useSubmit(
    (evaluationRunId: string) =>
      unwrap(
        api.POST('/v1/swap-requests/{id}/evidence', {
          params: { path: { id: swap.id } },
          body: {
            kind: 'EVALUATION',
            title: runs.find(({ id }) => id === evaluationRunId)?.label ?? 'Run',
            evaluationRunId,
          },
        }),
      ),
    () => {
      say('The run is attached.');
      onClose();
    },
  );
  return (
    <Form
      submission={submission}
      action="Attach"
      disabled={runId === null}
      onCancel={onClose}
      onSubmit={() => runId !== null && submission.submit(runId)}
    >
      <SelectInput
        label="Run"
        name="evaluationRunId"
        required
        value={runId}
        onChange={setRunId}
        options={runs}
        error={submission.errorOf('evaluationRunId')}
      />
    </Form>
  );
}
