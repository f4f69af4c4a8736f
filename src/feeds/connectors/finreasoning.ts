import type { FoundBenchmark, FoundRelease } from '../../catalogue/domain/release.js';
import { DomainError } from '../../kernel/domain-error.js';
import { collect } from './connector.js';
import type { Connector, Reject } from './connector.js';
import { readText } from './payload.js';
import { figure, markdownRows } from './values.js';

const PAGE = 'https://github.com/TongjiFinLab/FinReasoning';
/** The three tracks: the columns of their parts and of the average that the table states. */
const TRACKS = [
  { metric: 'semantic', parts: [1, 2, 3], average: 4 },
  { metric: 'data alignment', parts: [6, 7, 8], average: 9 },
  { metric: 'deep insight', parts: [11, 12, 13, 14], average: 15 },
] as const;
const COLUMNS = 18;
const ROUNDING = 0.3;

/** Reads FinReasoning's result table: the average of each track, never the norm, which is relative to the field. */
export const finreasoning: Connector = (bytes) => {
  const rows = markdownRows(readText(bytes));
  const start = rows.findIndex((row) => row.length === COLUMNS && row[1] === 'Terminology' && row[4] === 'Avg.S');
  if (start < 0)
    throw new DomainError('unprocessable', 'payload-unreadable', 'The payload has no FinReasoning result table.');
  const end = rows.findIndex((row, index) => index > start && row[0] === 'Average');
  const body = rows.slice(start + 1, end < 0 ? undefined : end);
  return collect(
    body.map((row, index) => [`table/${index}`, row] as const),
    readRow,
  );
};

function readRow(row: readonly string[], position: string, reject: Reject): FoundRelease | undefined {
  const [name = ''] = row;
  if (row.length !== COLUMNS || !/^[\w.-]{2,100}$/.test(name))
    return void reject(position, `'${name}' is not a row of the table`, row);
  const benchmarks = TRACKS.flatMap(({ metric, parts, average }): FoundBenchmark[] => {
    const stated = figure(row[average]);
    const values = parts.flatMap((column) => figure(row[column]) ?? []);
    const mean = values.reduce((sum, value) => sum + value, 0) / parts.length;
    if (stated !== undefined && values.length === parts.length && Math.abs(stated - mean) <= ROUNDING)
      return [result(metric, stated)];
    reject(`table/${name}/${metric}`, `the average ${row[average]} does not follow from its parts`, row);
    return [];
  });
  return benchmarks.length === 0
    ? undefined
    : { name, mentionOnly: true, position: `table/${name}`, facts: [], artifacts: [], benchmarks };
}

const result = (metric: string, score: number): FoundBenchmark => ({
  benchmark: 'FinReasoning',
  benchmarkVersion: '',
  metric,
  harness: '',
  mode: '',
  score,
  higherIsBetter: true,
  sourceRef: PAGE,
});
