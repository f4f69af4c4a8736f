import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import type { ReadableReport } from './domain/readable-report.js';
import type { SnapshotFigures } from './domain/snapshot-figures.js';
import type { SnapshotCause } from './domain/vocabulary.js';

export interface SnapshotRow extends SnapshotFigures {
  readonly id: string;
  readonly cause: SnapshotCause;
  readonly asOf: Date;
  readonly takenAt: Date;
  readonly takenBy: { readonly id: string; readonly displayName: string } | null;
  readonly note: string | null;
  readonly policyVersion: number;
  readonly sha256: string;
}

export interface StoredSnapshot extends SnapshotRow {
  /** The canonical JSON that sha256 is taken of. */
  readonly body: string;
}

const COLUMNS = `s.id, s.cause, s.as_of AS "asOf", s.taken_at AS "takenAt", s.note, s.policy_version AS "policyVersion",
  s.sha256, s.lock_in_index AS "lockInIndex", s.substitutability, s.exit_readiness AS "exitReadiness",
  s.top_vendor AS "topVendor", s.top_vendor_share AS "topVendorShare", s.top_country AS "topCountry",
  s.top_country_share AS "topCountryShare", s.tools, s.models, s.breached,
  CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'displayName', p.display_name) END AS "takenBy"`;
const FROM = `FROM lock_in_snapshot s LEFT JOIN person p ON p.id = s.taken_by`;

/** $1 cause, $2 from, $3 to, $4 text. */
export const SNAPSHOTS = new List<SnapshotRow, 'asOf' | 'takenAt'>({
  name: 'lock-in.snapshots',
  filterCount: 4,
  select: `SELECT ${COLUMNS} ${FROM}
    WHERE ($1::text IS NULL OR s.cause = $1) AND ($2::timestamptz IS NULL OR s.as_of >= $2)
      AND ($3::timestamptz IS NULL OR s.as_of <= $3)
      AND ($4::text IS NULL OR position(lower($4) IN lower(coalesce(s.note, ''))) > 0)`,
  sorts: {
    asOf: { expression: '"asOf"', type: 'timestamptz' },
    takenAt: { expression: '"takenAt"', type: 'timestamptz' },
  },
});

const BY_ID = statement<StoredSnapshot>(
  'lock-in.snapshot',
  `SELECT ${COLUMNS}, s.report AS body ${FROM} WHERE s.id = $1`,
);
const LATEST = statement<Pick<SnapshotRow, 'asOf' | 'breached'>>(
  'lock-in.latest-snapshot',
  `SELECT as_of AS "asOf", breached FROM lock_in_snapshot ORDER BY as_of DESC, taken_at DESC, id DESC LIMIT 1`,
);

/** One frozen day, on the materiality basis. */
export interface TrendPoint extends Omit<SnapshotFigures, 'tools' | 'models' | 'breached'> {
  readonly asOf: Date;
  readonly policyVersion: number;
}

/** The last $1 days until $2 that were frozen, the latest snapshot of each, the oldest first. */
const TREND = statement<TrendPoint>(
  'lock-in.trend',
  `SELECT as_of AS "asOf", policy_version AS "policyVersion", lock_in_index AS "lockInIndex", substitutability,
     exit_readiness AS "exitReadiness", top_vendor AS "topVendor", top_vendor_share AS "topVendorShare",
     top_country AS "topCountry", top_country_share AS "topCountryShare"
   FROM (
     SELECT DISTINCT ON (day) *, (as_of AT TIME ZONE 'UTC')::date AS day FROM lock_in_snapshot
     WHERE $2::timestamptz IS NULL OR as_of <= $2 ORDER BY day DESC, as_of DESC, taken_at DESC, id DESC LIMIT $1) latest
   ORDER BY day`,
);

export interface SnapshotFilters {
  readonly cause?: SnapshotCause;
  readonly from?: Date;
  readonly to?: Date;
  readonly q?: string;
}

@Injectable()
export class SnapshotsReader {
  constructor(private readonly db: Database) {}

  /** Frozen reports without their bodies: the trend. */
  list(request: PageRequest, { cause, from, to, q }: SnapshotFilters): Promise<Page<SnapshotRow>> {
    return this.db.list(SNAPSHOTS, request, [cause ?? null, from ?? null, to ?? null, q ?? null]);
  }

  /** The last days that were frozen, or the last until a moment; the oldest first. */
  trend(points: number, until?: Date): Promise<readonly TrendPoint[]> {
    return this.db.read(TREND, [points, until ?? null]);
  }

  /** Throws `snapshot-not-found`. */
  async get(id: string, tx?: Tx): Promise<StoredSnapshot> {
    const row = await this.db.readOne(BY_ID, [id], tx);
    if (row === undefined)
      throw new DomainError('not-found', 'snapshot-not-found', 'There is no snapshot with this id.');
    return row;
  }

  /** The snapshot of the latest day; undefined before the first. */
  latest(tx: Tx): Promise<Pick<SnapshotRow, 'asOf' | 'breached'> | undefined> {
    return this.db.readOne(LATEST, [], tx);
  }
}

/** The frozen report; its text was written by this product and is checked by its digest in the database. */
export const reportOf = ({ body }: StoredSnapshot): ReadableReport => JSON.parse(body);
