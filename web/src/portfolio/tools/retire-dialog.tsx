import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { Dialog } from '../../components/dialog.tsx';
import { TextInput } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { say } from '../../components/toast.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import type { Tool } from './tool-fields.ts';

/** Ends a tool and every assignment of it; its history stays. */
export function RetireDialog({ tool, onClose }: { readonly tool: Tool; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const submission = useSubmit(
    (_: undefined) =>
      unwrap(api.POST('/v1/tools/{id}/retire', { params: { path: { id: tool.id } }, body: { reason } })),
    () => {
      say(`${tool.name} is retired.`);
      onClose();
    },
  );
  return (
    <Dialog title={`Retire ${tool.name}`} open onClose={onClose}>
      <Form
        submission={submission}
        action="Retire"
        tone="danger"
        onCancel={onClose}
        onSubmit={() => submission.submit(undefined)}
      >
        <p>No model serves it any more; this cannot be taken back. Its history stays.</p>
        <TextInput
          label="Reason"
          name="reason"
          required
          multiline
          value={reason}
          onChange={setReason}
          error={submission.errorOf('reason')}
        />
      </Form>
    </Dialog>
  );
}
