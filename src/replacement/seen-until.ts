/** How far a read has seen what others write; the next one asks only for what came after. */
export interface SeenUntil {
  /** Every transaction before this one had ended: what it wrote has been read. */
  readonly horizon: string;
  /** Which server said so: after a fail-over numbers of transactions may come again. */
  readonly server: string;
  /** The reading transaction itself may have written some of it, which may yet be undone and is not to be kept. */
  readonly hasWritten: boolean;
}

export const SERVER = 'pg_postmaster_start_time()::text';
export const HORIZON = 'pg_snapshot_xmin(pg_current_snapshot())::xid::text';

/** Whether rows of the tables were written by the reading transaction, or by one that began to write after it. */
export const hasWritten = (...tables: readonly string[]): string =>
  `(pg_current_xact_id_if_assigned() IS NOT NULL AND (${tables.map((table) => `EXISTS (SELECT FROM ${table} WHERE age(xmin) <= age(pg_current_xact_id_if_assigned()::xid))`).join(' OR ')}))`;

/** Row versions that were written at or after the horizon $1, whoever wrote them and whenever they were committed. */
export const WRITTEN_SINCE = 'age(xmin) <= age($1::text::xid)';
