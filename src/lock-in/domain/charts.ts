/** An option of ECharts, as plain data. */
export type ChartOption = Record<string, unknown>;

/** What a chart is drawn with: the tokens of the screen's theme, or ink on paper. */
export interface ChartLook {
  readonly font: string;
  readonly fontSize: number;
  readonly ink: string;
  readonly faint: string;
  readonly grid: string;
  readonly warn: string;
  readonly breach: string;
  readonly bar: string;
  /** The bar of everything that is not shown by itself. */
  readonly rest: string;
}

export interface ChartShare {
  readonly name: string;
  readonly share: number;
  /** Beside the figure, such as `7 tools`. */
  readonly note?: string;
}

export interface ShareChart {
  readonly shares: readonly ChartShare[];
  /** Lines of the policy across the bars; null where it sets none. */
  readonly warn: number | null;
  readonly breach: number | null;
}

export interface TrendChart {
  /** The oldest first; a value is 0–100, null where it could not be judged. */
  readonly points: readonly { readonly asOf: string; readonly value: number | null }[];
}

const MOST_BARS = 9;
const BAR_HEIGHT = 24;
const AXIS_HEIGHT = 26;

/** Shares as people say them, never parted at the end of a line: 24.6 %. */
export const percent = (share: number): string => `${(100 * share).toFixed(1).replace(/\.0$/, '')}\u00A0%`;

/** The same in a column, where figures stand below each other: 100.0 %. */
export const percentInColumn = (share: number): string => `${(100 * share).toFixed(1)}\u00A0%`;

/** The largest first; many small ones become one bar. */
export function barsOf(shares: readonly ChartShare[]): readonly (ChartShare & { readonly isRest: boolean })[] {
  const shown = shares.length > MOST_BARS + 1 ? shares.slice(0, MOST_BARS) : shares;
  const rest = shares.slice(shown.length);
  const bars = shown.map((each) => ({ ...each, isRest: false }));
  if (rest.length === 0) return bars;
  return [
    ...bars,
    { name: `${rest.length} more`, share: rest.reduce((sum, { share }) => sum + share, 0), isRest: true },
  ];
}

/** Pixels or points that the bars need. */
export const shareChartHeight = ({ shares }: ShareChart): number => barsOf(shares).length * BAR_HEIGHT + AXIS_HEIGHT;

/** Horizontal bars with the policy's lines across them, as an option of ECharts. */
export function shareChartOption(chart: ShareChart, look: ChartLook): ChartOption {
  const bars = barsOf(chart.shares);
  return {
    ...common(look),
    grid: { left: 116, right: chart.shares.some(({ note }) => note !== undefined) ? 104 : 56, top: 4, bottom: 22 },
    xAxis: {
      ...{ type: 'value', min: 0, ...axisOf(chart), splitLine: { lineStyle: { color: look.grid } } },
      axisLabel: {
        ...{ color: look.faint, fontSize: look.fontSize - 1 },
        // Where there is no room for all of them, the ends of the axis stay.
        ...{ hideOverlap: true, showMinLabel: true, showMaxLabel: true },
        formatter: (value: number) => percent(value),
      },
    },
    // Names on the left, figures in a column on the right, clear of the lines.
    yAxis: [
      {
        ...{ ...ROWS, data: bars.map(({ name }) => name) },
        axisLabel: { color: look.ink, fontSize: look.fontSize, width: 106, overflow: 'truncate' },
      },
      {
        ...{ ...ROWS, position: 'right', data: bars.map(figureOf) },
        axisLabel: {
          ...{ color: look.ink, fontSize: look.fontSize, margin: 10 },
          rich: {
            figure: { ...{ color: look.ink, fontSize: look.fontSize }, width: 4 * look.fontSize, align: 'right' },
            note: { ...{ color: look.faint, fontSize: look.fontSize }, padding: [0, 0, 0, look.fontSize] },
          },
        },
      },
    ],
    series: [
      {
        ...{ type: 'bar', barWidth: 12, cursor: 'default' },
        data: bars.map(({ name, share, isRest }) => ({
          name,
          value: share,
          itemStyle: { color: isRest ? look.rest : look.bar, borderRadius: 2 },
        })),
        markLine: limitLines(chart, look),
      },
    ],
  };
}

const ROWS = { type: 'category', inverse: true, axisTick: { show: false }, axisLine: { show: false } };

const figureOf = ({ share, note }: ChartShare): string =>
  `{figure|${percentInColumn(share)}}${note === undefined ? '' : `{note|${note}}`}`;

/** The same in words, for those who do not see it. */
export function shareChartWords({ shares, warn, breach }: ShareChart): string {
  const bars = barsOf(shares).map(({ name, share }) => `${name} ${percent(share)}`);
  const lines = [
    ...(warn === null ? [] : [`warning line at ${percent(warn)}`]),
    ...(breach === null ? [] : [`limit at ${percent(breach)}`]),
  ];
  return `Shares: ${[...bars, ...lines].join(', ')}.`;
}

/** The index over time, as an option of ECharts; what could not be judged leaves a gap. */
export function trendChartOption({ points }: TrendChart, look: ChartLook): ChartOption {
  const axisLabel = { color: look.faint, fontSize: look.fontSize - 1 };
  return {
    ...common(look),
    grid: { left: 36, right: 20, top: 14, bottom: 26 },
    xAxis: {
      ...{ type: 'category', boundaryGap: false, data: points.map(({ asOf }) => monthOf(asOf)) },
      ...{ axisTick: { show: false }, axisLine: { lineStyle: { color: look.grid } } },
      axisLabel: { ...axisLabel, hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right' },
    },
    yAxis: { type: 'value', min: 0, max: 100, splitLine: { lineStyle: { color: look.grid } }, axisLabel },
    series: [
      {
        ...{ type: 'line', color: look.bar, symbol: 'circle', symbolSize: 6, cursor: 'default', connectNulls: false },
        data: points.map(({ value }) => value),
        label: {
          ...{ show: points.length <= 14, position: 'top', color: look.ink, fontSize: look.fontSize },
          formatter: ({ value }: { readonly value: unknown }) => (typeof value === 'number' ? value.toFixed(1) : ''),
        },
      },
    ],
  };
}

/** The same in words, for those who do not see it. */
export function trendChartWords({ points }: TrendChart): string {
  const said = points.map(({ asOf, value }) => `${dayOf(asOf)} ${value === null ? 'not judged' : value.toFixed(1)}`);
  return `Lock-in index over time: ${said.join(', ')}.`;
}

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const month = format({ day: 'numeric', month: 'short', year: '2-digit' });
const day = format({ day: 'numeric', month: 'long', year: 'numeric' });
const monthOf = (time: string): string => month.format(new Date(time));
const dayOf = (time: string): string => day.format(new Date(time));

const common = ({ font, ink }: ChartLook): object => ({
  animation: false,
  textStyle: { fontFamily: font, color: ink },
});

/** Room for the largest bar and for the lines of the policy, in steps that end where the axis does. */
function axisOf({ shares, warn, breach }: ShareChart): { readonly max: number; readonly interval: number } {
  const largest = Math.max(0, ...barsOf(shares).map(({ share }) => share), warn ?? 0, breach ?? 0);
  const tenths = Math.min(10, Math.ceil(largest * 10 + 0.2));
  const step = tenths <= 5 ? 1 : 2;
  return { max: (Math.ceil(tenths / step) * step) / 10, interval: step / 10 };
}

function limitLines({ warn, breach }: ShareChart, look: ChartLook): object {
  const line = (at: number | null, color: string, type: string): object[] =>
    at === null ? [] : [{ xAxis: at, lineStyle: { color, type, width: 1.5 } }];
  return {
    ...{ silent: true, symbol: 'none', label: { show: false } },
    data: [...line(warn, look.warn, 'dashed'), ...line(breach, look.breach, 'solid')],
  };
}
