import type { components } from '../api/schema.d.ts';
import { Panel } from '../components/panel.tsx';
import styles from './lock-in.module.css';
import { dimensionName } from './names.ts';

type Index = components['schemas']['LockInIndexView'];

const PARTS: Record<Index['parts'][number]['name'], string> = {
  concentration: 'Concentration',
  substitutability: 'Not substitutable',
  exitReadiness: 'Not ready to leave',
};

/** The index, never without its parts, what weighs most and the floor. */
export function IndexPanel({ index }: { readonly index: Index }) {
  return (
    <Panel title="Lock-in index" measure="0 free to move, 100 captive">
      <div className={styles.index}>
        <span className={styles.figure}>{index.index === null ? '–' : index.index.toFixed(1)}</span>
        <dl className={styles.parts}>
          {index.parts.map((part) => (
            <div key={part.name}>
              <dt>
                {PARTS[part.name]} × {part.weight.toFixed(2)}
              </dt>
              <dd>{part.value === null ? 'unknown' : part.value.toFixed(2)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p className={styles.note}>
        {index.heaviestDimension && <>The {dimensionName(index.heaviestDimension)} weighs most in concentration. </>}
        So many vendors and countries allow {index.floor.toFixed(1)} at the lowest.
        {index.index === null && ' No index: a part of it could not be judged.'}
      </p>
      <details className={styles.details}>
        <summary>Concentration in its parts</summary>
        <dl className={styles.parts}>
          {index.concentration.map((part) => (
            <div key={part.dimension}>
              <dt>
                {dimensionName(part.dimension)} × {part.weight.toFixed(2)}: largest {(part.topShare * 100).toFixed(1)} %
                of a limit of {(part.limit * 100).toFixed(0)} %
              </dt>
              <dd>{part.value.toFixed(2)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Panel>
  );
}
