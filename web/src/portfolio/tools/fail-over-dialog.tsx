import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { Dialog } from '../../components/dialog.tsx';
import { SelectInput, TextInput } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { say } from '../../components/toast.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import type { Tool } from './tool-fields.ts';

type Body = components['schemas']['FailOverDto'];

/** The emergency: a tested fallback takes over at once, by one person; another one reviews it afterwards. */
export function FailOverDialog({ tool, onClose }: { readonly tool: Tool; readonly onClose: () => void }) {
  const tested = tool.fallbacks.filter(({ fallbackTestedAt }) => fallbackTestedAt !== null);
  const [modelId, setModelId] = useState<string | null>(tested[0]?.modelId ?? null);
  const [reason, setReason] = useState('');
  const submission = useSubmit(
    (body: Body) => unwrap(api.POST('/v1/tools/{id}/fail-over', { params: { path: { id: tool.id } }, body })),
    () => {
      say(`${tool.name} runs on its fallback now.`);
      onClose();
    },
  );
  return (
    <Dialog title={`Fail ${tool.name} over`} open onClose={onClose}>
      <Form
        submission={submission}
        action="Fail over now"
        tone="danger"
        onCancel={onClose}
        onSubmit={() => submission.submit({ reason, modelId: modelId ?? undefined })}
      >
        <p>
          The tool leaves {tool.primary?.modelName} at once. This needs nobody else now; somebody else reviews it within
          five working days.
        </p>
        <SelectInput
          label="Fallback"
          name="modelId"
          required
          value={modelId}
          onChange={setModelId}
          options={tested.map((each) => ({ id: each.modelId, label: each.modelName }))}
          hint="Only fallbacks that were tested."
          error={submission.errorOf('modelId')}
        />
        <TextInput
          label="Reason"
          name="reason"
          required
          multiline
          value={reason}
          onChange={setReason}
          hint="What went wrong; the reviewer reads it first."
          error={submission.errorOf('reason')}
        />
      </Form>
    </Dialog>
  );
}
