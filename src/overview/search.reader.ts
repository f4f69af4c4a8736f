import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';

export const HIT_KINDS = ['model', 'tool', 'release', 'request', 'flag'] as const;
export type HitKind = (typeof HIT_KINDS)[number];

export interface Hit {
  readonly kind: HitKind;
  readonly id: string;
  readonly title: string;
  /** What tells it from others of like name. */
  readonly hint: string;
}

const MOST_OF_A_KIND = 6;

/** Names that begin with the text come before those that hold it anywhere. */
const closeness = (name: string): string =>
  `CASE WHEN lower(${name}) = lower($1) THEN 0 WHEN starts_with(lower(${name}), lower($1)) THEN 1 ELSE 2 END`;

const holds = (name: string): string => `position(lower($1) IN lower(${name})) > 0`;

const SEARCH = statement<Hit>(
  'overview.search',
  `SELECT kind, id, title, hint FROM (
     (SELECT 'model' AS kind, m.id, m.name AS title, r.key AS hint, ${closeness('m.name')} AS distance
      FROM model m JOIN release r ON r.id = m.release_id
      WHERE ${holds('m.name')} OR ${holds('r.key')} ORDER BY distance, m.name LIMIT $2)
     UNION ALL
     (SELECT 'tool', t.id, t.name, t.owner_team, ${closeness('t.name')} AS distance
      FROM tool t WHERE t.retired_at IS NULL AND ${holds('t.name')} ORDER BY distance, t.name LIMIT $2)
     UNION ALL
     (SELECT 'release', r.id, r.display_name, r.key, ${closeness('r.display_name')} AS distance
      FROM release r WHERE ${holds('r.display_name')} OR ${holds('r.key')}
      ORDER BY distance, r.release_date DESC NULLS LAST, r.key LIMIT $2)
     UNION ALL
     (SELECT 'flag', f.id, f.title, m.name, 2 AS distance
      FROM replacement_flag f JOIN model m ON m.id = f.model_id
      WHERE f.active AND ${holds('f.title')} ORDER BY f.rank, f.id LIMIT $2)
     UNION ALL
     (SELECT 'request', q.id, t.name || ' → ' || r.display_name, lower(replace(q.state, '_', ' ')), ${closeness('t.name')} AS distance
      FROM swap_request q JOIN tool t ON t.id = q.tool_id JOIN release r ON r.id = q.to_release_id
      WHERE ${holds('t.name')} OR ${holds('r.display_name')} OR ${holds('r.key')} OR q.id::text = lower($1)
      ORDER BY q.finished_at IS NOT NULL, q.created_at DESC, q.id LIMIT $2)
   ) hits ORDER BY distance, array_position(ARRAY[${HIT_KINDS.map((kind) => `'${kind}'`).join(', ')}], kind), title`,
);

@Injectable()
export class SearchReader {
  constructor(private readonly db: Database) {}

  /** The few best hits of each kind, the closest names first. */
  search(text: string): Promise<Hit[]> {
    return this.db.read(SEARCH, [text, MOST_OF_A_KIND]);
  }
}
