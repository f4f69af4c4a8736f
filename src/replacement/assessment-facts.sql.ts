import { VENDOR_GROUPS } from '../catalogue/vendor-group.sql.js';
import { moment } from '../database/moment.js';
import { statement } from '../database/statement.js';
import type {
  BenchmarkFacts,
  DismissedFlag,
  EvaluationFacts,
  ModelFacts,
  PoolFacts,
  ReleaseFacts,
  ToolFacts,
} from './domain/facts.js';
import type { Ties } from './domain/ties.js';

/** The vendor group at the end of a chosen release's chain of bases; chains are short, and a loop ends at ten. */
const ROOTS = `
  root AS (
    WITH RECURSIVE down AS (
      SELECT r.id, r.vendor_id, r.base_key, 0 AS depth FROM chosen r
      UNION ALL
      SELECT down.id, b.vendor_id, b.base_key, down.depth + 1
      FROM down JOIN release b ON b.key_norm = lower(down.base_key) WHERE down.depth < 10)
    SELECT DISTINCT ON (down.id) down.id, g.slug AS "group" FROM down JOIN vendor_group g ON g.id = down.vendor_id
    ORDER BY down.id, down.depth DESC)`;

/** Releases named ($1) and, unless they alone are wanted ($3), all of the kinds in use, as they were known at $2, with the source of each fact. */
export const RELEASES = statement<ReleaseFacts>(
  'assessment.releases',
  `WITH chosen AS (
    SELECT * FROM release r
    WHERE r.id = ANY ($1::uuid[])
       OR NOT $3::boolean AND r.first_seen_at <= $2 AND r.status <> 'RETIRED'
         AND r.kind IN (SELECT u.kind FROM model m JOIN release u ON u.id = m.release_id)),
  ${VENDOR_GROUPS}, ${ROOTS},
  packagings AS (
    SELECT a.release_id, jsonb_agg(jsonb_build_object('hubId', a.hub_id, 'quantisation', a.quantisation)) AS artifacts
    FROM artifact a JOIN chosen ON chosen.id = a.release_id GROUP BY a.release_id)
  SELECT r.id, r.key, r.display_name AS "displayName", jsonb_strip_nulls(
      jsonb_build_object('slug', v.slug, 'name', v.name, 'country', v.country, 'group', g.slug)) AS vendor, r.kind, r.family, r.generation, r.function, r.tier,
    r.post_training AS "postTraining", r.status, r.first_seen_at::text AS "firstSeenAt",
    CASE WHEN r.release_date IS NOT NULL
      THEN jsonb_build_object('date', r.release_date, 'precision', r.release_date_precision) END AS "releaseDate",
    r.total_params_b AS "totalParamsB", r.active_params_b AS "activeParamsB", r.context_tokens AS "contextTokens",
    r.input_modalities AS "inputModalities", r.output_modalities AS "outputModalities", r.capabilities, r.languages,
    r.licence_id AS "licenceId", r.licence_class AS "licenceClass", r.licence_text_hash AS "licenceTextHash",
    r.weights_url AS "weightsUrl", r.architecture, r.price AS "pricePerMTokens", r.adoption,
    r.serving_engines AS "servingEngines", r.declared_successor_key AS "declaredSuccessor",
    r.deprecation_date AS "deprecationDate",
    CASE WHEN r.base_key IS NOT NULL THEN jsonb_build_object('key', r.base_key, 'relation', r.base_relation) END AS base,
    coalesce(p.artifacts, '[]') AS artifacts, root."group" AS "rootVendorGroup", r.sources,
    c.conclusion, r.host_votes AS "hostVotes", r.support_end AS "supportEnd"
  FROM chosen r
  JOIN vendor v ON v.id = r.vendor_id
  JOIN vendor_group g ON g.id = v.id
  LEFT JOIN root ON root.id = r.id
  LEFT JOIN packagings p ON p.release_id = r.id
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('decision', c.decision, 'conditions', c.conditions, 'at', c.concluded_at) AS conclusion
    FROM licence_conclusion c
    WHERE (c.licence_text_hash = r.licence_text_hash OR lower(c.release_key) = r.key_norm) AND c.concluded_at <= $2
    ORDER BY (c.release_key IS NULL), c.concluded_at DESC LIMIT 1) c ON true`,
);

/** Every public result of the releases given. */
export const BENCHMARKS = statement<BenchmarkFacts>(
  'assessment.benchmarks',
  `SELECT release_id AS "releaseId", benchmark, benchmark_version AS "benchmarkVersion", metric, harness, mode, score,
     higher_is_better AS "higherIsBetter", source, source_ref AS "sourceRef", measured_on AS "measuredOn",
     source <> 'vendor' AS independent
   FROM benchmark_result WHERE release_id = ANY($1::uuid[])`,
);

/** Models that are not retired or served a tool at $1; with the licence under which each was registered. */
export const MODELS = statement<ModelFacts>(
  'assessment.models',
  `SELECT id, name, release_id AS "releaseId", lifecycle, hosting, quantisation, gpu_pool_id AS "gpuPoolId",
     accepted_licence AS "acceptedLicence"
   FROM model m WHERE lifecycle <> 'RETIRED'
     OR EXISTS (SELECT FROM assignment a WHERE a.model_id = m.id AND a.valid_from <= $1 AND (a.valid_to IS NULL OR a.valid_to > $1))
   ORDER BY id`,
);

/** Tools that are not retired, with their primary and fallback model at $1; $2 names some of them. */
export const TOOLS = statement<ToolFacts>(
  'assessment.tools',
  `WITH standing AS (
     SELECT id, tool_id, model_id, purpose, valid_from FROM assignment
     WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1) AND ($2::uuid[] IS NULL OR tool_id = ANY ($2))),
   first_fallback AS (
     SELECT DISTINCT ON (tool_id) tool_id, model_id FROM standing WHERE purpose = 'FALLBACK'
     ORDER BY tool_id, valid_from, id)
   SELECT t.id, t.name, t.task, t.materiality, t.data_class AS "dataClass",
     jsonb_strip_nulls(jsonb_build_object('minContextTokens', t.min_context_tokens, 'languages', t.languages,
       'capabilities', t.capabilities, 'inputModalities', t.input_modalities)) AS requirements,
     t.coupling, t.usage, p.model_id AS "modelId", f.model_id AS "fallbackModelId"
   FROM tool t
   LEFT JOIN standing p ON p.tool_id = t.id AND p.purpose = 'PRIMARY'
   LEFT JOIN first_fallback f ON f.tool_id = t.id
   WHERE (t.retired_at IS NULL OR t.retired_at > $1) AND ($2::uuid[] IS NULL OR t.id = ANY ($2)) ORDER BY t.id`,
);

export const POOLS = statement<PoolFacts>(
  'assessment.pools',
  `SELECT id, name, gpu_type AS "gpuType", gpu_count AS "gpuCount", memory_gb_per_gpu AS "memoryGbPerGpu"
   FROM gpu_pool ORDER BY id`,
);

/** Own evaluations that were recorded until $1. */
export const EVALUATIONS = statement<EvaluationFacts>(
  'assessment.evaluations',
  `SELECT id, tool_id AS "toolId", golden_set_id AS "goldenSetId", champion_release_id AS "championReleaseId",
     challenger_release_id AS "challengerReleaseId", metric, higher_is_better AS "higherIsBetter", n,
     champion_score AS "championScore", challenger_score AS "challengerScore", half_width AS "halfWidth", passed,
     ${moment('ran_at')} AS "ranAt"
   FROM evaluation_run WHERE recorded_at <= $1 ORDER BY ran_at, id`,
);

/** Flags that people had dismissed for every tool by $1. */
export const DISMISSED = statement<DismissedFlag>(
  'assessment.dismissed',
  `SELECT f.model_id AS "modelId", f.candidate_release_id AS "releaseId"
   FROM replacement_flag f
   WHERE f.active AND f.state = 'DISMISSED' AND f.candidate_release_id IS NOT NULL
     AND NOT EXISTS (SELECT FROM flag_finding t WHERE t.flag_id = f.id AND t.active AND t.decided_at > $1)`,
);

/** Models with a flag that names one of the releases ($1), or a row that holds for one of the tools ($2). */
export const MODELS_FLAGGED = statement<{ modelId: string }>(
  'assessment.models-flagged',
  `SELECT model_id AS "modelId" FROM replacement_flag
   WHERE candidate_release_id = ANY ($1::uuid[]) OR superseded_by = ANY ($1::uuid[]) OR ranked_candidates && $1::uuid[]
   UNION SELECT f.model_id FROM flag_finding t JOIN replacement_flag f ON f.id = t.flag_id
   WHERE t.tool_id = ANY ($2::uuid[]) AND t.active`,
);

/** Models with a flag whose snooze or cool-down has ended by $1. */
export const MODELS_DUE = statement<{ modelId: string }>(
  'assessment.models-due',
  `SELECT DISTINCT f.model_id AS "modelId" FROM replacement_flag f JOIN flag_finding t ON t.flag_id = f.id AND t.active
   WHERE t.analysis_state = 'SNOOZED' AND t.snoozed_until <= $1 OR t.analysis_state = 'PENDING' AND f.not_before <= $1`,
);

/** What ties the models together, as it was when they were last assessed. */
export const LAST_TIES = statement<{ ties: Ties }>('assessment.last-ties', 'SELECT ties FROM assessment_ties');
export const KEEP_TIES = statement<never>(
  'assessment.keep-ties',
  `INSERT INTO assessment_ties (ties) VALUES ($1::jsonb) ON CONFLICT (single) DO UPDATE SET ties = excluded.ties`,
);
