import type { Client } from 'pg';
import { linkHash } from '../../src/audit/domain/chain.js';
import { canonicalJson } from '../../src/audit/domain/canonical-json.js';
import { newId } from '../../src/kernel/id.js';

const BATCH = 10_000;

/** Writes a whole chain of so many events into an empty trail, as its owner. */
export async function fillTrail(owner: Client, events: number): Promise<void> {
  let prevHash = '0'.repeat(64);
  const at = new Date(0).toISOString();
  for (let start = 1; start <= events; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, events - start + 1) }, (_, index) => {
      const body = canonicalJson({
        id: newId(),
        kind: 'model.updated',
        subject: { type: 'model', id: newId() },
        actor: null,
      });
      const link = { position: start + index, at, body, prevHash };
      prevHash = linkHash(link);
      return { ...link, hash: prevHash };
    });
    await owner.query(
      `INSERT INTO audit_event (position, at, body, prev_hash, hash)
       SELECT position, at, body, decode("prevHash", 'hex'), decode(hash, 'hex')
       FROM json_to_recordset($1) AS row (position bigint, at timestamptz, body text, "prevHash" text, hash text)`,
      [JSON.stringify(rows)],
    );
  }
}
