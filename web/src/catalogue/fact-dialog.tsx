import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Dialog } from '../components/dialog.tsx';
import { TextInput } from '../components/field.tsx';
import { fieldLabel } from '../components/field-words.tsx';
import { Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';

type Release = components['schemas']['ReleaseDetailView'];
type Body = components['schemas']['RecordFactDto'];

/** Numbers, lists and records are typed as JSON; everything else is taken as text. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

const written = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** A correction by hand stands above every source, with its reason. */
export function FactDialog({
  release,
  field,
  onClose,
}: {
  readonly release: Release;
  readonly field: string;
  readonly onClose: () => void;
}) {
  const shown = release.facts.find((fact) => fact.field === field && fact.wins)?.value;
  const [value, setValue] = useState(written(shown));
  const [reason, setReason] = useState('');
  const [sourceRef, setSourceRef] = useState('');
  const submission = useSubmit(
    (body: Body) => unwrap(api.POST('/v1/releases/{id}/facts', { params: { path: { id: release.id } }, body })),
    () => {
      say(`${fieldLabel(field)} of ${release.displayName} is corrected.`);
      onClose();
    },
  );
  const send = (): void =>
    submission.submit({
      field: field as Body['field'],
      value: parse(value) as Body['value'],
      reason,
      sourceRef: sourceRef || undefined,
    });
  return (
    <Dialog title={`Correct ${fieldLabel(field).toLowerCase()} of ${release.displayName}`} open onClose={onClose}>
      <Form submission={submission} action="Correct" onCancel={onClose} onSubmit={send}>
        <TextInput
          label="Value"
          name="value"
          required
          value={value}
          onChange={setValue}
          hint="In the shape of the value shown; lists and records as JSON."
          error={submission.errorOf('value')}
        />
        <TextInput
          label="Reason"
          name="reason"
          required
          multiline
          value={reason}
          onChange={setReason}
          hint="Kept with the value and in the audit trail."
          error={submission.errorOf('reason')}
        />
        <TextInput
          label="Where it can be read"
          name="sourceRef"
          type="url"
          value={sourceRef}
          onChange={setSourceRef}
          hint="An https address, if there is one."
          error={submission.errorOf('sourceRef')}
        />
      </Form>
    </Dialog>
  );
}
