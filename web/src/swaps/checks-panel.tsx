import { api, unwrap } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Empty, ProblemNotice } from '../components/notice.tsx';
import { withDays } from '../components/moment.tsx';
import { Panel } from '../components/panel.tsx';
import { Tag } from '../components/tag.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { words } from '../components/words.ts';
import styles from './swaps.module.css';
import type { SwapDetail } from './words.ts';

type Check = SwapDetail['checks'][number];

const TONES = { PASS: 'good', WARN: 'warn', FAIL: 'bad' } as const;

const COLUMNS: readonly Column<Check>[] = [
  { id: 'result', header: 'Result', cell: ({ result }) => <Tag tone={TONES[result]}>{words(result)}</Tag> },
  { id: 'name', header: 'Check', text: 'short', cell: ({ name }) => words(name) },
  { id: 'sentence', header: 'What was found', text: 'prose', cell: ({ sentence }) => withDays(sentence) },
];

/** What must hold before it can be submitted; a failure stops it, a warning does not. */
export function ChecksPanel({ swap }: { readonly swap: SwapDetail }) {
  const draft = swap.mySteps.includes('submit');
  const validate = useSubmit(
    (_: undefined) => unwrap(api.POST('/v1/swap-requests/{id}/validate', { params: { path: { id: swap.id } } })),
    () => undefined,
  );
  const checks = validate.problem ? [] : swap.checks;
  return (
    <Panel title="Checks" measure="a failure stops the request; a warning is for the approvers" flush>
      {validate.problem && <ProblemNotice problem={validate.problem} />}
      {checks.length > 0 ? (
        <DataTable label="Checks" columns={COLUMNS} rows={checks} rowId={({ name }) => name} />
      ) : (
        <Empty title="Not checked yet">Run the checks to see what is missing.</Empty>
      )}
      {draft && (
        <div className={styles.footer}>
          <Button isPending={validate.pending} onPress={() => validate.submit(undefined)}>
            Run the checks
          </Button>
        </div>
      )}
    </Panel>
  );
}
