import type { components } from '../api/schema.d.ts';
import styles from './lock-in.module.css';

type Report = components['schemas']['LockInReportView'];

/** 24.6 %, 7 tools, 57 person-days, 48.1 of 100. */
const FIGURES = /(\d[\d.,]*\u00a0%|\d+ tools?|\d+ person-days|\d+ days|\d[\d.]* of 100)/;

/** The report in the sentences that the printed one has: what a manager would read out. */
export const Story = ({ report }: { readonly report: Report }) => (
  <ul className={styles.story}>
    {report.summary.map((sentence) => (
      <li key={sentence}>{sentence.split(FIGURES).map(emphasised)}</li>
    ))}
  </ul>
);

/** Every other part is a figure. */
const emphasised = (part: string, index: number) => (index % 2 === 1 ? <strong key={index}>{part}</strong> : part);
