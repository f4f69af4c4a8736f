import { BarChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { NamedDimension } from './domain/named-report.js';
import { percent } from './domain/summary.js';

use([BarChart, GridComponent, MarkLineComponent, SVGRenderer]);

const MOST_BARS = 9;
const BAR_HEIGHT = 21;
const AXIS_HEIGHT = 26;
const WIDTH = 499;
const INK = '#1a2233';
const FAINT = '#5b6577';
const WARN = '#b0761a';
const BREACH = '#b3261e';

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Shares of a dimension as bars, the largest on top, with the policy's lines; few small ones become one bar. */
export function shareChart(dimension: NamedDimension, color: string): Picture {
  const bars = barsOf(dimension);
  const height = bars.length * BAR_HEIGHT + AXIS_HEIGHT;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'Roboto', color: INK },
    grid: { left: 128, right: 48, top: 4, bottom: AXIS_HEIGHT - 4 },
    xAxis: {
      ...{ type: 'value', min: 0, max: axisEnd(dimension), splitLine: { lineStyle: { color: '#e7eaf0' } } },
      axisLabel: { color: FAINT, fontSize: 8, formatter: (value: number) => percent(value) },
    },
    yAxis: {
      ...{ type: 'category', inverse: true, data: bars.map(({ name }) => name) },
      ...{ axisTick: { show: false }, axisLine: { show: false } },
      axisLabel: { color: INK, fontSize: 9, width: 120, overflow: 'truncate' },
    },
    series: [{ ...BAR, data: bars.map((bar) => barOf(bar, color)), markLine: limitLines(dimension) }],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return { svg, width: WIDTH, height };
}

const BAR = {
  type: 'bar',
  barWidth: 11,
  label: {
    show: true,
    position: 'right',
    color: INK,
    fontSize: 9,
    formatter: ({ value }: { readonly value: unknown }) => percent(Number(value)),
  },
} as const;

interface Bar {
  readonly name: string;
  readonly share: number;
  readonly isRest: boolean;
}

function barsOf({ shares }: NamedDimension): readonly Bar[] {
  const shown = shares.length > MOST_BARS + 1 ? shares.slice(0, MOST_BARS) : shares;
  const rest = shares.slice(shown.length);
  const bars = shown.map(({ name, share }) => ({ name, share, isRest: false }));
  if (rest.length === 0) return bars;
  return [
    ...bars,
    { name: `${rest.length} more`, share: rest.reduce((sum, { share }) => sum + share, 0), isRest: true },
  ];
}

const barOf = ({ share, isRest }: Bar, color: string): object => ({
  value: share,
  itemStyle: { color: isRest ? '#c3cad6' : color, borderRadius: 2 },
});

/** Room for the largest bar and for the lines of the policy. */
function axisEnd({ topShare, limits }: NamedDimension): number {
  const lines = limits.flatMap(({ figure, warn, breach }) => (figure === 'TOP_SHARE' ? [warn ?? 0, breach ?? 0] : []));
  return Math.min(1, Math.ceil(Math.max(topShare, ...lines) * 10 + 0.5) / 10);
}

/** Only a limit on the largest share can be drawn across bars. */
function limitLines({ limits }: NamedDimension): object {
  const limit = limits.find(({ figure }) => figure === 'TOP_SHARE');
  const line = (at: number | null | undefined, color: string, type: string): object[] =>
    at === null || at === undefined ? [] : [{ xAxis: at, lineStyle: { color, type, width: 1 } }];
  return {
    ...{ silent: true, symbol: 'none', label: { show: false } },
    data: [...line(limit?.warn, WARN, 'dashed'), ...line(limit?.breach, BREACH, 'solid')],
  };
}
