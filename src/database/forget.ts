import type { Database } from './database.js';
import type { Statement } from './statement.js';

/** So many rows at a time, so that no lock and no transaction is long. */
const AT_ONCE = 5_000;
const DAY_MS = 86_400_000;

interface Kept {
  readonly now: Date;
  readonly days: number;
}

/** Runs a statement that deletes up to $2 of the rows older than $1, and returns them, until none is older than the days. */
export async function forget(
  database: Database,
  dropping: Statement<{ id: string }>,
  { now, days }: Kept,
): Promise<void> {
  const before = new Date(now.getTime() - days * DAY_MS);
  let dropped: number;
  do dropped = (await database.transaction((tx) => tx.run(dropping, [before, AT_ONCE]))).length;
  while (dropped === AT_ONCE);
}
