import { parse } from 'csv-parse/sync';
import type { FoundBenchmark, FoundRelease } from '../../catalogue/domain/release.js';
import { DomainError } from '../../kernel/domain-error.js';
import { collect } from './connector.js';
import type { Connector, Reject } from './connector.js';
import { readText } from './payload.js';
import { figure, hubIdOf } from './values.js';

type Row = Readonly<Record<string, string>>;

const PAGE = 'https://gorilla.cs.berkeley.edu/leaderboard.html';
const COLUMNS = ['Model', 'Model Link', 'Live Acc', 'Multi Turn Acc', 'Web Search Acc', 'Memory Acc', 'License'];

/** Reads the Berkeley function-calling leaderboard (v4, `data_overall.csv`): the rows whose licence is not proprietary. */
export const bfcl: Connector = (bytes) => {
  const rows = parseRows(readText(bytes));
  const missing = COLUMNS.filter((column) => rows[0]?.[column] === undefined);
  if (missing.length > 0)
    throw new DomainError('unprocessable', 'payload-unreadable', `The table has no column ${missing.join(', ')}.`);
  return collect(
    rows.map((row, index) => [`rows/${index + 1}`, row] as const),
    readRow,
  );
};

function parseRows(text: string): readonly Row[] {
  try {
    return parse<Row>(text, { columns: true, bom: true, skip_empty_lines: true, to: 20_000 });
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'unknown error';
    throw new DomainError('unprocessable', 'payload-unreadable', `The payload is not CSV: ${detail}`);
  }
}

function readRow(row: Row, position: string, reject: Reject): FoundRelease | undefined {
  if (row['License'] === 'Proprietary') return undefined;
  const [, name, set] = /^([\w .:-]+?)(?: \(([^)]+)\))?$/.exec(row['Model'] ?? '') ?? [];
  if (name === undefined) return void reject(position, `'${row['Model']}' is not a model's name`, row);
  const [live, multiTurn, web, memory] = ['Live Acc', 'Multi Turn Acc', 'Web Search Acc', 'Memory Acc'].map((column) =>
    figure(row[column]),
  );
  if (live === undefined || multiTurn === undefined || web === undefined || memory === undefined)
    return void reject(`rows/${row['Model']}`, 'an accuracy is missing or not a percentage', row);
  if (live === 0 && multiTurn === 0)
    return void reject(`rows/${row['Model']}`, 'every answer is wrong: the run failed, not the model', row);
  const mode = set === undefined ? '' : set.startsWith('FC') ? 'FC' : 'prompt';
  const hubId = hubIdOf(row['Model Link'] ?? '');
  return {
    ...(hubId === undefined ? {} : { hubId }),
    name,
    mentionOnly: true,
    position: `rows/${row['Model']}`,
    facts: [],
    artifacts: [],
    benchmarks: [
      result('multi-turn', multiTurn, mode),
      result('live', live, mode),
      result('web + memory', Math.round(((web + memory) / 2) * 100) / 100, mode),
    ],
  };
}

const result = (metric: string, score: number, mode: string): FoundBenchmark => ({
  benchmark: 'BFCL',
  benchmarkVersion: 'v4',
  metric,
  harness: '',
  mode,
  score,
  higherIsBetter: true,
  sourceRef: PAGE,
});
