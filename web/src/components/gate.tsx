import styles from './gate.module.css';

export type GateResult = 'PASS' | 'FAIL' | 'UNKNOWN';

const MARKS: Record<GateResult, readonly [mark: string, word: string]> = {
  PASS: ['✓', 'passes'],
  FAIL: ['✕', 'fails'],
  UNKNOWN: ['?', 'unknown'],
};

/** One gate's answer in a cell; the sentence is its description. */
export function Gate({ result, sentence }: { readonly result: GateResult; readonly sentence: string }) {
  const [mark, word] = MARKS[result];
  return (
    <span className={`${styles.gate} ${styles[result.toLowerCase()]}`} title={sentence}>
      <span aria-hidden="true">{mark}</span>
      <span className="visually-hidden">{`${word}: ${sentence}`}</span>
    </span>
  );
}
