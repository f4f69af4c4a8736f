import type { RejectedItem } from '../catalogue/domain/release.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { newId } from '../kernel/id.js';

export interface RunOrigin {
  readonly feed: string;
  readonly runId: string;
  readonly payloadId: string;
}

const MAX_ITEM_CHARACTERS = 16_000;
const MAX_POSITION = 500;

/** A refusal that comes again is the same one; what a person decided stays decided. */
const HOLD = statement(
  'quarantine.hold',
  `INSERT INTO quarantined_item AS known (id, feed, run_id, payload_id, position, reason, item, created_at)
   SELECT DISTINCT ON (position, reason) id, $2, $3, $4, position, reason, item, $5
   FROM jsonb_to_recordset($1::jsonb) found (id uuid, position text, reason text, item jsonb)
   ORDER BY position, reason, item
   ON CONFLICT (feed, position, reason) DO UPDATE SET
     run_id = excluded.run_id, payload_id = excluded.payload_id, item = excluded.item
   WHERE known.status = 'HELD'`,
);

/** Keeps what was refused, once per feed, position and reason. */
export async function holdItems(
  tx: Tx,
  items: readonly RejectedItem[],
  { feed, runId, payloadId }: RunOrigin,
  at: Date,
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(({ position, reason, item }) => ({
    id: newId(),
    position: printable(position).slice(0, MAX_POSITION),
    reason: printable(reason).slice(0, MAX_POSITION),
    item: storable(item),
  }));
  await tx.run(HOLD, [JSON.stringify(rows), feed, runId, payloadId, at]);
}

const printable = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f\ud800-\udfff]/g, '\u00b7');

/** The item as JSON that the database takes: no NUL, no lone surrogates, no more than a page. */
export function storable(item: unknown): unknown {
  const text = JSON.stringify(item ?? null).replaceAll(/\\u0000|\\ud[89a-f][0-9a-f]{2}/gi, '\u00b7');
  return text.length <= MAX_ITEM_CHARACTERS
    ? JSON.parse(text)
    : { truncated: true, characters: text.length, begin: text.slice(0, MAX_ITEM_CHARACTERS) };
}
