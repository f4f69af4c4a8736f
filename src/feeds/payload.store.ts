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
/** A payload that was read for the same or an earlier day says nothing new. */
const KNOWN = statement<{ id: string }>(
  'feed-payloads.known',
  `SELECT id FROM feed_run WHERE payload_id = $1 AND status = 'SUCCEEDED' AND as_of <= $2 LIMIT 1`,
);

/** Keeps the bytes once per content and returns under which id. */
export async function storePayload(tx: Tx, payload: Payload, receivedAt: Date): Promise<StoredPayload> {
  const { feed, bytes, contentType } = payload;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const row = await tx.one(STORE, [newId(), feed, sha256, bytes, bytes.byteLength, contentType ?? null, receivedAt]);
  if (row === undefined) throw new TypeError('The payload was not stored');
  return { id: row.id, sha256 };
}

export const payloadBytes = async (tx: Tx, payloadId: string): Promise<Buffer | undefined> =>
  (await tx.one(BYTES, [payloadId]))?.bytes;

/** Whether this content was already recorded as of that moment or an earlier one. */
export const isKnown = async (tx: Tx, payloadId: string, asOf: Date): Promise<boolean> =>
  (await tx.one(KNOWN, [payloadId, asOf])) !== undefined;
