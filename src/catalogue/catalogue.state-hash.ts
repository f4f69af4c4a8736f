import { createHash } from 'node:crypto';
import type { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { Tx } from '../database/tx.js';

/** Ids, versions and the moments of writing differ between two databases that know the same. */
const WITHOUT = `- 'id' - 'version' - 'created_at' - 'updated_at' - 'release_id' - 'vendor_id' - 'recorded_by'`;

const table = (name: string, text: string): { name: string; rows: ReturnType<typeof statement<{ line: string }>> } => ({
  name,
  rows: statement<{ line: string }>(
    `state-hash.${name}`,
    `SELECT line::text COLLATE "C" AS line FROM (${text}) l ORDER BY 1`,
  ),
});

const TABLES = [
  table(
    'release',
    `SELECT to_jsonb(r) ${WITHOUT} || jsonb_build_object('vendor', v.slug) AS line FROM release r JOIN vendor v ON v.id = r.vendor_id`,
  ),
  ...['release_alias', 'release_fact', 'artifact', 'benchmark_result'].map((name) =>
    table(
      name,
      `SELECT to_jsonb(t) ${WITHOUT} || jsonb_build_object('release', r.key) AS line FROM ${name} t LEFT JOIN release r ON r.id = t.release_id`,
    ),
  ),
];

/** Returns a SHA-256 of all that the catalogue knows: two catalogues of one hash are equal but for ids and versions. */
export async function catalogueStateHash(source: Database | Tx): Promise<string> {
  const hash = createHash('sha256');
  for (const { name, rows } of TABLES) {
    hash.update(`${name}\n`);
    for (const { line } of await (source instanceof Tx ? source.run(rows, []) : source.read(rows, [])))
      hash.update(`${line}\n`);
  }
  return hash.digest('hex');
}
