import styles from './gate.module.css';
import { Shape, type ShapeName } from './shape.tsx';

export type GateResult = 'PASS' | 'FAIL' | 'UNKNOWN';

const MARKS: Record<GateResult, readonly [shape: ShapeName, word: string]> = {
  PASS: ['check', 'passes'],
  FAIL: ['cross', 'fails'],
  UNKNOWN: ['question', 'unknown'],
};

/** One gate's answer in a cell; the sentence is its description. */
export function Gate({ result, sentence }: { readonly result: GateResult; readonly sentence: string }) {
  const [shape, word] = MARKS[result];
  return (
    <span className={`${styles.gate} ${styles[result.toLowerCase()]}`} title={sentence}>
      <Shape name={shape} />
      <span className="visually-hidden">{`${word}: ${sentence}`}</span>
    </span>
  );
}

/** What the marks of a table of gates mean. */
export function GateLegend() {
  return (
    <span className={styles.legend}>
      {Object.entries(MARKS).map(([result, [shape, word]]) => (
        <span key={result} className={styles[result.toLowerCase()]}>
          <Shape name={shape} /> {word}
        </span>
      ))}
    </span>
  );
}
