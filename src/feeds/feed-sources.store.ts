import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import type { Known } from './feed-fetch.js';

export interface KnownSource extends Known {
  readonly payloadId: string;
}

export const KNOWN_SOURCE = statement<KnownSource>(
  'feed-sources.known',
  `SELECT etag, last_modified AS "lastModified", payload_id AS "payloadId" FROM feed_source
   WHERE feed = $1 AND address = $2`,
);
/** When each address of these feeds was last heard. */
export const HEARD = statement<{ readonly feed: string; readonly address: string; readonly polledAt: Date }>(
  'feed-sources.heard',
  'SELECT feed, address, polled_at AS "polledAt" FROM feed_source WHERE feed = ANY($1)',
);
const REMEMBER = statement(
  'feed-sources.remember',
  `INSERT INTO feed_source (feed, address, etag, last_modified, payload_id, polled_at) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (feed, address) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified,
     payload_id = excluded.payload_id, polled_at = excluded.polled_at`,
);

/** Notes what the address answered. */
export async function rememberSource(
  tx: Tx,
  feed: string,
  address: string,
  { etag, lastModified, payloadId }: KnownSource,
  at: Date,
): Promise<void> {
  await tx.run(REMEMBER, [feed, address, etag, lastModified, payloadId, at]);
}
