import { useState } from 'react';
import { api, ifMatch, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Dialog } from '../components/dialog.tsx';
import { Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { CodesInput, NumberInput } from '../components/typed-field.tsx';
import { useChange, type Version } from '../components/use-change.ts';

type Feed = components['schemas']['FeedView'];

interface Fields {
  readonly everyHours?: number;
  readonly organisations: readonly string[] | null;
}

const fieldsOf = ({ version, everyHours, organisations }: Feed): Version<Fields> => ({
  version,
  fields: { everyHours: everyHours ?? undefined, organisations },
});

/** How often a feed is polled and whose repositories it lists; an open field is what the product proposes. */
export function FeedSettingsDialog({ feed, onClose }: { readonly feed: Feed; readonly onClose: () => void }) {
  const [original] = useState(() => fieldsOf(feed));
  const [fields, setFields] = useState(original.fields);
  const path = { name: feed.name };
  const submission = useChange({
    original,
    load: async () => fieldsOf(await unwrap(api.GET('/v1/feeds/{name}', { params: { path } }))),
    send: (patch, version) =>
      unwrap(api.PATCH('/v1/feeds/{name}', { params: { path, header: ifMatch(version) }, body: patch })),
    onDone: () => {
      say(`The settings of ${feed.name} are changed.`);
      onClose();
    },
  });
  return (
    <Dialog title={`Settings of ${feed.name}`} open onClose={onClose}>
      <Form submission={submission} action="Save" onCancel={onClose} onSubmit={() => submission.submit(fields)}>
        {feed.everyHours !== null && (
          <NumberInput
            label="Hours between two polls"
            name="everyHours"
            value={fields.everyHours}
            onChange={(everyHours) => setFields((old) => ({ ...old, everyHours }))}
            hint="Open for what the product proposes."
            error={submission.errorOf('everyHours')}
          />
        )}
        {fields.organisations !== null && (
          <CodesInput
            label="Organisations"
            name="organisations"
            value={fields.organisations}
            onChange={(organisations) => setFields((old) => ({ ...old, organisations }))}
            hint="Whose repositories are listed, separated by commas."
            multiline
            error={submission.errorOf('organisations')}
          />
        )}
      </Form>
    </Dialog>
  );
}
