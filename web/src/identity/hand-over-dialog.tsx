import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Combo } from '../components/combo.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { peopleChoices } from '../api/choices.ts';

type Person = components['schemas']['PersonView'];

/** Everything that one person owns goes to another at once. */
export function HandOverDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const [to, setTo] = useState<string | null>(null);
  const submission = useSubmit(
    (next: string) =>
      unwrap(api.POST('/v1/people/{id}/reassign', { params: { path: { id: person.id } }, body: { to: next } })),
    ({ moved }) => {
      const parts = Object.entries(moved).map(([what, many]) => `${many} ${what}`);
      say(parts.length > 0 ? `Handed over: ${parts.join(', ')}.` : 'There was nothing to hand over.');
      onClose();
    },
  );
  return (
    <Dialog title={`Hand over what ${person.displayName} owns`} open onClose={onClose}>
      <Form
        submission={submission}
        action="Hand over"
        onCancel={onClose}
        disabled={to === null}
        onSubmit={() => submission.submit(to ?? '')}
      >
        <Combo
          label="To"
          name="to"
          required
          value={to}
          onChange={setTo}
          source="people"
          load={peopleChoices}
          hint="Tools, models and open work move together."
          error={submission.errorOf('to')}
        />
      </Form>
    </Dialog>
  );
}
