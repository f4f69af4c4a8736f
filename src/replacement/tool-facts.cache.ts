import { Injectable } from '@nestjs/common';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { TOOLS } from './assessment-facts.sql.js';
import type { ToolFacts } from './domain/facts.js';
import { compareText } from './domain/rank.js';
import { hasWritten, HORIZON, SERVER, WRITTEN_SINCE } from './seen-until.js';
import type { SeenUntil } from './seen-until.js';
import { withoutNulls } from './without-nulls.js';

interface News extends SeenUntil {
  /** How many tools and assignments there are: a row that is gone leaves no other trace. */
  readonly rows: string;
  /** How many tools count at $3, and how many of them have a primary and a fallback. */
  readonly stored: string;
  /** Tools that were written since $1, or of which an assignment was; or that began or ended, or one of theirs, between $2 and $3. */
  readonly changed: readonly string[];
}

const standing = (purpose: string): string =>
  `purpose = '${purpose}' AND valid_from <= $3 AND (valid_to IS NULL OR valid_to > $3)`;

const NEWS = statement<News>(
  'tool-facts.news',
  `WITH scanned_tool AS (
     SELECT count(*), count(*) FILTER (WHERE retired_at IS NULL OR retired_at > $3) AS tools,
       array_agg(id) FILTER (WHERE ${WRITTEN_SINCE} OR (retired_at > $2 AND retired_at <= $3)) AS changed
     FROM tool),
   scanned_assignment AS (
     SELECT count(*), count(*) FILTER (WHERE ${standing('PRIMARY')}) AS primaries,
       count(DISTINCT tool_id) FILTER (WHERE ${standing('FALLBACK')}) AS fallbacks,
       array_agg(tool_id) FILTER (WHERE ${WRITTEN_SINCE}
         OR (valid_from > $2 AND valid_from <= $3) OR (valid_to > $2 AND valid_to <= $3)) AS changed
     FROM assignment)
   SELECT ${HORIZON} AS horizon, ${SERVER} AS server, ${hasWritten('tool', 'assignment')} AS "hasWritten",
     t.count || ' ' || a.count AS rows, concat_ws(' ', tools, primaries, fallbacks) AS stored,
     ARRAY (SELECT DISTINCT unnest(t.changed || a.changed)) AS changed
   FROM scanned_tool t, scanned_assignment a`,
);

interface Kept extends Pick<News, 'horizon' | 'server' | 'rows'> {
  readonly at: Date;
  readonly tools: readonly ToolFacts[];
}

/** Tools with their models, kept between assessments: only those that are written, begin or end are read again. */
@Injectable()
export class ToolFactsCache {
  private kept: Kept | undefined;

  /** Tools as they are at the moment; `anew` reads all of them again. */
  async load(tx: Tx, { at, anew }: { readonly at: Date; readonly anew: boolean }): Promise<readonly ToolFacts[]> {
    const before = anew ? undefined : this.kept;
    const [news] = await tx.run(NEWS, [before?.horizon ?? null, before?.at ?? at, at]);
    if (news === undefined) throw new TypeError('The statement returns one row.');
    const known = (before && (await caughtUp(tx, before, news, at))) ?? (await read(tx, news, at));
    // What the transaction itself has written may yet be undone: it is seen here and not kept.
    if (!news.hasWritten) this.kept = known;
    return known.tools;
  }
}

/** What is kept with the changes since; undefined where these do not account for what is stored now. */
async function caughtUp(
  tx: Tx,
  kept: Kept,
  { horizon, server, rows, stored, changed }: News,
  at: Date,
): Promise<Kept | undefined> {
  if (kept.server !== server || kept.at > at) return undefined;
  if (changed.length === 0) return kept.rows === rows ? { ...kept, horizon, at } : undefined;
  const tools = changedIn(kept.tools, changed, await toolsOf(tx, at, changed));
  return storedOf(tools) === stored ? { horizon, server, rows, at, tools } : undefined;
}

/** In the order in which they would be read. */
function changedIn(
  tools: readonly ToolFacts[],
  changed: readonly string[],
  found: readonly ToolFacts[],
): readonly ToolFacts[] {
  const gone = new Set(changed);
  return [...tools.filter(({ id }) => !gone.has(id)), ...found].sort((a, b) => compareText(a.id, b.id));
}

const read = async (tx: Tx, { horizon, server, rows }: News, at: Date): Promise<Kept> => ({
  ...{ horizon, server, rows, at },
  tools: await toolsOf(tx, at, null),
});

const toolsOf = async (tx: Tx, at: Date, ids: readonly string[] | null): Promise<ToolFacts[]> =>
  (await tx.run(TOOLS, [at, ids])).map(withoutNulls);

/** How many tools are kept, and how many of them have a primary and a fallback, as NEWS counts those that are stored. */
const storedOf = (tools: readonly ToolFacts[]): string =>
  [
    tools.length,
    tools.filter(({ modelId }) => modelId !== undefined).length,
    tools.filter(({ fallbackModelId }) => fallbackModelId !== undefined).length,
  ].join(' ');
