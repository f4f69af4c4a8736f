import { parse } from 'csv-parse/sync';
import type { FoundBenchmark, FoundRelease } from '../../catalogue/domain/release.js';
import { DomainError } from '../../kernel/domain-error.js';
import { collect } from './connector.js';
import type { Connector, PayloadContext, Reject } from './connector.js';
import { readText } from './payload.js';
import { figure } from './values.js';

type Row = Readonly<Record<string, string>>;

const PAGE = 'https://livebench.ai';

/**
 * Reads a LiveBench table (`table_YYYY_MM_DD.csv`): one column per task. Its licence is unclear, so it is only ever
 * uploaded by the enterprise and never part of the product. Questions change: results compare within one table's day.
 */
export const livebench: Connector = (bytes, context) => {
  const rows = parseRows(readText(bytes));
  if (rows[0]?.['model'] === undefined)
    throw new DomainError('unprocessable', 'payload-unreadable', 'The table has no column "model".');
  return collect(
    rows.map((row, index) => [`rows/${index + 1}`, row] as const),
    (row, position, reject) => readRow(row, position, reject, context),
  );
};

function parseRows(text: string): readonly Row[] {
  try {
    return parse<Row>(text, { columns: true, bom: true, skip_empty_lines: true, trim: true, to: 20_000 });
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'unknown error';
    throw new DomainError('unprocessable', 'payload-unreadable', `The payload is not CSV: ${detail}`);
  }
}

function readRow(row: Row, position: string, reject: Reject, { asOf }: PayloadContext): FoundRelease | undefined {
  const { model = '', ...tasks } = row;
  if (!/^[\w.:@/-]{2,150}$/.test(model)) return void reject(position, `'${model}' is not a model's name`, row);
  const benchmarks = Object.entries(tasks).flatMap(([metric, text]): FoundBenchmark[] => {
    const score = figure(text);
    return score === undefined || score < 0 || score > 100 || !/^[\w -]{1,60}$/.test(metric)
      ? []
      : [{ ...IDENTITY, benchmarkVersion: asOf, metric, score, higherIsBetter: true, sourceRef: PAGE }];
  });
  return benchmarks.length === 0
    ? undefined
    : { name: model, mentionOnly: true, position: `rows/${model}`, facts: [], artifacts: [], benchmarks };
}

const IDENTITY = { benchmark: 'LiveBench', harness: '', mode: '' } as const;
