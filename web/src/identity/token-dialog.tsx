import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../components/button.tsx';
import { CheckGroup } from '../components/check-group.tsx';
import { DateInput } from '../components/date-input.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextInput } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { Secret } from '../components/secret.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { optionsOf } from '../components/words.ts';
import { useMe } from '../session/use-me.ts';

type Body = components['schemas']['CreateApiTokenDto'];
type Created = components['schemas']['NewApiTokenView'];

const DAY_MS = 86_400_000;
const dayAhead = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Creates a token; its secret is shown this once. */
export function TokenDialog({ onClose }: { readonly onClose: () => void }) {
  const { data: me } = useMe();
  const roles = me?.roles ?? [];
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>([...roles]);
  const [until, setUntil] = useState(dayAhead(90));
  const [created, setCreated] = useState<Created>();
  const submission = useSubmit((body: Body) => unwrap(api.POST('/v1/tokens', { body })), setCreated);
  const send = (): void => submission.submit({ name, roles: chosen as Body['roles'], expiresAt: `${until}T00:00:00Z` });
  if (created)
    return (
      <Dialog title={`The token ${created.name} is created`} open onClose={onClose}>
        <p>Copy it now: it is not stored and cannot be shown again.</p>
        <Secret value={created.secret} />
        <Button tone="primary" onPress={onClose}>
          I have copied it
        </Button>
      </Dialog>
    );
  return (
    <Dialog title="Create a token" open onClose={onClose}>
      <Form submission={submission} action="Create" onCancel={onClose} onSubmit={send} disabled={chosen.length === 0}>
        <TextInput
          label="Name"
          name="name"
          required
          value={name}
          onChange={setName}
          hint="What will use it."
          error={submission.errorOf('name')}
        />
        <CheckGroup label="May act as" options={optionsOf(...roles)} value={chosen} onChange={setChosen} />
        <DateInput
          label="Ends on"
          name="expiresAt"
          required
          value={until}
          onChange={setUntil}
          error={submission.errorOf('expiresAt')}
        />
      </Form>
    </Dialog>
  );
}
