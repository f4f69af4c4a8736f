import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../components/button.tsx';
import { CheckGroup } from '../components/check-group.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextInput } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { Secret } from '../components/secret.tsx';
import { useSubmit } from '../components/use-submit.ts';

type Body = components['schemas']['CreateWebhookDto'];
type Created = components['schemas']['NewWebhookView'];

/** Every kind that the API takes: one more or less there does not compile here. */
const EVERY_KIND = {
  'flag.raised': true,
  'flag.resolved': true,
  'release.recorded': true,
  'swap.submitted': true,
  'swap.changes-requested': true,
  'swap.approved': true,
  'swap.rejected': true,
  'swap.scheduled': true,
  'swap.completed': true,
  'swap.rolled-back': true,
  'swap.cancelled': true,
  'swap.expired': true,
  'swap.base-moved': true,
  'policy.changed': true,
  'lock-in.limit-breached': true,
  'feed.stale': true,
  'model.support-ending': true,
  'digest.ready': true,
} satisfies Record<Body['kinds'][number], true>;
const KINDS = Object.keys(EVERY_KIND).map((id) => ({ id, label: id }));

/** Adds a receiver; the secret that signs its messages is shown this once. */
export function WebhookDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [kinds, setKinds] = useState<string[]>(['flag.raised']);
  const [created, setCreated] = useState<Created>();
  const submission = useSubmit((body: Body) => unwrap(api.POST('/v1/webhooks', { body })), setCreated);
  if (created)
    return <SecretDialog title={`The webhook ${created.name} is added`} secret={created.secret} onClose={onClose} />;
  return (
    <Dialog title="Add a webhook" open onClose={onClose}>
      <Form
        submission={submission}
        action="Add"
        onCancel={onClose}
        disabled={kinds.length === 0}
        onSubmit={() => submission.submit({ name, url, kinds: kinds as Body['kinds'] })}
      >
        <TextInput
          label="Name"
          name="name"
          required
          value={name}
          onChange={setName}
          error={submission.errorOf('name')}
        />
        <TextInput
          label="Receiver"
          name="url"
          type="url"
          required
          value={url}
          onChange={setUrl}
          hint="An https address at a host that may be called."
          error={submission.errorOf('url')}
        />
        <CheckGroup label="Events" options={KINDS} value={kinds} onChange={setKinds} />
      </Form>
    </Dialog>
  );
}

/** Shows a signing secret once. */
export function SecretDialog({
  title,
  secret,
  onClose,
}: {
  readonly title: string;
  readonly secret: string;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={title} open onClose={onClose}>
      <p>The receiver checks each message with this secret. Copy it now: it cannot be shown again.</p>
      <Secret value={secret} />
      <Button tone="primary" onPress={onClose}>
        I have copied it
      </Button>
    </Dialog>
  );
}
