import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import type { UnresolvedReason } from './release-alias.entity.js';

/** A name that stands for no release, or for one because a person said so. */
export interface AliasReviewRow {
  readonly id: string;
  readonly alias: string;
  readonly vendor: string;
  readonly unresolved: UnresolvedReason | null;
  readonly candidates: readonly string[];
  readonly sources: readonly string[];
  readonly facts: number;
  readonly benchmarks: number;
  readonly firstSeenAt: Date;
  readonly decidedKey: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly version: number;
}

export interface AliasReviewFilters {
  readonly unresolved?: UnresolvedReason;
  readonly vendor?: string;
  /** true: those that a person decided; false: those that wait. */
  readonly decided?: boolean;
  readonly q?: string;
}

export const ALIAS_REVIEW_SORTS = ['name', 'benchmarks', 'date'] as const;

const SELECT = `
  SELECT a.id, a.alias, a.vendor_slug AS vendor, a.unresolved, a.candidates, a.first_seen_at AS "firstSeenAt",
    ARRAY(SELECT DISTINCT source FROM release_fact f WHERE f.subject = a.subject
      UNION SELECT DISTINCT source FROM benchmark_result b WHERE b.subject = a.subject ORDER BY 1) AS sources,
    (SELECT count(*)::int FROM release_fact f WHERE f.subject = a.subject) AS facts,
    (SELECT count(*)::int FROM benchmark_result b WHERE b.subject = a.subject) AS benchmarks,
    a.decided_key AS "decidedKey", p.display_name AS "decidedBy", a.decided_at AS "decidedAt", a.version
  FROM release_alias a LEFT JOIN person p ON p.id = a.decided_by`;

const LIST = new List<AliasReviewRow, (typeof ALIAS_REVIEW_SORTS)[number]>({
  name: 'alias-reviews',
  select: `${SELECT}
    WHERE (a.release_id IS NULL OR a.decided_key IS NOT NULL)
      AND ($1::text IS NULL OR a.unresolved = $1)
      AND ($2::text IS NULL OR a.vendor_slug = $2)
      AND ($3::boolean IS NULL OR (a.decided_key IS NOT NULL) = $3)
      AND ($4::text IS NULL OR position(lower($4) IN a.alias_norm) > 0)`,
  filterCount: 4,
  sorts: {
    name: { expression: 'lower(alias)', type: 'text' },
    benchmarks: { expression: 'benchmarks', type: 'integer' },
    date: { expression: '"firstSeenAt"', type: 'timestamptz' },
  },
});

const BY_ID = statement<AliasReviewRow>('alias-reviews.by-id', `${SELECT} WHERE a.id = $1`);

@Injectable()
export class AliasReviewsReader {
  constructor(private readonly database: Database) {}

  list(request: PageRequest, { unresolved, vendor, decided, q }: AliasReviewFilters): Promise<Page<AliasReviewRow>> {
    return this.database.list(LIST, request, [unresolved ?? null, vendor ?? null, decided ?? null, q ?? null]);
  }

  /** Returns the name; throws 'alias-not-found'. */
  async get(id: string, tx?: Tx): Promise<AliasReviewRow> {
    const row = tx ? await tx.one(BY_ID, [id]) : await this.database.readOne(BY_ID, [id]);
    if (row === undefined) throw new DomainError('not-found', 'alias-not-found', `There is no name ${id}.`);
    return row;
  }
}
