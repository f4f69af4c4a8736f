import { useId, type ReactNode } from 'react';
import styles from './panel.module.css';

interface Props {
  readonly title?: ReactNode;
  /** The measure's definition, on the right of the header. */
  readonly measure?: ReactNode;
  /** Tables reach the panel's edges; prose does not. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

export function Panel({ title, measure, flush = false, children }: Props) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={title ? id : undefined}>
      {title && (
        <header className={styles.header}>
          <h2 id={id}>{title}</h2>
          {measure && <span className={styles.measure}>{measure}</span>}
        </header>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}
