import { createHash } from 'node:crypto';

/** SQL that each session prepares once, with the type of its rows. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Only for the compiler: ties the type to the text. */
  readonly row?: Row;
}

const MAX_NAME = 46; // PostgreSQL cuts names at 63 bytes; the hash of the text takes 17

/** Names a statement; the hash keeps two texts of one name apart, so SQL may be put together from known parts. */
export function statement<Row>(name: string, text: string): Statement<Row> {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { name: `${name.slice(0, MAX_NAME)}:${hash}`, text };
}
