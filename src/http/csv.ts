import { stringify } from 'csv-stringify/sync';

/** Returns the rows as CSV (RFC 4180) with one column per field of the first; text that a sheet would run is escaped. */
export function csvOf(rows: readonly unknown[]): string {
  const records = rows.map((row) => flat(row));
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return stringify(records, {
    header: columns.length > 0,
    columns,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

type Cell = string | number;

/** `{a: {b: 1}, c: [2, 3]}` becomes `a.b = 1`, `c = 2; 3`; unknown stays empty. */
function flat(value: unknown, prefix = ''): Record<string, Cell> {
  if (!isRecord(value)) return {};
  const cells: Record<string, Cell> = {};
  for (const [key, each] of Object.entries(value)) {
    const name = prefix + key;
    if (isRecord(each)) Object.assign(cells, flat(each, `${name}.`));
    else cells[name] = cellOf(each);
  }
  return cells;
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    return value.map((each: unknown) => (isRecord(each) ? JSON.stringify(each) : String(cellOf(each)))).join('; ');
  }
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
