import { useCallback, useMemo } from 'react';
import {
  shareChartHeight,
  shareChartOption,
  shareChartWords,
  type ChartLook,
} from '../../../src/lock-in/domain/charts.ts';
import type { components } from '../api/schema.d.ts';
import table from '../components/data-table.module.css';
import { Panel } from '../components/panel.tsx';
import { Tag, type Tone } from '../components/tag.tsx';
import { count, percent } from '../components/words.ts';
import { LazyChart } from './lazy-chart.tsx';
import styles from './lock-in.module.css';
import { DIMENSIONS, shareName } from './names.ts';

type Dimension = components['schemas']['DimensionView'];
type Status = Dimension['status'];
/** Tools by the key of a share. */
type Tools = ReadonlyMap<string, number>;

const TONES: Record<Status, Tone> = { NO_LIMIT: 'neutral', INSIDE: 'good', WARN: 'warn', BREACH: 'bad' };
const WORDS: Record<Status, string> = {
  NO_LIMIT: 'No limit set',
  INSIDE: 'Inside',
  WARN: 'Warning',
  BREACH: 'Over the limit',
};
const FIGURES: Record<string, string> = {
  TOP_SHARE: 'Largest share',
  EFFECTIVE_NUMBER: 'Effective number',
  NON_PERMISSIVE_SHARE: 'Share that is not plainly permissive',
};

export const LimitStatus = ({ status }: { readonly status: Status }) => <Tag tone={TONES[status]}>{WORDS[status]}</Tag>;

const toolWords = (tools: number | undefined): string | undefined =>
  tools === undefined ? undefined : tools === 1 ? '1 tool' : `${tools} tools`;

interface Props {
  readonly dimension: Dimension;
  /** The same with every tool counting once. */
  readonly byCount?: Dimension;
}

/** Shares of one kind as bars with the policy's lines; the same as a table behind a fold. */
export function DimensionPanel({ dimension, byCount }: Props) {
  const [title, measure] = DIMENSIONS[dimension.dimension];
  const top = dimension.limits.find(({ figure }) => figure === 'TOP_SHARE');
  const tools = useMemo(() => new Map(byCount?.shares.map(({ key, weight }) => [key, weight])), [byCount]);
  const chart = useMemo(
    () => ({
      shares: dimension.shares.map((share) => {
        const note = toolWords(tools.get(share.key));
        return { name: shareName(dimension.dimension, share), share: share.share, ...(note ? { note } : {}) };
      }),
      warn: top?.warn ?? null,
      breach: top?.breach ?? null,
    }),
    [dimension, tools, top],
  );
  const draw = useCallback((look: ChartLook) => shareChartOption(chart, look), [chart]);
  return (
    <Panel
      title={title}
      measure={`${measure} · HHI ${count(Math.round(dimension.hhi))} (floor ${count(Math.round(dimension.floor))}) · as good as ${dimension.effectiveNumber.toFixed(1)} equal ones`}
    >
      <LazyChart
        draw={draw}
        label={shareChartWords(chart)}
        height={shareChartHeight(chart)}
        color={dimension.dimension.endsWith('VENDOR') ? '--c1' : '--c2'}
      />
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
        <ShareTable dimension={dimension} tools={tools} />
        {dimension.limits.length > 0 && <LimitTable dimension={dimension} />}
      </details>
    </Panel>
  );
}

const Head = ({ names }: { readonly names: readonly string[] }) => (
  <thead>
    <tr>
      {names.map((name, index) => (
        <th key={name} scope="col" className={index === 0 ? undefined : 'num'}>
          {name}
        </th>
      ))}
    </tr>
  </thead>
);

const ShareTable = ({ dimension, tools }: { readonly dimension: Dimension; readonly tools: Tools }) => (
  <table className={table.table}>
    <Head names={['Name', 'Tools', 'Weight', 'Share']} />
    <tbody>
      {dimension.shares.map((share) => (
        <tr key={share.key}>
          <td>{shareName(dimension.dimension, share)}</td>
          <td className="num">{tools.get(share.key) ?? '–'}</td>
          <td className="num">{count(share.weight)}</td>
          <td className="num">{percent(share.share)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

function LimitTable({ dimension }: { readonly dimension: Dimension }) {
  const said = (figure: string, value: number | null): string =>
    value === null ? 'none' : figure === 'EFFECTIVE_NUMBER' ? value.toFixed(2) : percent(value);
  return (
    <table className={table.table}>
      <Head names={['Limit of the policy', 'Now', 'Warning', 'Limit']} />
      <tbody>
        {dimension.limits.map(({ figure, value, warn, breach, status }) => (
          <tr key={figure}>
            <td>
              {FIGURES[figure]} <LimitStatus status={status} />
            </td>
            <td className="num">{said(figure, value)}</td>
            <td className="num">{said(figure, warn)}</td>
            <td className="num">{said(figure, breach)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
