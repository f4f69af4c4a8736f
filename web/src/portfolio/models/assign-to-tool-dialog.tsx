import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { Combo } from '../../components/combo.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectInput } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { say } from '../../components/toast.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { toolChoices } from '../../api/choices.ts';

const PURPOSES = [
  { id: 'FALLBACK', label: 'Fallback' },
  { id: 'PRIMARY', label: 'Model in use' },
];

interface Props {
  readonly model: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** From a model to the tool that it shall serve. */
export function AssignToToolDialog({ model, onClose }: Props) {
  const [toolId, setToolId] = useState<string | null>(null);
  const [purpose, setPurpose] = useState<string>('FALLBACK');
  const submission = useSubmit(
    (id: string) =>
      unwrap(
        api.POST('/v1/tools/{id}/assignments', {
          params: { path: { id } },
          body: { modelId: model.id, purpose: purpose === 'PRIMARY' ? 'PRIMARY' : 'FALLBACK' },
        }),
      ),
    () => {
      say(`${model.name} now serves the tool${purpose === 'FALLBACK' ? ' as a fallback' : ''}.`);
      onClose();
    },
  );
  return (
    <Dialog title={`Assign ${model.name} to a tool`} open onClose={onClose}>
      <Form
        submission={submission}
        action="Assign"
        disabled={toolId === null}
        onCancel={onClose}
        onSubmit={() => toolId !== null && submission.submit(toolId)}
      >
        <Combo
          label="Tool"
          name="tool"
          required
          value={toolId}
          onChange={setToolId}
          source="tools"
          load={toolChoices}
          error={submission.errorOf('modelId')}
        />
        <SelectInput
          label="As"
          name="purpose"
          value={purpose}
          onChange={setPurpose}
          options={PURPOSES}
          hint="A model in use is only given to a tool of low materiality that has none; every other one takes a swap request."
          error={submission.errorOf('purpose')}
        />
      </Form>
    </Dialog>
  );
}
