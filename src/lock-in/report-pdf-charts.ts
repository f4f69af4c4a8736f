import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { shareChartHeight, shareChartOption, trendChartOption } from './domain/charts.js';
import type { ChartLook, ChartOption, ShareChart, TrendChart } from './domain/charts.js';
import { BLUE, FAINT, INK, LINE } from './report-pdf-layout.js';

use([BarChart, LineChart, GridComponent, MarkLineComponent, SVGRenderer]);

const WIDTH = 499;
const TREND_HEIGHT = 190;

/** Ink on paper; the screen has its own for each theme. */
const PAPER: ChartLook = {
  ...{ font: 'Roboto', fontSize: 9, ink: INK, faint: FAINT, grid: LINE },
  ...{ warn: '#b0761a', breach: '#b3261e', bar: BLUE, rest: '#c3cad6' },
};

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export const sharePicture = (chart: ShareChart, bar: string): Picture =>
  pictureOf(shareChartOption(chart, { ...PAPER, bar }), shareChartHeight(chart));

export const trendPicture = (chart: TrendChart): Picture => pictureOf(trendChartOption(chart, PAPER), TREND_HEIGHT);

function pictureOf(option: ChartOption, height: number): Picture {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return { svg, width: WIDTH, height };
}
