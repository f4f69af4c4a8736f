import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Dialog } from '../components/dialog.tsx';
import { SelectInput, TextInput } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { optionsOf } from '../components/words.ts';

type Body = components['schemas']['RegisterGatewayDto'];

/** Adds a gateway that is then asked for what it serves. */
export function GatewayDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState('OPENAI');
  const [url, setUrl] = useState('');
  const submission = useSubmit(
    (body: Body) => unwrap(api.POST('/v1/gateways', { body })),
    (gateway) => {
      say(`The gateway ${gateway.name} is added.`);
      onClose();
    },
  );
  return (
    <Dialog title="Add a gateway" open onClose={onClose}>
      <Form
        submission={submission}
        action="Add"
        onCancel={onClose}
        onSubmit={() => submission.submit({ name, kind: kind as Body['kind'], url })}
      >
        <TextInput
          label="Name"
          name="name"
          required
          value={name}
          onChange={setName}
          hint="Lower case, for example main."
          error={submission.errorOf('name')}
        />
        <SelectInput
          label="Speaks"
          name="kind"
          required
          value={kind}
          onChange={setKind}
          options={optionsOf('OPENAI', 'OLLAMA')}
          error={submission.errorOf('kind')}
        />
        <TextInput
          label="Address"
          name="url"
          type="url"
          required
          value={url}
          onChange={setUrl}
          hint="What stands before /v1/models or /api/tags."
          error={submission.errorOf('url')}
        />
      </Form>
    </Dialog>
  );
}
