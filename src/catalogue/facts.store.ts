import { moment } from '../database/moment.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { groupBy } from '../kernel/group-by.js';
import { newId } from '../kernel/id.js';
import type { FactField, ReleaseFields } from './domain/release.js';
import type { FactStatus } from './domain/vocabulary.js';
import type { Identified } from './names.store.js';

/** A stored fact as precedence reads it. */
export interface StoredFact {
  readonly id: string;
  readonly releaseId: string;
  readonly subject: string;
  readonly field: FactField;
  readonly value: ReleaseFields[FactField];
  readonly source: string;
  readonly sourceRef: string;
  readonly observedAt: string;
  readonly status: FactStatus;
}

/** Of one source's words the latest counts; of two at one moment the greater, so that the order of imports leaves no trace. */
const UPSERT = statement<{ subject: string }>(
  'facts.upsert',
  `INSERT INTO release_fact AS known (id, subject, release_id, field, value, source, source_ref, observed_at, status)
   SELECT DISTINCT ON (found.subject, field, found.source, "sourceRef")
     found.id, found.subject, a.release_id, field, value, found.source, "sourceRef", "observedAt", status
   FROM jsonb_to_recordset($1::jsonb) found (id uuid, subject text, field text, value jsonb, source text,
     "sourceRef" text, "observedAt" timestamptz, status text) JOIN release_alias a ON a.subject = found.subject
   ORDER BY found.subject, field, found.source, "sourceRef", "observedAt" DESC, value DESC, status DESC
   ON CONFLICT (subject, field, source, source_ref) WHERE status <> 'MANUAL' DO UPDATE SET
     value = excluded.value, observed_at = excluded.observed_at, status = excluded.status
   WHERE (excluded.observed_at, excluded.value, excluded.status) > (known.observed_at, known.value, known.status)
   RETURNING subject`,
);
/** A correction that came with a catalogue file joins the history once. */
const ADD_MANUAL = statement<{ subject: string }>(
  'facts.add-manual',
  `INSERT INTO release_fact (id, subject, release_id, field, value, source, source_ref, observed_at, status, reason)
   SELECT found.id, found.subject, a.release_id, field, value, source, "sourceRef", "observedAt", 'MANUAL', reason
   FROM jsonb_to_recordset($1::jsonb) found (id uuid, subject text, field text, value jsonb, source text,
     "sourceRef" text, "observedAt" timestamptz, reason text) JOIN release_alias a ON a.subject = found.subject
   WHERE NOT EXISTS (SELECT FROM release_fact f WHERE f.status = 'MANUAL' AND f.subject = found.subject
     AND f.field = found.field AND f.observed_at = found."observedAt" AND f.value = found.value)
   RETURNING subject`,
);
const OF_RELEASES = statement<StoredFact>(
  'facts.of-releases',
  `SELECT id, release_id AS "releaseId", subject, field, value, source, source_ref AS "sourceRef",
     ${moment('observed_at')} AS "observedAt", status
   FROM release_fact WHERE release_id = ANY($1) AND reverted_at IS NULL
   ORDER BY release_id, field, source, source_ref, observed_at DESC, value DESC, id`,
);
const MARK_WINNERS = statement(
  'facts.mark-winners',
  `UPDATE release_fact SET wins = (id = ANY($2))
   WHERE release_id = ANY($1) AND wins IS DISTINCT FROM (id = ANY($2))`,
);

/** Stores what the observations say; returns the names of which something new is known. */
export async function storeFacts(tx: Tx, found: readonly Identified[]): Promise<readonly string[]> {
  const rows = found.filter(speaksOfRelease).flatMap(rowsOf);
  const said = rows.filter(({ status }) => status !== 'MANUAL');
  const corrected = rows.filter(({ status }) => status === 'MANUAL');
  const written = [
    ...(said.length > 0 ? await tx.run(UPSERT, [JSON.stringify(said)]) : []),
    ...(corrected.length > 0 ? await tx.run(ADD_MANUAL, [JSON.stringify(corrected)]) : []),
  ];
  return [...new Set(written.map(({ subject }) => subject))];
}

function rowsOf({ observation, subject }: Identified) {
  const { source, position, observedAt, reason = 'No reason was recorded.' } = observation;
  return observation.facts.map(({ field, value, status, sourceRef = position }) => {
    const row = { id: newId(), subject, field, value, source, sourceRef, observedAt, status };
    return status === 'MANUAL' ? { ...row, reason } : row;
  });
}

/** Returns the facts that hold, by release. */
export async function loadFacts(
  tx: Tx,
  releaseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredFact[]>> {
  const facts = await tx.run(OF_RELEASES, [releaseIds]);
  return groupBy(facts, ({ releaseId }) => releaseId);
}

/** Marks the facts whose values the releases show. */
export async function markWinners(tx: Tx, releaseIds: readonly string[], winners: readonly string[]): Promise<void> {
  await tx.run(MARK_WINNERS, [releaseIds, winners]);
}

/** What a repackager's repository says of itself (dates, downloads, stored values) is not said of the release. */
const speaksOfRelease = ({ observation: { hubId }, identity }: Identified): boolean =>
  hubId === undefined || !identity.isRepackaged;
