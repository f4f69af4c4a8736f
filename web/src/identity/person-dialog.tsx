import { useState } from 'react';
import { api, ifMatch, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Check, CheckGroup } from '../components/check-group.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextInput } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { optionsOf } from '../components/words.ts';
import { ROLES } from './roles.ts';

type Person = components['schemas']['PersonView'];
type Roles = components['schemas']['PersonView']['roles'];

const teamsOf = (text: string): string[] =>
  text
    .split(',')
    .map((team) => team.trim())
    .filter(Boolean);

/** Adds a person, or changes what one may do. */
export function PersonDialog({ person, onClose }: { readonly person?: Person; readonly onClose: () => void }) {
  const [subject, setSubject] = useState('');
  const [displayName, setName] = useState(person?.displayName ?? '');
  const [email, setEmail] = useState(person?.email ?? '');
  const [teams, setTeams] = useState(person?.teams.join(', ') ?? '');
  const [roles, setRoles] = useState<string[]>([...(person?.roles ?? [])]);
  const [active, setActive] = useState(person?.active ?? true);
  const submission = useSubmit(
    () => {
      const body = { displayName, email: email || null, teams: teamsOf(teams), roles: roles as Roles };
      return person
        ? unwrap(
            api.PATCH('/v1/people/{id}', {
              params: { path: { id: person.id }, header: ifMatch(person.version) },
              body: { ...body, active },
            }),
          )
        : unwrap(api.POST('/v1/people', { body: { ...body, subject } }));
    },
    (saved) => {
      say(`${saved.displayName} is ${person ? 'changed' : 'added'}.`);
      onClose();
    },
  );
  return (
    <Dialog title={person ? `Change ${person.displayName}` : 'Add a person'} open onClose={onClose}>
      <Form
        submission={submission}
        action={person ? 'Save' : 'Add'}
        onCancel={onClose}
        onSubmit={() => submission.submit(undefined)}
      >
        {!person && (
          <TextInput
            label="Signs in as"
            name="subject"
            required
            value={subject}
            onChange={setSubject}
            hint="The subject that the sign-in names them by."
            error={submission.errorOf('subject')}
          />
        )}
        <TextInput
          label="Name"
          name="displayName"
          required
          value={displayName}
          onChange={setName}
          error={submission.errorOf('displayName')}
        />
        <TextInput label="E-mail" name="email" value={email} onChange={setEmail} error={submission.errorOf('email')} />
        <TextInput
          label="Teams"
          name="teams"
          value={teams}
          onChange={setTeams}
          hint="Separated by commas."
          error={submission.errorOf('teams')}
        />
        <CheckGroup label="Roles" options={optionsOf(...ROLES)} value={roles} onChange={setRoles} />
        {person && <Check label="Is here and may sign in" selected={active} onChange={setActive} />}
      </Form>
    </Dialog>
  );
}
