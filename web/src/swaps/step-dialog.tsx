import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import { Combo } from '../components/combo.tsx';
import { DateInput } from '../components/date-input.tsx';
import { Dialog } from '../components/dialog.tsx';
import { SelectInput, TextInput } from '../components/field.tsx';
import { FieldRow, Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { words } from '../components/words.ts';
import { peopleChoices } from '../api/choices.ts';
import type { SwapDetail } from './words.ts';

export type Step = Exclude<SwapDetail['mySteps'][number], 'expire' | 'return'>;

interface Given {
  readonly comment: string;
  readonly implementerId: string | null;
  readonly from: string;
  readonly to: string;
  readonly stage: string;
}

const EXPLAINED: Partial<Record<Step, string>> = {
  submit: 'Its checks run again; a failure stops it here.',
  approve: 'The approval holds for exactly this revision. If the request changes, it is void.',
  move: 'The tool moves to the new model at once.',
  'roll-back': 'The tool returns to the model that it had before.',
  complete: 'You confirm that the tool works as it should.',
};
const COMMENT: Partial<Record<Step, 'required' | 'optional'>> = {
  'request-changes': 'required',
  reject: 'required',
  'roll-back': 'required',
  approve: 'optional',
  cancel: 'optional',
  complete: 'optional',
};

function send(swap: SwapDetail, step: Step, given: Given): Promise<SwapDetail> {
  const params = { path: { id: swap.id } };
  const comment = given.comment;
  const optional = comment ? { comment } : {};
  switch (step) {
    case 'submit':
      return unwrap(api.POST('/v1/swap-requests/{id}/submit', { params }));
    case 'assess':
      return unwrap(api.POST('/v1/swap-requests/{id}/assess', { params }));
    case 'request-changes':
      return unwrap(api.POST('/v1/swap-requests/{id}/request-changes', { params, body: { comment } }));
    case 'reject':
      return unwrap(api.POST('/v1/swap-requests/{id}/rejections', { params, body: { comment } }));
    case 'approve':
      return unwrap(
        api.POST('/v1/swap-requests/{id}/approvals', { params, body: { revision: swap.revision, ...optional } }),
      );
    case 'schedule': {
      const body = {
        implementerId: given.implementerId ?? undefined,
        windowFrom: `${given.from}:00Z`,
        windowTo: `${given.to}:00Z`,
      };
      return unwrap(api.POST('/v1/swap-requests/{id}/schedule', { params, body }));
    }
    case 'roll-out':
      return unwrap(
        api.POST('/v1/swap-requests/{id}/rollout', {
          params,
          body: { stage: given.stage === 'CANARY' ? 'CANARY' : 'SHADOW' },
        }),
      );
    case 'move':
      return unwrap(api.POST('/v1/swap-requests/{id}/rollout', { params, body: { stage: 'FULL' } }));
    case 'complete':
      return unwrap(api.POST('/v1/swap-requests/{id}/complete', { params, body: optional }));
    case 'roll-back':
      return unwrap(api.POST('/v1/swap-requests/{id}/roll-back', { params, body: { comment } }));
    case 'cancel':
      return unwrap(api.POST('/v1/swap-requests/{id}/cancel', { params, body: optional }));
  }
}

const HOUR_MS = 3_600_000;
const minute = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString().slice(0, 16);

/** Asks once more, with what the step needs; never shown as done before the server says so. */
export function StepDialog({
  swap,
  step,
  title,
  onClose,
}: {
  readonly swap: SwapDetail;
  readonly step: Step;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const [given, setGiven] = useState<Given>({
    comment: '',
    implementerId: null,
    from: minute(1),
    to: minute(5),
    stage: 'SHADOW',
  });
  const set = (part: Partial<Given>): void => setGiven((old) => ({ ...old, ...part }));
  const submission = useSubmit(
    (_: undefined) => send(swap, step, given),
    ({ state }) => {
      say(`The request is now ${words(state).toLowerCase()}.`);
      onClose();
    },
  );
  const comment = COMMENT[step];
  return (
    <Dialog title={title} open onClose={onClose}>
      <Form
        submission={submission}
        action={title}
        tone={step === 'reject' || step === 'roll-back' ? 'danger' : 'primary'}
        onCancel={onClose}
        onSubmit={() => submission.submit(undefined)}
      >
        {EXPLAINED[step] && <p>{EXPLAINED[step]}</p>}
        {step === 'schedule' && (
          <>
            <Combo
              label="Implementer"
              name="implementerId"
              value={given.implementerId}
              onChange={(implementerId) => set({ implementerId })}
              source="people"
              load={peopleChoices}
              hint="You, if left open; not one of the approvers."
              error={submission.errorOf('implementerId')}
            />
            <FieldRow>
              <DateInput
                label="Window from (UTC)"
                name="windowFrom"
                withTime
                required
                value={given.from}
                onChange={(from) => set({ from })}
                error={submission.errorOf('windowFrom')}
              />
              <DateInput
                label="Window to (UTC)"
                name="windowTo"
                withTime
                required
                value={given.to}
                onChange={(to) => set({ to })}
                error={submission.errorOf('windowTo')}
              />
            </FieldRow>
          </>
        )}
        {step === 'roll-out' && (
          <SelectInput
            label="Stage"
            name="stage"
            value={given.stage}
            onChange={(stage) => set({ stage })}
            options={[
              { id: 'SHADOW', label: 'Shadow: answers are compared, not used' },
              { id: 'CANARY', label: 'Canary: a part of the traffic' },
            ]}
          />
        )}
        {comment && (
          <TextInput
            label="Comment"
            name="comment"
            multiline
            required={comment === 'required'}
            value={given.comment}
            onChange={(text) => set({ comment: text })}
            error={submission.errorOf('comment')}
          />
        )}
      </Form>
    </Dialog>
  );
}
