import { Suspense, lazy } from 'react';
import type { ChartProps } from './chart.tsx';
import styles from './lock-in.module.css';

const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

/** The library of charts comes when the first of them is shown; its place is kept until then. */
export const LazyChart = (props: ChartProps) => (
  <Suspense fallback={<svg className={styles.place} height={props.height} aria-hidden="true" />}>
    <Chart {...props} />
  </Suspense>
);
