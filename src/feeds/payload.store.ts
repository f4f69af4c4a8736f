import { createHash } from 'node:crypto';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { newId } from '../kernel/id.js';

export interface Payload {
  readonly feed: string;
  readonly bytes: Buffer;
  readonly contentType?: string;
}

export interface StoredPayload {
  readonly id: string;
  readonly sha256: string;
}

const STORE = statement<{ id: string }>(
  'feed-payloads.store',
  `WITH known AS (SELECT id FROM feed_payload WHERE feed = $2 AND sha256 = $3),
     stored AS (
       INSERT INTO feed_payload (id, feed, sha256, bytes, size_bytes, content_type, received_at)
       SELECT $1, $2, $3, $4, $5, $6, $7 WHERE NOT EXISTS (SELECT FROM known)
       ON CONFLICT (feed, sha256) DO UPDATE SET content_type = feed_payload.content_type
       RETURNING id)
   SELECT id FROM known UNION ALL SELECT id FROM stored`,
);
const BYTES = statement<{ bytes: Buffer }>('feed-payloads.bytes', 'SELECT bytes FROM feed_payload WHERE id = $1');
/** Read for that very moment; or, where it was just taken, with nothing else from the feed since: a source may go back to old words. */
const KNOWN = statement<{ id: string }>(
  'feed-payloads.known',
  `SELECT r.id FROM feed_run r WHERE r.payload_id = $1 AND r.status = 'SUCCEEDED' AND (r.as_of = $2
     OR $3 AND r.as_of <= $2 AND NOT EXISTS (
       SELECT FROM feed_run o WHERE o.feed = r.feed AND o.status = 'SUCCEEDED' AND o.payload_id <> r.payload_id
         AND (o.created_at, o.id) > (r.created_at, r.id)))
   LIMIT 1`,
);

/** Keeps the bytes once per content and returns under which id. */
export async function storePayload(tx: Tx, payload: Payload, receivedAt: Date): Promise<StoredPayload> {
  const { feed, bytes, contentType } = payload;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const row = await tx.one(STORE, [newId(), feed, sha256, bytes, bytes.byteLength, contentType ?? null, receivedAt]);
  if (row === undefined) throw new TypeError('The payload was not stored');
  return { id: row.id, sha256 };
}

/** Returns the bytes as they came; throws where there are none. */
export async function payloadBytes(tx: Tx, payloadId: string): Promise<Buffer> {
  const row = await tx.one(BYTES, [payloadId]);
  if (row === undefined) throw new TypeError(`There is no payload ${payloadId}`);
  return row.bytes;
}

/** Whether reading this content as of that moment would say nothing new; `isFresh`: it was taken just now, not on a day that somebody names. */
export const isKnown = async (tx: Tx, payloadId: string, asOf: Date, isFresh: boolean): Promise<boolean> =>
  (await tx.one(KNOWN, [payloadId, asOf, isFresh])) !== undefined;
