import { createHash } from 'node:crypto';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { newId } from '../kernel/id.js';

export interface Payload {
  readonly feed: string;
  readonly bytes: Buffer;
  readonly contentType?: string;
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface StoredPayload {
  readonly id: string;
  readonly sha256: string;
}

const STORE = statement<{ id: string }>(
  'feed-payloads.store',
  `INSERT INTO feed_payload (id, feed, sha256, bytes, size_bytes, content_type, etag, last_modified, received_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   ON CONFLICT (feed, sha256) DO UPDATE SET
     etag = coalesce(excluded.etag, feed_payload.etag),
     last_modified = coalesce(excluded.last_modified, feed_payload.last_modified)
   RETURNING id`,
);
const BYTES = statement<{ bytes: Buffer }>('feed-payloads.bytes', 'SELECT bytes FROM feed_payload WHERE id = $1');
/** A payload that was read for the same or an earlier day says nothing new. */
const KNOWN = statement<{ id: string }>(
  'feed-payloads.known',
  `SELECT id FROM feed_run WHERE payload_id = $1 AND status = 'SUCCEEDED' AND as_of <= $2 LIMIT 1`,
);

/** Keeps the bytes once per content and returns under which id. */
export async function storePayload(tx: Tx, payload: Payload, receivedAt: Date): Promise<StoredPayload> {
  const { feed, bytes, contentType, etag, lastModified } = payload;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const optional = [contentType ?? null, etag ?? null, lastModified ?? null];
  const row = await tx.one(STORE, [newId(), feed, sha256, bytes, bytes.byteLength, ...optional, receivedAt]);
  if (row === undefined) throw new TypeError('The payload was not stored');
  return { id: row.id, sha256 };
}

export const payloadBytes = async (tx: Tx, payloadId: string): Promise<Buffer | undefined> =>
  (await tx.one(BYTES, [payloadId]))?.bytes;

/** Whether this content was already recorded as of that moment or an earlier one. */
export const isKnown = async (tx: Tx, payloadId: string, asOf: Date): Promise<boolean> =>
  (await tx.one(KNOWN, [payloadId, asOf])) !== undefined;
