import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Dialog } from '../components/dialog.tsx';
import { SelectInput, TextInput } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';

type Release = components['schemas']['ReleaseDetailView'];
type Body = components['schemas']['ConcludeLicenceDto'];

/** What legal decided about a licence; later releases under the same text inherit it. */
export function ConcludeDialog({ release, onClose }: { readonly release: Release; readonly onClose: () => void }) {
  const [decision, setDecision] = useState<string | null>(null);
  const [scope, setScope] = useState<string>(release.licenceTextHash ? 'TEXT' : 'RELEASE');
  const [conditions, setConditions] = useState('');
  const submission = useSubmit(
    (body: Body) =>
      unwrap(api.POST('/v1/releases/{id}/licence-conclusions', { params: { path: { id: release.id } }, body })),
    () => {
      say(`The licence of ${release.displayName} is concluded.`);
      onClose();
    },
  );
  const send = (): void =>
    submission.submit({
      decision: (decision ?? '') as Body['decision'],
      scope: scope as Body['scope'],
      conditions: conditions || undefined,
    });
  return (
    <Dialog title={`Conclude the licence of ${release.displayName}`} open onClose={onClose}>
      <Form submission={submission} action="Conclude" onCancel={onClose} onSubmit={send}>
        <SelectInput
          label="Decision"
          name="decision"
          required
          value={decision}
          onChange={setDecision}
          options={[
            { id: 'ALLOW', label: 'Allowed for internal commercial use' },
            { id: 'DENY', label: 'Denied' },
          ]}
          error={submission.errorOf('decision')}
        />
        <SelectInput
          label="Holds for"
          name="scope"
          value={scope}
          onChange={setScope}
          options={[
            ...(release.licenceTextHash ? [{ id: 'TEXT', label: 'Every release under the same licence text' }] : []),
            { id: 'RELEASE', label: 'This release only' },
          ]}
          hint={
            release.licenceTextHash
              ? undefined
              : 'The text of its licence is not known, so the decision holds for this release only.'
          }
          error={submission.errorOf('scope')}
        />
        <TextInput
          label="Conditions"
          name="conditions"
          multiline
          value={conditions}
          onChange={setConditions}
          hint="What the enterprise has to do or refrain from."
          error={submission.errorOf('conditions')}
        />
      </Form>
    </Dialog>
  );
}
