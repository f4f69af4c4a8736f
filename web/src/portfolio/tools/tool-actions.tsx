import { Link } from '@tanstack/react-router';
import link from '../../components/export-link.module.css';
import { Button } from '../../components/button.tsx';
import { say } from '../../components/toast.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useUrlState } from '../../components/use-search.ts';
import { api, unwrap } from '../../api/client.ts';
import { useCan } from '../../session/use-me.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { FailOverDialog } from './fail-over-dialog.tsx';
import { RetireDialog } from './retire-dialog.tsx';
import type { Tool } from './tool-fields.ts';

/** What can be done with a tool by this person; which dialog is open stands in the address. */
export function ToolActions({ tool }: { readonly tool: Tool }) {
  const [{ dialog }, change] = useUrlState();
  const mayAssign = useCan('assignment.write');
  const mayChange = useCan('tool.change');
  const mayRetire = useCan('tool.write');
  const mayFailOver = useCan('tool.fail-over') && tool.primary !== null;
  const isTested = tool.fallbacks.some(({ fallbackTestedAt }) => fallbackTestedAt !== null);
  const open = (name: string) => () => change('dialog', name);
  const close = (): void => change('dialog', undefined);
  if (tool.retiredAt !== null) return null;
  return (
    <>
      {mayChange && (
        <Link to="/tools/$id/edit" params={{ id: tool.id }} className={link.link}>
          Change
        </Link>
      )}
      <ConfirmOwner tool={tool} />
      {mayRetire && <Button onPress={open('retire')}>Retire</Button>}
      {mayFailOver && isTested && (
        <Button tone="danger" onPress={open('fail-over')}>
          Fail over
        </Button>
      )}
      {mayAssign && (
        <Button tone="primary" onPress={open('assign')}>
          Assign a model
        </Button>
      )}
      {mayAssign && dialog === 'assign' && <AssignDialog tool={tool} onClose={close} />}
      {mayFailOver && dialog === 'fail-over' && <FailOverDialog tool={tool} onClose={close} />}
      {mayRetire && dialog === 'retire' && <RetireDialog tool={tool} onClose={close} />}
    </>
  );
}

function ConfirmOwner({ tool }: { readonly tool: Tool }) {
  const may = useCan('tool.change');
  const submission = useSubmit(
    (_: undefined) => unwrap(api.POST('/v1/tools/{id}/confirm-owner', { params: { path: { id: tool.id } } })),
    () => say(`The owner of ${tool.name} is confirmed as of today.`),
  );
  if (!may) return null;
  return (
    <>
      <Button isPending={submission.pending} onPress={() => submission.submit(undefined)}>
        Confirm owner
      </Button>
      {submission.problem && <span role="alert">{submission.problem.detail}</span>}
    </>
  );
}
