import { FAULT_ROWS } from './fault-rows.js';
import type { FaultRow } from './fault-rows.js';

type Figures = Readonly<Record<string, number>>;

const number = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
/** `requestsPerSecond` is read as "requests per second". */
const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const shown = (figures: Figures): string =>
  Object.entries(figures)
    .map(([name, value]) => `${number(value)} ${words(name)}`)
    .join(', ') || 'all of it';

const entries = (): [string, FaultRow][] => Object.entries(FAULT_ROWS);
const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What is tried, where, how often, and the command of each row: the table of docs/operations/faults.md. */
export function planTable(): string {
  const head = ['promise', 'fault', 'tests', '`npm test`', '`npm run test:faults`', 'this row alone'];
  const rows = entries().map(([name, { promise, fault, tests, short, full }]) =>
    rowOf([
      ...[promise, fault, tests.map((file) => `\`${file}\``).join(', '), shown(short), shown(full)],
      `\`npm run test:faults -- ${name}\``,
    ]),
  );
  return [rowOf(head), rowOf(head.map(() => '---')), ...rows].join('\n');
}

/** SKIPPED: what the file needs is not on this machine. */
export type Outcome = 'HELD' | 'SKIPPED' | 'BROKEN';

const HEAD = ['promise', 'counted and measured', 'verdict', 'run on'];
const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((each) => each.trim());

/** A run of some rows: its log, what became of each file, and the day and the Node it ran on. */
export interface Run {
  readonly log: string;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly on: string;
}

/** What a run has counted and measured, row by row; a row that it left out stands as the table before has it. */
export function resultTable({ log, outcomes, on }: Run, before = ''): string {
  const found = new Map<string, Record<string, number>>();
  for (const line of log.split('\n').filter((each) => each !== '')) {
    const { row, figures }: { row: string; figures: Figures } = JSON.parse(line);
    found.set(row, { ...found.get(row), ...figures });
  }
  const kept = new Map(before.split('\n').map((line) => [cellsOf(line)[0], line.trim()]));
  const rows = entries().flatMap(([name, { promise, tests }]) => {
    if (!tests.every((file) => file in outcomes)) return kept.get(promise) ?? [];
    return rowOf([promise, shown(found.get(name) ?? {}), verdictOf(tests.map((file) => outcomes[file])), on]);
  });
  return [rowOf(HEAD), rowOf(HEAD.map(() => '---')), ...rows].join('\n');
}

function verdictOf(outcomes: readonly (Outcome | undefined)[]): string {
  if (outcomes.includes('BROKEN')) return 'BROKEN';
  return outcomes.includes('SKIPPED') ? 'skipped: this machine lacks what it needs' : 'held';
}
