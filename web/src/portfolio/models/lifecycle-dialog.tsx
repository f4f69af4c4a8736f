import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { Dialog } from '../../components/dialog.tsx';
import { SelectInput, TextInput } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { say } from '../../components/toast.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { optionsOf, words } from '../../components/words.ts';

type Model = components['schemas']['ModelDetailView'];
type Body = components['schemas']['LifecycleDto'];

/** The next state of a model, with the reason for the trail. */
export function LifecycleDialog({ model, onClose }: { readonly model: Model; readonly onClose: () => void }) {
  const [to, setTo] = useState<string | null>(model.lifecycle === 'PROPOSED' ? 'APPROVED' : null);
  const [reason, setReason] = useState('');
  const submission = useSubmit(
    (body: Body) => unwrap(api.POST('/v1/models/{id}/lifecycle', { params: { path: { id: model.id } }, body })),
    ({ lifecycle }) => {
      say(`${model.name} is now ${words(lifecycle).toLowerCase()}.`);
      onClose();
    },
  );
  const choices = optionsOf('PROPOSED', 'APPROVED', 'IN_USE', 'DEPRECATED', 'RETIRED').filter(
    ({ id }) => id !== model.lifecycle,
  );
  return (
    <Dialog title={`Change the lifecycle of ${model.name}`} open onClose={onClose}>
      <Form
        submission={submission}
        action="Change"
        onCancel={onClose}
        onSubmit={() => submission.submit({ to: (to ?? '') as Body['to'], reason })}
      >
        <SelectInput
          label="To"
          name="to"
          required
          value={to}
          onChange={setTo}
          options={choices}
          error={submission.errorOf('to')}
          hint={`It is ${words(model.lifecycle).toLowerCase()} now.`}
        />
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
