import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './notice.module.css';

/** What the server says when it refuses, in the shape of application/problem+json. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly code: string;
  readonly instance?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

/** Nothing to show: says why, and names the next action. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.notice} data-notice>
      <h2>{title}</h2>
      {children && <div className={styles.text}>{children}</div>}
    </div>
  );
}

const HEADINGS: Record<number, string> = {
  0: 'The server cannot be reached',
  403: 'You may not see this',
  404: 'There is nothing here',
  409: 'Somebody else changed this first',
  412: 'Somebody else changed this first',
  503: 'The service is not ready',
};

/** A refused or failed request: the server's own sentence and the instance to quote when asking for help. */
export function ProblemNotice({ problem, retry }: { readonly problem: Problem; readonly retry?: () => void }) {
  return (
    <div className={styles.notice} role="alert" data-notice>
      <h2>{HEADINGS[problem.status] ?? problem.title}</h2>
      <p className={styles.text}>{problem.detail ?? problem.title}</p>
      <p className={styles.reference}>
        {problem.code}
        {problem.instance && ` · ${problem.instance}`}
      </p>
      {retry && <Button onPress={retry}>Try again</Button>}
    </div>
  );
}

/** The outline of rows that are on their way. */
export function Skeleton({ rows = 8 }: { readonly rows?: number }) {
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">Loading</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.bone} aria-hidden="true" />
      ))}
    </div>
  );
}
