import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { Combo } from '../../components/combo.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectInput } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { say } from '../../components/toast.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { modelChoices } from '../../api/choices.ts';
import type { Tool } from './tool-fields.ts';

type Body = components['schemas']['AssignDto'];

const PURPOSES = [
  { id: 'FALLBACK', label: 'Fallback' },
  { id: 'PRIMARY', label: 'Model in use' },
];

/** A fallback at any time; the first model in use of a tool of low materiality. Everything else is a swap request. */
export function AssignDialog({ tool, onClose }: { readonly tool: Tool; readonly onClose: () => void }) {
  const first = tool.primary === null && tool.materiality.level === 'LOW';
  const [modelId, setModelId] = useState<string | null>(null);
  const [purpose, setPurpose] = useState<string>(first ? 'PRIMARY' : 'FALLBACK');
  const submission = useSubmit(
    (body: Body) => unwrap(api.POST('/v1/tools/{id}/assignments', { params: { path: { id: tool.id } }, body })),
    ({ model }) => {
      say(`${model.name} now serves ${tool.name}${purpose === 'FALLBACK' ? ' as a fallback' : ''}.`);
      onClose();
    },
  );
  return (
    <Dialog title={`Assign a model to ${tool.name}`} open onClose={onClose}>
      <Form
        submission={submission}
        action="Assign"
        onCancel={onClose}
        onSubmit={() => submission.submit({ modelId: modelId ?? '', purpose: purpose as Body['purpose'] })}
      >
        <Combo
          label="Model"
          name="modelId"
          required
          value={modelId}
          onChange={setModelId}
          source="models"
          load={modelChoices}
          error={submission.errorOf('modelId')}
          hint="Approved models and those in use."
        />
        <SelectInput
          label="As"
          name="purpose"
          value={purpose}
          onChange={setPurpose}
          options={first ? PURPOSES : PURPOSES.slice(0, 1)}
          hint={first ? undefined : 'Another model in use takes a swap request, so that two people look at it.'}
          error={submission.errorOf('purpose')}
        />
      </Form>
    </Dialog>
  );
}
