import type { Sizes } from './scale-fill.js';

export interface Spent {
  readonly ms: number;
  /** Processor time of the server process. */
  readonly cpuMs: number;
}

/** What one size has cost, row by row. */
export interface Result extends Sizes {
  readonly models: number;
  readonly costs: Readonly<Record<string, Spent>>;
  readonly flags: number;
  readonly residentMb: number;
}

/** Past this exponent the cost of ten times as much is well over ten times the cost. */
const WORSE_THAN_LINEAR = 1.15;

/** How cost grows with size: 0 not at all, 1 in proportion, 2 with the square. */
export const exponent = (costA: number, costB: number, sizeA: number, sizeB: number): number =>
  Math.log(costB / costA) / Math.log(sizeB / sizeA);

const shown = (value: number): string =>
  value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US', { maximumFractionDigits: 0 });
const spent = ({ ms, cpuMs }: Spent): string =>
  Number.isFinite(ms) ? `${shown(ms)} ms (${shown(cpuMs)})` : 'given up after a minute';

/** The cost of each row at each size, and the exponent of the processor time between the last two. */
export function growthTable(name: 'tools' | 'releases', results: readonly Result[]): string {
  const [before, last] = results.slice(-2);
  const power = (row: string): string => {
    const [a, b] = [before?.costs[row]?.cpuMs, last?.costs[row]?.cpuMs];
    if (before === undefined || last === undefined || a === undefined || b === undefined || !Number.isFinite(b))
      return '';
    const value = exponent(a, b, before[name], last[name]);
    return `${value.toFixed(2)}${value > WORSE_THAN_LINEAR ? ' **worse than linear**' : ''}`;
  };
  const sizes = results.map(({ tools, models, releases }) => {
    const [t, m, r] = [tools, models, releases].map((count) => count.toLocaleString('en-US'));
    return `${t} tools on ${m} models, ${r} releases`;
  });
  const costs = Object.keys(results[0]?.costs ?? {}).map((row) => [
    row,
    ...results.map((each) => spent(each.costs[row] ?? { ms: NaN, cpuMs: NaN })),
    power(row),
  ]);
  const rows = [
    ['cost', ...sizes, 'exponent'],
    ['---', ...sizes.map(() => '---'), '---'],
    ...costs,
    ['resident memory', ...results.map(({ residentMb }) => `${shown(residentMb)} MB`), ''],
    ['flags', ...results.map(({ flags }) => flags.toLocaleString('en-US')), ''],
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
