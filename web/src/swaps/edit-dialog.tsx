import { useState } from 'react';
import { api, ifMatch, unwrap } from '../api/client.ts';
import { Combo } from '../components/combo.tsx';
import { Dialog } from '../components/dialog.tsx';
import { SelectInput, TextInput } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { optionsOf } from '../components/words.ts';
import { modelChoices } from '../models/choices.ts';
import type { SwapDetail } from './words.ts';

/** Changes a draft; a new revision begins and approvals are void. */
export function EditDialog({ swap, onClose }: { readonly swap: SwapDetail; readonly onClose: () => void }) {
  const [justification, setJustification] = useState(swap.justification);
  const [rollbackPlan, setPlan] = useState(swap.rollbackPlan ?? '');
  const [stopRules, setRules] = useState(swap.stopRules ?? '');
  const [changeType, setType] = useState<string>(swap.changeType);
  const [fallback, setFallback] = useState<string | null>(swap.fallback?.id ?? null);
  const submission = useSubmit(
    (_: undefined) => {
      const body = {
        justification,
        rollbackPlan: rollbackPlan || null,
        stopRules: stopRules || null,
        changeType: changeType as SwapDetail['changeType'],
        fallbackModelId: fallback,
      };
      return unwrap(
        api.PATCH('/v1/swap-requests/{id}', { params: { path: { id: swap.id }, header: ifMatch(swap.version) }, body }),
      );
    },
    () => {
      say('The draft is changed.');
      onClose();
    },
  );
  return (
    <Dialog title="Change the request" open onClose={onClose}>
      <Form submission={submission} action="Save" onCancel={onClose} onSubmit={() => submission.submit(undefined)}>
        <SelectInput
          label="Type"
          name="changeType"
          value={changeType}
          onChange={setType}
          options={optionsOf('STANDARD', 'NORMAL', 'EMERGENCY')}
          error={submission.errorOf('changeType')}
        />
        <Combo
          label="Fallback"
          name="fallbackModelId"
          value={fallback}
          initial={swap.fallback?.name}
          onChange={setFallback}
          source="models"
          load={modelChoices}
          error={submission.errorOf('fallbackModelId')}
        />
        <TextInput
          label="Why"
          name="justification"
          multiline
          value={justification}
          onChange={setJustification}
          error={submission.errorOf('justification')}
        />
        <TextInput
          label="Way back"
          name="rollbackPlan"
          multiline
          value={rollbackPlan}
          onChange={setPlan}
          error={submission.errorOf('rollbackPlan')}
        />
        <TextInput
          label="Stop rules"
          name="stopRules"
          multiline
          value={stopRules}
          onChange={setRules}
          hint="What ends the rollout at once."
          error={submission.errorOf('stopRules')}
        />
      </Form>
    </Dialog>
  );
}
