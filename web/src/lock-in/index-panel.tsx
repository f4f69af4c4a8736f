import type { components } from '../api/schema.d.ts';
import { Moment } from '../components/moment.tsx';
import { Panel } from '../components/panel.tsx';
import { Tag } from '../components/tag.tsx';
import styles from './lock-in.module.css';
import { dimensionName } from './names.ts';
import { signed, useSnapshots } from './snapshots.ts';

type Index = components['schemas']['LockInIndexView'];

const PARTS: Record<Index['parts'][number]['name'], string> = {
  concentration: 'Concentration',
  substitutability: 'Not substitutable',
  exitReadiness: 'Not ready to leave',
};

interface Props {
  readonly index: Index;
  readonly asOf: string;
  /** Frozen figures are on this basis. */
  readonly isMateriality: boolean;
}

/** The index, never without its parts, what weighs most and the floor. */
export function IndexPanel({ index, asOf, isMateriality }: Props) {
  return (
    <Panel title="Lock-in index" measure="0 free to move, 100 captive">
      <div className={styles.index}>
        <div>
          <span className={styles.figure}>{index.index === null ? '–' : index.index.toFixed(1)}</span>
          {isMateriality && <Since index={index.index} asOf={asOf} />}
        </div>
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

/** Against the latest report that was frozen on an earlier day. */
function Since({ index, asOf }: { readonly index: number | null; readonly asOf: string }) {
  const before = useSnapshots().data?.items.find((each) => each.asOf.slice(0, 10) < asOf.slice(0, 10));
  if (index === null || before?.lockInIndex == null) return null;
  const change = index - before.lockInIndex;
  return (
    <p className={styles.since}>
      <Tag tone={Math.abs(change) < 0.05 ? 'neutral' : change < 0 ? 'good' : 'warn'}>
        {signed(change)} since <Moment at={before.asOf} />
      </Tag>
    </p>
  );
}
