import { statement, type Statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { newId } from '../kernel/id.js';
import { QUANTISATION_BITS } from './domain/vocabulary.js';
import type { FoundArtifact } from './domain/release.js';
import type { Identified } from './names.store.js';

interface Written {
  readonly subject: string;
}

const ARTIFACTS = statement<Written>(
  'evidence.artifacts',
  `INSERT INTO artifact AS known (id, subject, hub_id, quantisation, bits, size_bytes, source, first_seen_at)
   SELECT DISTINCT ON (subject, "hubId", quantisation) id, subject, "hubId", quantisation, bits, "sizeBytes", source, "observedAt"
   FROM jsonb_to_recordset($1::jsonb) found (id uuid, subject text, "hubId" text, quantisation text, bits double precision,
     "sizeBytes" bigint, source text, "observedAt" timestamptz)
   ORDER BY subject, "hubId", quantisation, "observedAt", source, "sizeBytes" DESC NULLS LAST
   ON CONFLICT (subject, hub_id, quantisation) DO UPDATE SET
     size_bytes = greatest(known.size_bytes, excluded.size_bytes),
     source = CASE WHEN (excluded.first_seen_at, excluded.source) < (known.first_seen_at, known.source) THEN excluded.source ELSE known.source END,
     first_seen_at = least(known.first_seen_at, excluded.first_seen_at)
   WHERE known.size_bytes IS DISTINCT FROM greatest(known.size_bytes, excluded.size_bytes)
     OR (excluded.first_seen_at, excluded.source) < (known.first_seen_at, known.source)
   RETURNING subject`,
);
/** A result that was only seen again is no news. */
const RESULTS = statement<Written>(
  'evidence.results',
  `WITH found AS (
     SELECT DISTINCT ON (subject, benchmark, "benchmarkVersion", metric, harness, mode, source) *
     FROM jsonb_to_recordset($1::jsonb) f (id uuid, subject text, benchmark text, "benchmarkVersion" text, metric text,
       harness text, mode text, score double precision, "higherIsBetter" boolean, source text, "sourceRef" text,
       "measuredOn" date, "observedAt" timestamptz)
     ORDER BY subject, benchmark, "benchmarkVersion", metric, harness, mode, source, "observedAt" DESC, score DESC, "sourceRef" DESC),
   before AS (
     SELECT k.id, k.score FROM benchmark_result k JOIN found f ON k.subject = f.subject AND k.benchmark = f.benchmark
       AND k.benchmark_version = f."benchmarkVersion" AND k.metric = f.metric AND k.harness = f.harness
       AND k.mode = f.mode AND k.source = f.source),
   written AS (
     INSERT INTO benchmark_result AS known (id, subject, benchmark, benchmark_version, metric, harness, mode, score,
       higher_is_better, source, source_ref, measured_on, observed_at)
     SELECT id, subject, benchmark, "benchmarkVersion", metric, harness, mode, score, "higherIsBetter", source,
       "sourceRef", "measuredOn", "observedAt" FROM found
     ON CONFLICT (subject, benchmark, benchmark_version, metric, harness, mode, source) DO UPDATE SET
       score = excluded.score, higher_is_better = excluded.higher_is_better, source_ref = excluded.source_ref,
       measured_on = excluded.measured_on, observed_at = excluded.observed_at
     WHERE (excluded.observed_at, excluded.score, excluded.source_ref) > (known.observed_at, known.score, known.source_ref)
     RETURNING id, subject, score)
   SELECT w.subject FROM written w LEFT JOIN before b ON b.id = w.id WHERE b.score IS DISTINCT FROM w.score`,
);

const KEYS = {
  artifact: 'hub_id, e.quantisation',
  benchmark_result: 'benchmark, e.benchmark_version, e.metric, e.harness, e.mode, e.source',
} as const;
const BEST = {
  artifact: 'e.size_bytes DESC NULLS LAST, e.first_seen_at, e.subject',
  benchmark_result: 'e.observed_at DESC, e.score DESC, e.source_ref DESC, e.subject',
} as const;

/** One row of what several names of a release say of the same thing counts; the others wait with no release. */
const counts = (table: keyof typeof KEYS): readonly Statement<{ releaseId: string }>[] => {
  const ranked = `WITH ranked AS (
    SELECT e.id, a.release_id, row_number() OVER (PARTITION BY a.release_id, e.${KEYS[table]} ORDER BY ${BEST[table]}) = 1 AS best
    FROM ${table} e JOIN release_alias a ON a.subject = e.subject WHERE a.release_id = ANY($1) OR e.release_id = ANY($1))`;
  return [
    statement(
      `evidence.${table}.release`,
      `${ranked} UPDATE ${table} e SET release_id = NULL FROM ranked r
       WHERE e.id = r.id AND e.release_id IS NOT NULL AND (NOT r.best OR e.release_id IS DISTINCT FROM r.release_id)`,
    ),
    statement(
      `evidence.${table}.count`,
      `${ranked} UPDATE ${table} e SET release_id = r.release_id FROM ranked r
       WHERE e.id = r.id AND r.best AND e.release_id IS DISTINCT FROM r.release_id
       RETURNING e.release_id AS "releaseId"`,
    ),
  ];
};
const COUNTING = [...counts('artifact'), ...counts('benchmark_result')];

/** Stores packagings and results under the names they came with; returns the names that something new is known of. */
export async function storeEvidence(tx: Tx, found: readonly Identified[]): Promise<readonly string[]> {
  const artifacts = found.flatMap((item) => item.observation.artifacts.map((artifact) => artifactRow(item, artifact)));
  const results = found.flatMap(({ observation: { benchmarks, source, observedAt }, subject }) =>
    benchmarks.map((result) => ({ ...result, id: newId(), subject, source, observedAt })),
  );
  const written = [
    ...(artifacts.length > 0 ? await tx.run(ARTIFACTS, [JSON.stringify(artifacts)]) : []),
    ...(results.length > 0 ? await tx.run(RESULTS, [JSON.stringify(results)]) : []),
  ];
  return written.map(({ subject }) => subject);
}

/** Lets packagings and results count for the releases that their names mean by now; returns those that gained some. */
export async function attachEvidence(tx: Tx, releaseIds: readonly string[]): Promise<readonly string[]> {
  const gained: string[] = [];
  for (const each of COUNTING) gained.push(...(await tx.run(each, [releaseIds])).map(({ releaseId }) => releaseId));
  return gained;
}

const artifactRow = (
  { observation: { source, observedAt }, subject }: Identified,
  artifact: FoundArtifact,
): object => ({
  ...artifact,
  id: newId(),
  subject,
  bits: QUANTISATION_BITS[artifact.quantisation],
  source,
  observedAt,
});
