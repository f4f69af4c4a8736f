import { fieldsOf } from '../database/entity-sql.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { FlagToolEntity } from './flag-tool.entity.js';
import { flagNotFound } from './flags.reader.js';
import { ReplacementFlagEntity } from './replacement-flag.entity.js';

const FLAG = `SELECT ${fieldsOf(ReplacementFlagEntity)} FROM replacement_flag WHERE id = $1`;
const SEEN = statement<ReplacementFlagEntity>('flags.seen', FLAG);
const HELD = statement<ReplacementFlagEntity>('flags.held', `${FLAG} FOR UPDATE`);
const ROWS = statement<FlagToolEntity>(
  'flags.rows',
  `SELECT ${fieldsOf(FlagToolEntity)} FROM flag_finding WHERE flag_id = $1`,
);

export interface FlagRows {
  readonly flag: ReplacementFlagEntity;
  readonly rows: FlagToolEntity[];
}

/** The flag with the row of each tool; held until the transaction ends where that is asked for. Throws `flag-not-found`. */
export async function flagOf(tx: Tx, id: string, { held = false } = {}): Promise<FlagRows> {
  const flag = await tx.one(held ? HELD : SEEN, [id]);
  if (flag === undefined) throw flagNotFound();
  return { flag, rows: await tx.run(ROWS, [id]) };
}
