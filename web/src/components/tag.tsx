import type { ReactNode } from 'react';
import styles from './tag.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'neutral';

const SHAPES: Record<Tone, string> = { good: '✓', warn: '▲', bad: '✕', info: '●', neutral: '' };

/** A status: always a word with a shape, never colour alone. */
export function Tag({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      {SHAPES[tone] && <span aria-hidden="true">{SHAPES[tone]}</span>}
      {children}
    </span>
  );
}
