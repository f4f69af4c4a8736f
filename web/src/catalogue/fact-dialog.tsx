import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Dialog } from '../components/dialog.tsx';
import { SelectInput, TextInput } from '../components/field.tsx';
import { fieldLabel } from '../components/field-words.tsx';
import { Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { CORRECTABLE, FactValue } from './fact-value.tsx';

type Release = components['schemas']['ReleaseDetailView'];
type Body = components['schemas']['RecordFactDto'];

interface Props {
  readonly release: Release;
  /** The field to begin with; any may be chosen. */
  readonly field: string;
  readonly onClose: () => void;
}

const FIELDS = CORRECTABLE.map((id) => ({ id, label: fieldLabel(id) }));

/** A correction by hand stands above every source, with its reason. */
export function FactDialog({ release, field: first, onClose }: Props) {
  const shown = (field: string): unknown => release.facts.find((fact) => fact.field === field && fact.wins)?.value;
  const [field, setField] = useState(CORRECTABLE.includes(first) ? first : 'licenceId');
  const [value, setValue] = useState(shown(field));
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
      value: value as Body['value'],
      reason,
      sourceRef: sourceRef || undefined,
    });
  return (
    <Dialog title={`Correct ${release.displayName}`} open onClose={onClose}>
      <Form submission={submission} action="Correct" onCancel={onClose} onSubmit={send}>
        <SelectInput
          label="Field"
          name="field"
          required
          value={field}
          onChange={(next) => {
            setField(next);
            setValue(shown(next));
          }}
          options={FIELDS}
          error={submission.errorOf('field')}
        />
        <FactValue key={field} field={field} value={value} onChange={setValue} error={submission.errorOf('value')} />
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
