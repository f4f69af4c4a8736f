import { Link } from '@tanstack/react-router';
import type { components } from '../api/schema.d.ts';
import { Day } from '../components/moment.tsx';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import { Tag } from '../components/tag.tsx';
import { percent } from '../components/words.ts';
import styles from './dashboard.module.css';

type Point = components['schemas']['TrendPointView'];

interface Judged extends Point {
  readonly lockInIndex: number;
}

const isJudged = (point: Point): point is Judged => point.lockInIndex !== null;
const HEIGHT = 100;
const WIDTH = 400;

/** Whether leaving gets easier: the index of the frozen reports, the same numbers beside it. */
export function TrendPanel({ trend }: { readonly trend: readonly Point[] }) {
  const points = trend.filter(isJudged);
  const first = points[0];
  const last = points.at(-1);
  return (
    <Panel title="Lock-in trend" measure="index of the frozen reports; 0 free to move, 100 captive">
      {first && last && points.length > 1 ? (
        <div className={styles.trend}>
          <div className={styles.latest}>
            <Link to="/lock-in" className={styles.figure}>
              {last.lockInIndex.toFixed(1)}
            </Link>
            <Change by={last.lockInIndex - first.lockInIndex} />
            <span className={styles.hint}>
              since <Day date={first.asOf.slice(0, 10)} />
            </span>
          </div>
          <Line points={points} />
          <Numbers points={points} />
        </div>
      ) : (
        <Empty title="No trend yet">
          A report is frozen each month; the trend begins with the second. <Link to="/lock-in">Today’s report</Link>
        </Empty>
      )}
    </Panel>
  );
}

function Change({ by }: { readonly by: number }) {
  if (Math.abs(by) < 0.05) return <Tag>unchanged</Tag>;
  return <Tag tone={by < 0 ? 'good' : 'warn'}>{`${by < 0 ? 'down' : 'up'} ${Math.abs(by).toFixed(1)}`}</Tag>;
}

function Line({ points }: { readonly points: readonly Judged[] }) {
  const step = WIDTH / (points.length - 1);
  const at = (point: Judged, index: number): string => `${index * step},${HEIGHT - point.lockInIndex}`;
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`The index over ${points.length} frozen reports; the numbers stand in the table.`}
    >
      {[0, 50, 100].map((level) => (
        <line key={level} className={styles.level} x1={0} x2={WIDTH} y1={HEIGHT - level} y2={HEIGHT - level} />
      ))}
      <polyline className={styles.curve} points={points.map(at).join(' ')} />
    </svg>
  );
}

function Numbers({ points }: { readonly points: readonly Judged[] }) {
  return (
    <details className={styles.points}>
      <summary>As a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">As of</th>
            <th scope="col" className="num">
              Index
            </th>
            <th scope="col">Largest vendor</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.asOf}>
              <td>
                <Day date={point.asOf.slice(0, 10)} />
              </td>
              <td className="num">{point.lockInIndex.toFixed(1)}</td>
              <td>
                {point.topVendor ?? '–'} {percent(point.topVendorShare)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
