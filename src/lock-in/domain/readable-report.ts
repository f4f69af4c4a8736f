import { namedReport } from './named-report.js';
import type { NamedReport, Reported } from './named-report.js';
import type { LockInReport } from './report.js';
import { summaryOf } from './summary.js';

/** A report as people read it: with names, and in sentences. */
export interface ReadableReport extends NamedReport {
  readonly summary: readonly string[];
}

/** Puts a report into names and words; the sentences are frozen together with the figures they are made from. */
export function readableReport(reported: Reported<LockInReport>): ReadableReport {
  const report = namedReport(reported);
  return { ...report, summary: summaryOf(report) };
}
