import { useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Form } from './form.tsx';
import type { Submission } from './use-submit.ts';

interface Props {
  /** What the button says, here and in the question. */
  readonly action: string;
  /** What is asked about, where the button alone would not say. */
  readonly label?: string;
  readonly question: string;
  /** What cannot be taken back. */
  readonly consequence: string;
  readonly tone?: 'plain' | 'danger' | 'quiet';
  readonly submission: Pick<Submission<never>, 'pending' | 'problem'>;
  readonly onConfirm: () => void;
}

/** A button for what cannot be taken back: it asks once. */
export function Confirm({ action, label, question, consequence, tone, submission, onConfirm }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button tone={tone} aria-label={label} onPress={() => setAsking(true)}>
        {action}
      </Button>
      <Dialog title={question} open={asking} onClose={() => setAsking(false)}>
        <Form
          submission={submission}
          action={action}
          tone="danger"
          onCancel={() => setAsking(false)}
          onSubmit={onConfirm}
        >
          <p>{consequence}</p>
        </Form>
      </Dialog>
    </>
  );
}
