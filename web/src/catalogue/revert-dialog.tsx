import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Dialog } from '../components/dialog.tsx';
import { TextInput } from '../components/field.tsx';
import { fieldLabel } from '../components/field-words.tsx';
import { Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';

type Fact = components['schemas']['FactView'];

/** Takes a correction back; the sources speak again. */
export function RevertDialog({
  releaseId,
  fact,
  onClose,
}: {
  readonly releaseId: string;
  readonly fact: Fact;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const submission = useSubmit(
    (body: { reason: string }) =>
      unwrap(
        api.POST('/v1/releases/{id}/facts/{factId}/revert', {
          params: { path: { id: releaseId, factId: fact.id } },
          body,
        }),
      ),
    () => {
      say(`The correction of ${fieldLabel(fact.field).toLowerCase()} is taken back.`);
      onClose();
    },
  );
  return (
    <Dialog title={`Take back the correction of ${fieldLabel(fact.field).toLowerCase()}`} open onClose={onClose}>
      <Form
        submission={submission}
        action="Take back"
        onCancel={onClose}
        onSubmit={() => submission.submit({ reason })}
      >
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
