import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import type { QuarantineStatus } from './quarantined-item.entity.js';

export interface QuarantineRow {
  readonly id: string;
  readonly feed: string;
  readonly runId: string;
  readonly payloadId: string | null;
  readonly sha256: string | null;
  readonly position: string;
  readonly reason: string;
  readonly item: unknown;
  readonly status: QuarantineStatus;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
}

export interface QuarantineFilters {
  readonly feed?: string;
  readonly status?: QuarantineStatus;
  readonly q?: string;
}

export const QUARANTINE_SORTS = ['created', 'feed'] as const;

const SELECT = `
  SELECT q.id, q.feed, q.run_id AS "runId", q.payload_id AS "payloadId", p.sha256, q.position, q.reason, q.item,
    q.status, person.display_name AS "decidedBy", q.decided_at AS "decidedAt", q.version, q.created_at AS "createdAt"
  FROM quarantined_item q LEFT JOIN feed_payload p ON p.id = q.payload_id LEFT JOIN person ON person.id = q.decided_by`;

const LIST = new List<QuarantineRow, (typeof QUARANTINE_SORTS)[number]>({
  name: 'quarantine',
  select: `${SELECT}
    WHERE ($1::text IS NULL OR q.feed = $1) AND ($2::text IS NULL OR q.status = $2)
      AND ($3::text IS NULL OR position(lower($3) IN lower(q.position || ' ' || q.reason)) > 0)`,
  filterCount: 3,
  sorts: {
    created: { expression: '"createdAt"', type: 'timestamptz' },
    feed: { expression: 'feed', type: 'text' },
  },
});
const BY_ID = statement<QuarantineRow>('quarantine.by-id', `${SELECT} WHERE q.id = $1`);

@Injectable()
export class QuarantineReader {
  constructor(private readonly database: Database) {}

  list(request: PageRequest, { feed, status, q }: QuarantineFilters): Promise<Page<QuarantineRow>> {
    return this.database.list(LIST, request, [feed ?? null, status ?? null, q ?? null]);
  }

  /** Returns the refused item; throws 'quarantined-item-not-found'. */
  async get(id: string, tx?: Tx): Promise<QuarantineRow> {
    const row = tx ? await tx.one(BY_ID, [id]) : await this.database.readOne(BY_ID, [id]);
    if (row !== undefined) return row;
    throw new DomainError('not-found', 'quarantined-item-not-found', 'Nothing in quarantine has this id.');
  }
}
