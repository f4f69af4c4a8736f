/** SQL says NULL where the rules say absent: unknown. */
export function withoutNulls<T extends object>(row: T): T {
  for (const key of Object.keys(row) as (keyof T)[]) if (row[key] === null) delete row[key];
  return row;
}
