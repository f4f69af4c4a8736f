import { useState } from 'react';
import { api, ifMatch, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { CheckGroup } from '../components/check-group.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextInput } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { useChange, type Conflict, type Version } from '../components/use-change.ts';
import { useSubmit, type Submission } from '../components/use-submit.ts';
import { eventWords } from '../components/words.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { WebhookFilter, type Conditions } from './webhook-filter.tsx';

type Body = components['schemas']['CreateWebhookDto'];
type Created = components['schemas']['NewWebhookView'];
type Webhook = components['schemas']['WebhookView'];
type Patch = components['schemas']['PatchWebhookDto'];

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
  'swap.moved': true,
  'swap.review-overdue': true,
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
const KINDS = Object.keys(EVERY_KIND).map((id) => ({ id, label: eventWords(id) }));

interface Fields {
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly filter: Conditions;
}

const BLANK: Fields = { name: '', url: '', kinds: ['flag.raised'], filter: {} };
const fieldsOf = ({ version, name, url, kinds, filter }: Webhook): Version<Fields> => ({
  version,
  fields: { name, url, kinds, filter: filter as Conditions },
});

/** Adds a receiver; the secret that signs its messages is shown this once. */
export function WebhookDialog({ onClose }: { readonly onClose: () => void }) {
  const [created, setCreated] = useState<Created>();
  const submission = useSubmit(
    (fields: Fields) => unwrap(api.POST('/v1/webhooks', { body: fields as Body })),
    setCreated,
  );
  if (created)
    return <SecretDialog title={`The webhook ${created.name} is added`} secret={created.secret} onClose={onClose} />;
  return (
    <Dialog title="Add a webhook" open onClose={onClose}>
      <WebhookForm initial={BLANK} submission={submission} action="Add" onClose={onClose} />
    </Dialog>
  );
}

/** Changes what a receiver hears; its secret stays. */
export function EditWebhookDialog({ webhook, onClose }: { readonly webhook: Webhook; readonly onClose: () => void }) {
  const [original] = useState(() => fieldsOf(webhook));
  const path = { id: webhook.id };
  const submission = useChange({
    original,
    load: async () => fieldsOf(await unwrap(api.GET('/v1/webhooks/{id}', { params: { path } }))),
    // A filter is one value: its conditions are replaced together.
    send: (patch, version, { filter }) => {
      const body = 'filter' in patch ? { ...patch, filter } : patch;
      return unwrap(
        api.PATCH('/v1/webhooks/{id}', { params: { path, header: ifMatch(version) }, body: body as Patch }),
      );
    },
    onDone: ({ name }) => {
      say(`${name} is changed.`);
      onClose();
    },
  });
  return (
    <Dialog title={`Change ${webhook.name}`} open onClose={onClose}>
      <WebhookForm initial={original.fields} submission={submission} action="Save" onClose={onClose} />
    </Dialog>
  );
}

interface FormProps {
  readonly initial: Fields;
  readonly submission: Submission<Fields> & { readonly conflict?: Conflict };
  readonly action: string;
  readonly onClose: () => void;
}

function WebhookForm({ initial, submission, action, onClose }: FormProps) {
  const [fields, setFields] = useState(initial);
  const set = (part: Partial<Fields>): void => setFields((old) => ({ ...old, ...part }));
  return (
    <Form
      submission={submission}
      action={action}
      onCancel={onClose}
      disabled={fields.kinds.length === 0}
      onSubmit={() => submission.submit(fields)}
    >
      <TextInput
        label="Name"
        name="name"
        required
        value={fields.name}
        onChange={(name) => set({ name })}
        error={submission.errorOf('name')}
      />
      <TextInput
        label="Receiver"
        name="url"
        type="url"
        required
        value={fields.url}
        onChange={(url) => set({ url })}
        hint="An https address at a host that may be called."
        error={submission.errorOf('url')}
      />
      <CheckGroup
        label="Events"
        name="kinds"
        options={KINDS}
        value={fields.kinds}
        onChange={(kinds) => set({ kinds })}
        error={submission.errorOf('kinds')}
      />
      <WebhookFilter
        filter={fields.filter}
        onChange={(filter) => set({ filter })}
        error={submission.errorOf('filter')}
      />
    </Form>
  );
}
