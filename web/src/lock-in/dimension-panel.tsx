import type { components } from '../api/schema.d.ts';
import { ShareBar } from '../components/bars.tsx';
import table from '../components/data-table.module.css';
import { Panel } from '../components/panel.tsx';
import { Tag, type Tone } from '../components/tag.tsx';
import { count, percent } from '../components/words.ts';
import styles from './lock-in.module.css';
import { DIMENSIONS, shareName } from './names.ts';

type Dimension = components['schemas']['DimensionView'];
type Status = Dimension['status'];

const TONES: Record<Status, Tone> = { NO_LIMIT: 'neutral', INSIDE: 'good', WARN: 'warn', BREACH: 'bad' };
const WORDS: Record<Status, string> = {
  NO_LIMIT: 'No limit set',
  INSIDE: 'Inside',
  WARN: 'Warning',
  BREACH: 'Over the limit',
};
const FIGURES: Record<string, string> = {
  TOP_SHARE: 'largest share',
  EFFECTIVE_NUMBER: 'effective number',
  NON_PERMISSIVE_SHARE: 'share that is not permissive',
};
const SHOWN = 7;

export const LimitStatus = ({ status }: { readonly status: Status }) => <Tag tone={TONES[status]}>{WORDS[status]}</Tag>;

/** Shares of one kind as bars with the policy's lines; the same as a table behind a fold. */
export function DimensionPanel({ dimension }: { readonly dimension: Dimension }) {
  const [title, measure] = DIMENSIONS[dimension.dimension];
  const top = dimension.limits.find(({ figure }) => figure === 'TOP_SHARE');
  const rest = dimension.shares.slice(SHOWN);
  return (
    <Panel
      title={title}
      measure={`${measure} · HHI ${count(Math.round(dimension.hhi))} (floor ${count(Math.round(dimension.floor))}) · as good as ${dimension.effectiveNumber.toFixed(1)} equal ones`}
    >
      <ul className={styles.bars}>
        {dimension.shares.slice(0, SHOWN).map((share) => (
          <li key={share.key}>
            <span className={styles.name}>{shareName(dimension.dimension, share)}</span>
            <ShareBar
              share={share.share}
              warn={top?.warn ?? undefined}
              breach={top?.breach ?? undefined}
              tone={dimension.dimension === 'COUNTRY' ? 'c2' : 'c1'}
            />
            <span className="num">{percent(share.share)}</span>
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <span className={styles.name}>{rest.length} more</span>
            <ShareBar share={rest.reduce((sum, { share }) => sum + share, 0)} tone="c6" />
            <span className="num">{percent(rest.reduce((sum, { share }) => sum + share, 0))}</span>
          </li>
        )}
      </ul>
      <p className={styles.legend}>
        <LimitStatus status={dimension.status} />
        {top?.warn != null && <span>dashed: warning {percent(top.warn)}</span>}
        {top?.breach != null && <span>solid: limit {percent(top.breach)}</span>}
        <span>
          three largest {percent(dimension.top3Share)}; {dimension.elephantFactor} of {dimension.keys} cover half
        </span>
      </p>
      <details className={styles.details}>
        <summary>As a table</summary>
        <ShareTable dimension={dimension} />
      </details>
    </Panel>
  );
}

function ShareTable({ dimension }: { readonly dimension: Dimension }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" className="num">
            Weight
          </th>
          <th scope="col" className="num">
            Share
          </th>
        </tr>
      </thead>
      <tbody>
        {dimension.shares.map((share) => (
          <tr key={share.key}>
            <td>{shareName(dimension.dimension, share)}</td>
            <td className="num">{count(share.weight)}</td>
            <td className="num">{percent(share.share)}</td>
          </tr>
        ))}
        {dimension.limits.map((limit) => (
          <tr key={limit.figure}>
            <td>
              <LimitStatus status={limit.status} /> {FIGURES[limit.figure]}, warning {limit.warn ?? 'none'}, limit{' '}
              {limit.breach ?? 'none'}
            </td>
            <td />
            <td className="num">{Number(limit.value.toFixed(3))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
