import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { SelectInput, TextInput } from '../components/field.tsx';
import { FieldRow, Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { SettingInput, valueOf } from './setting-input.tsx';
import { fullLabel, patchOf, settingsOf, type Json, type Setting } from './settings.ts';

type Policy = components['schemas']['PolicyView'];
type Body = components['schemas']['ProposePolicyDto'];

interface Change {
  readonly path: string | null;
  readonly value: Json;
}

const NONE: Change = { path: null, value: null };

/** One manager proposes what should change and why; a second one decides. */
export function ProposeDialog({ policy, onClose }: { readonly policy: Policy; readonly onClose: () => void }) {
  const settings = settingsOf(policy.document).filter(({ path }) => !path.startsWith('profiles'));
  const [changes, setChanges] = useState<readonly Change[]>([NONE]);
  const [reason, setReason] = useState('');
  const submission = useSubmit(
    (body: Body) => unwrap(api.POST('/v1/policy/proposals', { body })),
    () => {
      say('The change is proposed and waits for a second manager.');
      onClose();
    },
  );
  const before = (path: string | null): Setting | undefined => settings.find((each) => each.path === path);
  const set = (index: number, next: Partial<Change>): void =>
    setChanges((old) => old.map((each, at) => (at === index ? { ...each, ...next } : each)));
  const send = (): void => {
    const chosen = changes.flatMap(({ path, value }) => {
      const setting = before(path);
      return setting ? [{ path: setting.path, value: valueOf(setting, value) }] : [];
    });
    submission.submit({ changes: patchOf(chosen), reason });
  };
  return (
    <Dialog title="Propose a change of policy" open onClose={onClose}>
      <Form submission={submission} action="Propose" onCancel={onClose} onSubmit={send}>
        {changes.map((each, index) => {
          const setting = before(each.path);
          return (
            <FieldRow key={index}>
              <SelectInput
                label="Setting"
                name={`path${index}`}
                value={each.path}
                onChange={(path) => set(index, { path, value: before(path)?.value })}
                options={settings.map(({ path }) => ({ id: path, label: fullLabel(path) }))}
              />
              {setting && (
                <SettingInput
                  name={`value${index}`}
                  before={setting}
                  value={each.value}
                  onChange={(value) => set(index, { value })}
                />
              )}
            </FieldRow>
          );
        })}
        <div>
          <Button tone="quiet" onPress={() => setChanges([...changes, NONE])}>
            + Another setting
          </Button>
        </div>
        <TextInput
          label="Reason"
          name="reason"
          required
          multiline
          value={reason}
          onChange={setReason}
          hint="The second manager reads it, and the audit trail keeps it."
          error={submission.errorOf('reason')}
        />
      </Form>
    </Dialog>
  );
}
