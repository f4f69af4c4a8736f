import { useSyncExternalStore } from 'react';
import { Shape } from './shape.tsx';
import styles from './toast.module.css';

const SHOWN_MS = 6000;
let message: string | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(next: string | undefined): void {
  message = next;
  listeners.forEach((listener) => listener());
}

/** Confirms in one sentence that something was done; it is read out and goes by itself. */
export function say(sentence: string): void {
  clearTimeout(timer);
  show(sentence);
  timer = setTimeout(() => show(undefined), SHOWN_MS);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The one place where confirmations appear. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => message);
  return (
    <div className={styles.place} role="status">
      {shown && (
        <p className={styles.toast}>
          <Shape name="check" /> {shown}
        </p>
      )}
    </div>
  );
}
