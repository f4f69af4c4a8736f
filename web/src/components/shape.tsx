import type { ReactNode } from 'react';
import styles from './shape.module.css';

export type ShapeName = 'check' | 'triangle' | 'cross' | 'dot' | 'question' | 'up' | 'down';

const PATHS: Record<ShapeName, ReactNode> = {
  check: <path className={styles.line} d="M2 6.5 4.8 9.2 10 3" />,
  cross: <path className={styles.line} d="M3 3 9 9M9 3 3 9" />,
  triangle: <path d="M6 1.2 11.4 10.6H.6Z" />,
  dot: <circle cx="6" cy="6" r="3.6" />,
  question: <path className={styles.line} d="M4 4.2C4 2.9 4.9 2.2 6 2.2s2 .8 2 1.9c0 1.5-2 1.7-2 3.2M6 9.6v.3" />,
  up: <path d="M6 2 10.5 10h-9Z" />,
  down: <path d="M6 10 1.5 2h9Z" />,
};

/** A status's shape, drawn, so that it looks the same whatever fonts a machine has; the word stands beside it. */
export function Shape({ name }: { readonly name: ShapeName }) {
  return (
    <svg className={styles.shape} viewBox="0 0 12 12" width={10} height={10} aria-hidden="true">
      {PATHS[name]}
    </svg>
  );
}
