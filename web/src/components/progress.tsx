import { ProgressBar } from 'react-aria-components';
import styles from './progress.module.css';
import { count } from './words.ts';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly total: number;
  /** What is counted, where the number alone would not say. */
  readonly unit?: 'bytes';
}

const KILOBYTE = 1024;
const written = (value: number, unit: Props['unit']): string =>
  unit === 'bytes' ? `${count(Math.ceil(value / KILOBYTE))} kB` : count(value);

/** Long work with its counts; without a total it only says how far it came. */
export function Progress({ label, value, total, unit }: Props) {
  const known = total > 1;
  return (
    <ProgressBar
      aria-label={label}
      value={known ? (value / total) * 100 : undefined}
      isIndeterminate={!known}
      className={styles.progress}
    >
      <svg className={styles.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.track} width={100} height={6} />
        <rect className={styles.done} width={known ? Math.min((value / total) * 100, 100) : 100} height={6} />
      </svg>
      <span>{known ? `${written(value, unit)} of ${written(total, unit)}` : `${written(value, unit)} so far`}</span>
    </ProgressBar>
  );
}
