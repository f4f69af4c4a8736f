import styles from './bars.module.css';

/** A score term as its distance from the model in use, which stands in the middle at 0.5. */
export function TermBar({ value }: { readonly value: number }) {
  const from = Math.min(value, 0.5) * 100;
  const width = Math.abs(value - 0.5) * 100;
  return (
    <svg className={styles.term} viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.track} x={0} y={3} width={100} height={8} />
      <rect className={value < 0.5 ? styles.worse : styles.better} x={from} y={3} width={width} height={8} />
      <rect className={styles.middle} x={49.8} y={0} width={0.4} height={14} />
    </svg>
  );
}

interface ShareProps {
  /** 0 to 1. */
  readonly share: number;
  readonly warn?: number;
  readonly breach?: number;
  readonly tone?: 'c1' | 'c2' | 'c6';
}

/** A share of the portfolio with the policy's warning line (dashed) and limit (solid); the scale ends at 1. */
export function ShareBar({ share, warn, breach, tone = 'c1' }: ShareProps) {
  return (
    <svg className={styles.share} viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.track} x={0} y={3} width={100} height={14} />
      <rect className={styles[tone]} x={0} y={3} width={share * 100} height={14} />
      {warn !== undefined && <line className={styles.warn} x1={warn * 100} x2={warn * 100} y1={0} y2={20} />}
      {breach !== undefined && <line className={styles.breach} x1={breach * 100} x2={breach * 100} y1={0} y2={20} />}
    </svg>
  );
}
