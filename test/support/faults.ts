import { appendFileSync } from 'node:fs';
import { FAULT_ROWS } from './fault-rows.js';

type Rows = typeof FAULT_ROWS;
type Row = keyof Rows;

export const isFull = process.env['FAULTS'] === 'full';

/** Returns how often the fault of a row is tried in this run. */
export function figuresOf<R extends Row>(
  row: R,
): Readonly<Record<keyof Rows[R]['short'] | keyof Rows[R]['full'], number>>;
export function figuresOf(row: Row): Readonly<Record<string, number>> {
  const { short, full } = FAULT_ROWS[row];
  return isFull ? full : short;
}

/** Hands what a test has counted and measured to the table that `npm run test:faults` prints. */
export function measured(row: Row, figures: Readonly<Record<string, number>>): void {
  const log = process.env['FAULTS_LOG'];
  if (log !== undefined) appendFileSync(log, `${JSON.stringify({ row, figures })}\n`);
}
