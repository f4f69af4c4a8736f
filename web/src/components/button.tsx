import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import styles from './button.module.css';

interface Props extends Omit<ButtonProps, 'className' | 'children'> {
  readonly tone?: 'plain' | 'primary' | 'danger' | 'quiet';
  /** The key that does the same, shown beside the word. */
  readonly shortcut?: string;
  readonly children: ReactNode;
}

export function Button({ tone = 'plain', shortcut, children, ...rest }: Props) {
  return (
    <AriaButton {...rest} className={`${styles.button} ${styles[tone]}`}>
      {children}
      {shortcut && <kbd className={styles.key}>{shortcut}</kbd>}
    </AriaButton>
  );
}
