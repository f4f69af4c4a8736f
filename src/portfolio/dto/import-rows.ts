import { InputPipe } from '../../http/validation.pipe.js';
import { DomainError } from '../../kernel/domain-error.js';
import { readTable } from '../csv-table.js';
import type { TableRow } from '../csv-table.js';
import type { ImportedRow, RowError } from '../import-run.js';
import type { CellType, ImportColumn } from './import-columns.js';

const PIPE = new InputPipe();

/** Every row as the body of its POST, checked like one; a wrong cell is named by its column. */
export async function readRows<T extends object>(
  bytes: Buffer,
  columns: readonly ImportColumn[],
  body: new () => T,
): Promise<ImportedRow<T>[]> {
  const required = columns.filter((column) => column.required).map(({ column }) => column);
  const rows = readTable(bytes, { columns: columns.map(({ column }) => column), required });
  return Promise.all(rows.map((row) => readRow(row, columns, body)));
}

async function readRow<T extends object>(
  { line, cells }: TableRow,
  columns: readonly ImportColumn[],
  body: new () => T,
): Promise<ImportedRow<T>> {
  const plain: Record<string, unknown> = {};
  const references: Record<string, readonly string[]> = {};
  for (const { column, path, type } of columns) {
    const cell = cells.get(column);
    if (cell === undefined) continue;
    if (path === undefined) references[column] = type === 'list' ? listOf(cell) : [cell];
    else put(plain, path.split('.'), VALUES[type](cell));
  }
  const row = { line, name: cells.get('name') ?? '', references };
  try {
    const value = await PIPE.transform(plain, { type: 'body', metatype: body });
    if (!(value instanceof body)) throw new TypeError('The row did not become its body');
    return { ...row, value, errors: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ...row, errors: error.errors.map((each) => rowError(each, columns)) };
  }
}

const listOf = (cell: string): string[] =>
  cell
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** What is no number or flag stays text, so that the check of the field refuses it. */
const VALUES: Readonly<Record<CellType, (cell: string) => unknown>> = {
  text: (cell) => cell,
  list: listOf,
  number: (cell) => (Number.isFinite(Number(cell)) ? Number(cell) : cell),
  flag: (cell) => (/^true$/i.test(cell) ? true : /^false$/i.test(cell) ? false : cell),
};

function put(target: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const inner = target[key];
  const next: Record<string, unknown> = isRecord(inner) ? inner : {};
  target[key] = next;
  put(next, rest, value);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** `/materiality/impact` is the column `impact`; a whole group that is missing names its first column. */
function rowError(
  { pointer, code, detail }: DomainError['errors'][number],
  columns: readonly ImportColumn[],
): RowError {
  const path = pointer
    .slice(1)
    .replace(/\/\d+$/, '')
    .replaceAll('/', '.');
  const column =
    columns.find((each) => each.path === path) ?? columns.find((each) => each.path?.startsWith(`${path}.`));
  return { column: column?.column ?? path, code, detail };
}
