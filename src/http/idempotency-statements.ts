import { statement } from '../database/statement.js';

/** What a first request was answered. */
export interface StoredAnswer {
  readonly fingerprint: string;
  readonly status: number;
  readonly body: string | null;
  readonly location: string | null;
  readonly version: number | null;
  readonly secret: boolean;
}

/** Held until the transaction ends, by whatever process; a crash lets go of it. */
export const KEY_LOCK = statement<{ taken: boolean }>(
  'idempotency.lock',
  `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken`,
);

export const KEY_FIND = statement<StoredAnswer>(
  'idempotency.find',
  `SELECT fingerprint, status, body, location, version, secret FROM idempotency_key
   WHERE person_id = $1 AND key = $2 AND created_at > $3`,
);

export const KEY_STORE = statement(
  'idempotency.store',
  `INSERT INTO idempotency_key (person_id, key, fingerprint, status, body, location, version, secret, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   ON CONFLICT (person_id, key) DO UPDATE SET
     fingerprint = excluded.fingerprint, status = excluded.status, body = excluded.body, location = excluded.location,
     version = excluded.version, secret = excluded.secret, created_at = excluded.created_at`,
);

/** Every new key takes a few of the outlived ones with it. */
export const KEY_PURGE = statement(
  'idempotency.purge',
  `DELETE FROM idempotency_key WHERE (person_id, key) IN (
     SELECT person_id, key FROM idempotency_key WHERE created_at <= $1 LIMIT 4 FOR UPDATE SKIP LOCKED)`,
);
