import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './form.module.css';
import type { Problem } from './notice.tsx';
import type { Submission } from './use-submit.ts';

interface Props {
  readonly submission: Pick<Submission<never>, 'pending' | 'problem'>;
  readonly onSubmit: () => void;
  readonly action: string;
  readonly tone?: 'primary' | 'danger';
  readonly onCancel?: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** Fields, what the server refused about them, and the two ways out. */
export function Form({ submission, onSubmit, action, tone = 'primary', onCancel, disabled, children }: Props) {
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!submission.pending) onSubmit();
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      {submission.problem && <ErrorSummary problem={submission.problem} />}
      {children}
      <div className={styles.actions}>
        {onCancel && <Button onPress={onCancel}>Cancel</Button>}
        <Button type="submit" tone={tone} isPending={submission.pending} isDisabled={disabled}>
          {action}
        </Button>
      </div>
    </form>
  );
}

/** Takes the focus, so that nobody has to look for why nothing happened. */
export function ErrorSummary({ problem }: { readonly problem: Problem }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problem]);
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.summary}>
      <strong>
        {problem.status === 412
          ? 'Somebody else changed this first. Close, look again, and repeat.'
          : (problem.detail ?? problem.title)}
      </strong>
      {problem.errors && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.pointer + error.code}>
              {error.pointer.slice(1).replaceAll('/', ' › ')}: {error.detail}
            </li>
          ))}
        </ul>
      )}
      {problem.instance && <span className={styles.reference}>{problem.instance}</span>}
    </div>
  );
}

/** Two fields side by side where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
