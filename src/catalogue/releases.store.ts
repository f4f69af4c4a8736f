import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import type { Regrouping } from './regrouping.js';
import type { Vendors } from './vendor-directory.js';

/** When it was first seen is settled with its facts, from all its names. */
const CREATE = statement(
  'releases.create',
  `INSERT INTO release (id, key, display_name, vendor_id, first_seen_at)
   SELECT id, key, key, "vendorId", 'infinity' FROM jsonb_to_recordset($1::jsonb) r (id uuid, key text, "vendorId" uuid)`,
);
/** Keys may change places, so all step aside first. */
const STEP_ASIDE = statement('releases.step-aside', 'UPDATE release SET key = id::text WHERE id = ANY($1)');
const RENAME = statement(
  'releases.rename',
  `UPDATE release r SET key = now.key, vendor_id = now."vendorId"
   FROM jsonb_to_recordset($1::jsonb) now (id uuid, key text, "vendorId" uuid) WHERE r.id = now.id`,
);
const REDIRECT = statement(
  'releases.redirect',
  `WITH pairs AS (SELECT * FROM jsonb_to_recordset($1::jsonb) p ("from" uuid, "into" uuid)),
     led AS (UPDATE release_redirect d SET release_id = p."into" FROM pairs p WHERE d.release_id = p."from")
   INSERT INTO release_redirect (old_id, release_id) SELECT "from", "into" FROM pairs`,
);
/** Every column of the other features that refers to a release. */
const REFERENCES = statement<{ table: string; column: string }>(
  'releases.references',
  `SELECT c.conrelid::regclass::text AS table, quote_ident(a.attname) AS column
   FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
   WHERE c.contype = 'f' AND c.confrelid = 'release'::regclass AND cardinality(c.conkey) = 1
     AND c.conrelid::regclass::text NOT IN ('release_alias', 'release_fact', 'artifact', 'benchmark_result', 'release_redirect')
   ORDER BY 1, 2`,
);
/** The flag on the survivor keeps its decisions; what happened to the other one joins its history. */
const FOLD_FLAGS = [
  `WITH twin AS (${twinFlags()}) UPDATE flag_event e SET flag_id = twin.kept FROM twin WHERE e.flag_id = twin.dropped`,
  `WITH twin AS (${twinFlags()}) UPDATE swap_request r SET flag_id = twin.kept FROM twin WHERE r.flag_id = twin.dropped`,
  `WITH twin AS (${twinFlags()}) UPDATE replacement_flag f SET superseded_by = twin.kept FROM twin WHERE f.superseded_by = twin.dropped`,
  `WITH twin AS (${twinFlags()}) DELETE FROM flag_finding t USING twin WHERE t.flag_id = twin.dropped`,
  `WITH twin AS (${twinFlags()}) DELETE FROM replacement_flag f USING twin WHERE f.id = twin.dropped`,
].map((text, index) => statement(`releases.fold-flags-${index}`, text));
const DROP = statement('releases.drop', 'DELETE FROM release WHERE id = $1');
const DETACH = statement(
  'releases.detach',
  `WITH results AS (UPDATE benchmark_result SET release_id = NULL WHERE release_id = ANY($1))
   UPDATE artifact SET release_id = NULL WHERE release_id = ANY($1)`,
);

function twinFlags(): string {
  return `SELECT a.id AS dropped, b.id AS kept FROM jsonb_to_recordset($1::jsonb) p ("from" uuid, "into" uuid)
    JOIN replacement_flag a ON a.candidate_release_id = p."from"
    JOIN replacement_flag b ON b.candidate_release_id = p."into" AND b.model_id = a.model_id`;
}

/** Makes the new releases, so that names can refer to them. */
export async function createReleases(tx: Tx, plan: Regrouping, vendors: Vendors): Promise<void> {
  if (plan.created.length > 0) await tx.run(CREATE, [rows(plan.created, vendors)]);
}

/** Folds merged releases into their survivors, forgets those that nobody means or uses, and gives the rest their keys. */
export async function settleReleases(tx: Tx, plan: Regrouping, vendors: Vendors): Promise<void> {
  const gone = [...plan.merged.map(({ from }) => from), ...plan.orphaned];
  if (gone.length > 0) await tx.run(DETACH, [gone]);
  if (plan.merged.length > 0) await merge(tx, plan.merged);
  for (const id of plan.orphaned) await dropUnused(tx, id);
  if (plan.renamed.length === 0) return;
  await tx.run(STEP_ASIDE, [plan.renamed.map(({ id }) => id)]);
  await tx.run(RENAME, [rows(plan.renamed, vendors)]);
}

async function merge(tx: Tx, merged: Regrouping['merged']): Promise<void> {
  const pairs = JSON.stringify(merged);
  for (const fold of FOLD_FLAGS) await tx.run(fold, [pairs]);
  for (const { table, column } of await tx.run(REFERENCES, [])) {
    const follow = `UPDATE ${table} t SET ${column} = p."into"
      FROM jsonb_to_recordset($1::jsonb) p ("from" uuid, "into" uuid) WHERE t.${column} = p."from"`;
    await tx.run(statement(`releases.follow-${table}`, follow), [pairs]);
  }
  await tx.run(REDIRECT, [pairs]);
  for (const { from } of merged) await tx.run(DROP, [from]);
}

/** A release that a model, a flag or a request refers to stays, although no name means it any more. */
async function dropUnused(tx: Tx, id: string): Promise<void> {
  for (const { table, column } of await tx.run(REFERENCES, [])) {
    const used = statement<{ one: number }>(
      `releases.used-${table}`,
      `SELECT 1 AS one FROM ${table} WHERE ${column} = $1 LIMIT 1`,
    );
    if ((await tx.one(used, [id])) !== undefined) return;
  }
  await tx.run(FORGET_REDIRECTS, [id]);
  await tx.run(DROP, [id]);
}

const FORGET_REDIRECTS = statement('releases.forget-redirects', 'DELETE FROM release_redirect WHERE release_id = $1');

const rows = (releases: Regrouping['created'], vendors: Vendors): string =>
  JSON.stringify(releases.map(({ id, key, vendorSlug }) => ({ id, key, vendorId: vendors.idOf.get(vendorSlug) })));
