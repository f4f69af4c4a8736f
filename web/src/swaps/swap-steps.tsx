import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { useMe } from '../session/use-me.ts';
import { StepDialog, type Step } from './step-dialog.tsx';
import type { SwapDetail } from './words.ts';

const LABELS: Record<Step, string> = {
  submit: 'Submit',
  assess: 'Begin the assessment',
  'request-changes': 'Request changes',
  approve: 'Approve',
  reject: 'Reject',
  schedule: 'Schedule',
  'roll-out': 'Roll out',
  move: 'Roll out in full',
  complete: 'Complete',
  'roll-back': 'Roll back',
  cancel: 'Cancel the request',
};

const MAIN: readonly Step[] = ['submit', 'assess', 'approve', 'schedule', 'move', 'complete'];
const isStep = (step: string): step is Step => step in LABELS;

/** The steps that this person may take now; the server says which. */
export function SwapSteps({ swap, onEdit }: { readonly swap: SwapDetail; readonly onEdit: () => void }) {
  const { data: me } = useMe();
  const [step, setStep] = useState<Step>();
  const isOpen = swap.state === 'SUBMITTED' || swap.state === 'UNDER_ASSESSMENT';
  const mayEdit = isOpen && me?.id === swap.requestedBy.id;
  const steps = swap.mySteps.filter(isStep).sort((a, b) => Number(MAIN.includes(a)) - Number(MAIN.includes(b)));
  return (
    <>
      {mayEdit && <Button onPress={onEdit}>Change</Button>}
      {steps.map((each) => (
        <Button
          key={each}
          tone={MAIN.includes(each) ? 'primary' : each === 'reject' || each === 'roll-back' ? 'danger' : 'plain'}
          onPress={() => setStep(each)}
        >
          {LABELS[each]}
        </Button>
      ))}
      {step && <StepDialog swap={swap} step={step} title={LABELS[step]} onClose={() => setStep(undefined)} />}
    </>
  );
}
