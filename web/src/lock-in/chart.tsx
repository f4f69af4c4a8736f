import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ChartLook, ChartOption } from '../../../src/lock-in/domain/charts.ts';
import styles from './lock-in.module.css';

register([BarChart, LineChart, GridComponent, MarkLineComponent, SVGRenderer]);

export interface ChartProps {
  readonly draw: (look: ChartLook) => ChartOption;
  /** The same in words, for those who do not see it. */
  readonly label: string;
  readonly height: number;
  readonly color?: '--c1' | '--c2';
}

/** A chart in the colours of the theme, drawn again when the theme or the room changes. */
export function Chart({ draw, label, height, color = '--c1' }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current, undefined, { renderer: 'svg', height });
    const paint = (): void => chart.setOption(draw(lookOf(color)), { notMerge: true });
    paint();
    const resize = new ResizeObserver(() => chart.resize());
    resize.observe(place.current);
    const theme = new MutationObserver(paint);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      resize.disconnect();
      theme.disconnect();
      chart.dispose();
    };
  }, [draw, color, height]);
  return <div ref={place} className={styles.chart} role="img" aria-label={label} />;
}

function lookOf(color: string): ChartLook {
  const tokens = getComputedStyle(document.documentElement);
  const token = (name: string): string => tokens.getPropertyValue(name).trim();
  return {
    ...{ font: token('--font'), fontSize: 12, ink: token('--ink'), faint: token('--ink-2'), grid: token('--line') },
    ...{ warn: token('--warn'), breach: token('--bad'), bar: token(color), rest: token('--line-strong') },
  };
}
