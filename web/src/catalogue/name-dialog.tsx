import { useState } from 'react';
import { api, ifMatch, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Combo } from '../components/combo.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextInput } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { releaseChoices } from '../api/choices.ts';

type Name = components['schemas']['AliasReviewView'];

/** Says which release a name means, or takes that back. */
export function NameDialog({ name, onClose }: { readonly name: Name; readonly onClose: () => void }) {
  const [releaseId, setReleaseId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const submission = useSubmit(
    (_: undefined) =>
      unwrap(
        api.PUT('/v1/alias-reviews/{id}/decision', {
          params: { path: { id: name.id }, header: ifMatch(name.version) },
          body: { releaseId, reason },
        }),
      ),
    () => {
      say(releaseId ? `${name.alias} is understood now.` : `The decision on ${name.alias} is taken back.`);
      onClose();
    },
  );
  const takesBack = releaseId === null && name.decidedKey !== null;
  return (
    <Dialog title={`Which release is ${name.alias}?`} open onClose={onClose}>
      <Form
        submission={submission}
        action={takesBack ? 'Take the decision back' : 'Decide'}
        disabled={releaseId === null && name.decidedKey === null}
        onCancel={onClose}
        onSubmit={() => submission.submit(undefined)}
      >
        {name.decidedKey && (
          <p>
            Now: <span className="mono">{name.decidedKey}</span>, as {name.decidedBy} said. Leave the field open to take
            that back.
          </p>
        )}
        <Combo
          label="Release"
          name="releaseId"
          value={releaseId}
          onChange={setReleaseId}
          source="releases"
          load={releaseChoices}
          hint={name.candidates.length > 0 ? `It could be ${name.candidates.join(', ')}.` : undefined}
          error={submission.errorOf('releaseId')}
        />
        <TextInput
          label="Reason"
          name="reason"
          required
          multiline
          value={reason}
          onChange={setReason}
          error={submission.errorOf('reason')}
        />
      </Form>
    </Dialog>
  );
}
