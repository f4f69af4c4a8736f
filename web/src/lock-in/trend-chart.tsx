import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { components } from '../api/schema.d.ts';
import styles from './lock-in.module.css';

register([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

type Snapshot = components['schemas']['SnapshotView'];

const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The index over the frozen reports; the table below holds the same numbers. */
export function TrendChart({ snapshots }: { readonly snapshots: readonly Snapshot[] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current, undefined, { renderer: 'svg' });
    const points = [...snapshots]
      .sort((a, b) => a.asOf.localeCompare(b.asOf))
      .map(({ asOf, lockInIndex }) => [asOf, lockInIndex]);
    const line = { lineStyle: { color: token('--line') } };
    chart.setOption({
      animation: false,
      grid: { left: 40, right: 16, top: 16, bottom: 28 },
      textStyle: { fontFamily: token('--font'), color: token('--ink-2') },
      tooltip: { trigger: 'axis', renderMode: 'richText' },
      xAxis: { type: 'time', axisLine: line, axisLabel: { color: token('--ink-2') } },
      yAxis: { type: 'value', min: 0, max: 100, splitLine: line, axisLabel: { color: token('--ink-2') } },
      series: [{ type: 'line', name: 'Lock-in index', data: points, color: token('--c1'), symbolSize: 6 }],
    });
    const resize = new ResizeObserver(() => chart.resize());
    resize.observe(place.current);
    return () => {
      resize.disconnect();
      chart.dispose();
    };
  }, [snapshots]);
  return (
    <div
      ref={place}
      className={styles.chart}
      role="img"
      aria-label={`Lock-in index over ${snapshots.length} frozen reports; the same numbers stand in the table.`}
    />
  );
}
