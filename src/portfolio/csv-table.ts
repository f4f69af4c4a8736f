import { CsvError, parse } from 'csv-parse/sync';
import { DomainError } from '../kernel/domain-error.js';

/** One line of a table below its header; a cell that is empty is absent. */
export interface TableRow {
  /** Line of the file, the header being 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

export interface TableShape {
  readonly columns: readonly string[];
  readonly required: readonly string[];
}

export const MAX_ROWS = 2_000;

/** The rows of a CSV file (RFC 4180, UTF-8, header first); throws `malformed-csv`, `unknown-column`, `missing-column`. */
export function readTable(bytes: Buffer, shape: TableShape): TableRow[] {
  const [header, ...lines] = parseLines(bytes);
  if (header === undefined) throw malformed('The file is empty.');
  refuseColumns(header.record, shape);
  if (lines.length > MAX_ROWS) throw malformed(`The file has more than ${MAX_ROWS} rows.`);
  return lines.map(({ record, line }) => {
    const named = record.map((cell, index) => [header.record[index] ?? '', cell] as const);
    return { line, cells: new Map(named.filter(([, cell]) => cell !== '')) };
  });
}

interface Line {
  readonly record: readonly string[];
  readonly line: number;
}

function parseLines(bytes: Buffer): Line[] {
  try {
    const lines: number[] = [];
    const records = parse(textOf(bytes), {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      // A quoted cell may span lines, so the parser says where each record ends.
      on_record: (record: string[], { lines: line }) => {
        lines.push(line);
        return record;
      },
    });
    return records.map((record, index) => ({ record, line: lines[index] ?? index + 1 }));
  } catch (error) {
    if (error instanceof CsvError) throw malformed(`The file is not CSV: ${error.message}.`);
    throw error;
  }
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed('The file is not UTF-8.');
  }
}

function refuseColumns(header: readonly string[], { columns, required }: TableShape): void {
  const unknown = header.filter((column) => !columns.includes(column));
  const missing = required.filter((column) => !header.includes(column));
  const repeated = header.filter((column, index) => header.indexOf(column) !== index);
  const errors = [
    ...unknown.map((column) =>
      columnError(column, 'unknown-column', `is not a column; known are ${columns.join(', ')}`),
    ),
    ...missing.map((column) => columnError(column, 'missing-column', 'is missing from the header')),
    ...repeated.map((column) => columnError(column, 'repeated-column', 'stands twice in the header')),
  ];
  if (errors.length > 0) throw new DomainError('invalid', 'wrong-columns', 'The header does not fit.', errors);
}

const columnError = (column: string, code: string, detail: string) => ({ pointer: `/header/${column}`, code, detail });

const malformed = (detail: string): DomainError => new DomainError('malformed', 'malformed-csv', detail);
