import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { errorsByField } from './error-words.ts';
import styles from './form.module.css';
import type { Problem } from './notice.tsx';
import type { Conflict } from './use-change.ts';
import type { Submission } from './use-submit.ts';
import { fieldWords } from './words.ts';

interface Props {
  readonly submission: Pick<Submission<never>, 'pending' | 'problem'> & { readonly conflict?: Conflict };
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
      {submission.problem && <ErrorSummary problem={submission.problem} conflict={submission.conflict} />}
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

interface SummaryProps {
  readonly problem: Problem;
  readonly conflict?: Conflict;
}

/** Takes the focus, so that nobody has to look for why nothing happened; each error leads to its field. */
export function ErrorSummary({ problem, conflict }: SummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problem]);
  const errors = errorsByField(problem);
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.summary}>
      <strong>{headline(problem, conflict)}</strong>
      {conflict && <Theirs conflict={conflict} />}
      {errors.length > 0 && (
        <ul>
          {errors.map(({ pointer, text }) => (
            <li key={pointer}>
              <FieldLink pointer={pointer} box={box} /> {text}
            </li>
          ))}
        </ul>
      )}
      {problem.instance && <span className={styles.reference}>{problem.instance}</span>}
    </div>
  );
}

const INVALID = 'validation-failed';

function headline(problem: Problem, conflict: Conflict | undefined): string {
  if (conflict) return 'Somebody else changed this while you were writing. What you wrote is still here.';
  if (problem.status === 412) return 'Somebody else changed this first. Close, look again, and repeat.';
  if (problem.code !== INVALID) return problem.detail ?? problem.title;
  const many = errorsByField(problem).length;
  return many === 1 ? 'One field needs another look.' : `${many} fields need another look.`;
}

function Theirs({ conflict: { theirs, overwrite } }: { readonly conflict: Conflict }) {
  return (
    <>
      <span>
        {theirs.length === 0
          ? 'They changed nothing that this form shows.'
          : `They changed: ${theirs.map(fieldWords).join(', ')}.`}
      </span>
      <span>
        <Button onPress={overwrite}>Keep theirs and save mine on top</Button>
      </span>
    </>
  );
}

/** The field as its label calls it; pressing it moves the focus there. */
function FieldLink({ pointer, box }: { pointer: string; box: React.RefObject<HTMLDivElement | null> }) {
  const [label, setLabel] = useState<string>();
  const name = pointer.slice(1);
  useEffect(
    () => setLabel(fieldOf(box.current, name)?.querySelector('label, span')?.textContent ?? undefined),
    [box, name],
  );
  if (!name) return <>The request</>;
  const words = name.split('/').map(fieldWords).join(' › ');
  if (label === undefined) return <>{words}</>;
  const go = (): void => fieldOf(box.current, name)?.querySelector<HTMLElement>(INPUTS)?.focus();
  return (
    <button type="button" className={styles.toField} onClick={go}>
      {label}
    </button>
  );
}

const INPUTS = 'input:not([aria-hidden], [tabindex="-1"]), textarea, [role="spinbutton"], button';

/** A list's member belongs to the list's field. */
const fieldOf = (box: HTMLElement | null, name: string): Element | null => {
  const form = box?.closest('form');
  const find = (each: string) => form?.querySelector(`[data-field="${CSS.escape(each)}"]`) ?? null;
  return find(name) ?? find(name.replace(/\/\d+(\/.*)?$/, ''));
};

/** Two fields side by side where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

/** A named part of a long form. */
export function FieldGroup({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </fieldset>
  );
}
