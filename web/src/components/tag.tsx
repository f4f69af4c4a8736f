import type { ReactNode } from 'react';
import { Shape, type ShapeName } from './shape.tsx';
import styles from './tag.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'neutral';

const SHAPES: Record<Exclude<Tone, 'neutral'>, ShapeName> = {
  good: 'check',
  warn: 'triangle',
  bad: 'cross',
  info: 'dot',
};

/** A status: always a word with a shape, never colour alone. */
export function Tag({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      {tone !== 'neutral' && <Shape name={SHAPES[tone]} />}
      {children}
    </span>
  );
}
