import { Injectable } from '@nestjs/common';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { TOOLS } from './assessment-facts.sql.js';
import type { ToolFacts } from './domain/facts.js';
import { hasWritten, HORIZON, SERVER, WRITTEN_SINCE } from './seen-until.js';
import type { SeenUntil } from './seen-until.js';
import { withoutNulls } from './without-nulls.js';

interface News extends SeenUntil {
  /** How many rows there are: a row that is gone leaves no other trace. */
  readonly rows: string;
  /** Something was written since $1, or began or ended between $2 and $3. */
  readonly changed: boolean;
}

const NEWS = statement<News>(
  'tool-facts.news',
  `SELECT ${HORIZON} AS horizon, ${SERVER} AS server, ${hasWritten('tool', 'assignment')} AS "hasWritten",
     (SELECT count(*) FROM tool) || ' ' || (SELECT count(*) FROM assignment) AS rows,
     EXISTS (SELECT FROM tool WHERE ${WRITTEN_SINCE} OR (retired_at > $2 AND retired_at <= $3))
       OR EXISTS (SELECT FROM assignment WHERE ${WRITTEN_SINCE}
         OR (valid_from > $2 AND valid_from <= $3) OR (valid_to > $2 AND valid_to <= $3)) AS changed`,
);

interface Kept {
  readonly horizon: string;
  readonly server: string;
  readonly rows: string;
  readonly at: Date;
  readonly tools: readonly ToolFacts[];
}

/** Tools with their models, kept between assessments until one of them is written, begins or ends. */
@Injectable()
export class ToolFactsCache {
  private kept: Kept | undefined;

  async load(tx: Tx, at: Date): Promise<readonly ToolFacts[]> {
    const { kept } = this;
    const [news] = await tx.run(NEWS, [kept?.horizon ?? null, kept?.at ?? at, at]);
    if (news === undefined) throw new TypeError('The statement returns one row.');
    const { horizon, server, rows, hasWritten, changed } = news;
    const holds = kept !== undefined && !changed && kept.server === server && kept.rows === rows && kept.at <= at;
    const tools = holds ? kept.tools : (await tx.run(TOOLS, [at])).map(withoutNulls);
    // What the transaction itself has written may yet be undone: it is seen here and not kept.
    if (!hasWritten) this.kept = { horizon, server, rows, at, tools };
    return tools;
  }
}
