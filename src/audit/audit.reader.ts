import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Page, PageRequest } from '../kernel/page.js';
import type { Link } from './domain/chain.js';

export interface AuditFilters {
  readonly actor?: string;
  /** `type:id`, or the id alone. */
  readonly subject?: string;
  /** A kind, or the beginning of one that ends in a dot: `swap.`. */
  readonly kind?: string;
  readonly from?: Date;
  /** Exclusive. */
  readonly to?: Date;
}

export interface AuditRow {
  readonly position: number;
  readonly id: string;
  readonly at: Date;
  readonly body: string;
  readonly prevHash: string;
  readonly hash: string;
  readonly actorName: string | null;
}

const FILTERS = `
  ($1::uuid IS NULL OR actor_id = $1)
  AND ($2::text IS NULL OR subject_type = $2)
  AND ($3::text IS NULL OR subject_id = $3)
  AND ($4::text IS NULL OR kind = $4 OR (right($4, 1) = '.' AND starts_with(kind, $4)))
  AND ($5::timestamptz IS NULL OR at >= $5)
  AND ($6::timestamptz IS NULL OR at < $6)`;
const FIELDS = `position, id, at, body, encode(prev_hash, 'hex') AS "prevHash", encode(hash, 'hex') AS hash`;

const page = (name: string, comparison: '<' | '>', order: 'ASC' | 'DESC') =>
  statement<AuditRow>(
    `audit.page.${name}`,
    `SELECT event.*, person.display_name AS "actorName"
     FROM (SELECT ${FIELDS}, actor_id FROM audit_event
           WHERE ${FILTERS} AND ($7::bigint IS NULL OR position ${comparison} $7)
           ORDER BY position ${order} LIMIT $8) event
     LEFT JOIN person ON person.id = event.actor_id
     ORDER BY position ${order}`,
  );
const NEWEST_FIRST = page('newest', '<', 'DESC');
const OLDEST_FIRST = page('oldest', '>', 'ASC');
const COUNT = statement<{ total: number }>(
  'audit.count',
  `SELECT count(*)::int AS total FROM audit_event WHERE ${FILTERS}`,
);
const HEAD = statement<{ position: number; hash: string; at: Date }>(
  'audit.head',
  `SELECT position, encode(hash, 'hex') AS hash, now() AS at FROM audit_event ORDER BY position DESC LIMIT 1`,
);

const BATCH = 5_000;

@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  /** Returns one page by position; `request.after` carries the position behind which it begins. */
  async list(request: PageRequest, filters: AuditFilters): Promise<Page<AuditRow>> {
    const params = parameters(filters);
    const after = request.after?.[0] ?? null;
    const rows = await this.database.read(request.descending ? NEWEST_FIRST : OLDEST_FIRST, [
      ...params,
      after,
      request.limit + 1,
    ]);
    const total = (await this.database.readOne(COUNT, params))?.total ?? 0;
    const items = rows.slice(0, request.limit);
    const last = items.at(-1);
    return { items, total, next: rows.length > request.limit && last ? [last.position, last.id] : null };
  }

  /** Yields the chain from its beginning, batch by batch, so that no more than one batch is in memory. */
  async *chain(filters: AuditFilters = {}): AsyncGenerator<Link> {
    let after: number | null = null;
    for (;;) {
      const rows: AuditRow[] = await this.database.read(OLDEST_FIRST, [...parameters(filters), after, BATCH]);
      for (const { position, at, body, prevHash, hash } of rows)
        yield { position, at: at.toISOString(), body, prevHash, hash };
      const last = rows.at(-1);
      if (last === undefined || rows.length < BATCH) return;
      after = last.position;
    }
  }

  /** Returns the last place of the chain and the database's time; undefined while nothing was recorded. */
  head(): Promise<{ position: number; hash: string; at: Date } | undefined> {
    return this.database.readOne(HEAD, []);
  }
}

function parameters({ actor, subject, kind, from, to }: AuditFilters): unknown[] {
  const [type, id] = subject?.includes(':') === true ? splitOnce(subject) : [undefined, subject];
  return [actor, type, id, kind, from, to].map((each) => each ?? null);
}

function splitOnce(subject: string): [type: string, id: string] {
  const colon = subject.indexOf(':');
  return [subject.slice(0, colon), subject.slice(colon + 1)];
}
