import { statement } from '../database/statement.js';
import type { AnalysisState, Reason } from './domain/vocabulary.js';

export interface StoredFlag {
  readonly id: string;
  readonly modelId: string;
  readonly candidateReleaseId: string | null;
  readonly modelReason: string | null;
  readonly state: AnalysisState;
  readonly active: boolean;
  readonly rows: readonly StoredRows[];
}

/** Rows of a flag that say the same: hundreds of tools, few things to say. */
export interface StoredRows {
  readonly toolIds: readonly string[];
  readonly active: boolean;
  readonly analysisState: AnalysisState;
  /** Digest of what it shows. */
  readonly explanation: string;
  readonly until: string | null;
  readonly decidedScore: number | null;
  readonly decidedReasons: readonly Reason[] | null;
  readonly decidedPolicyVersion: number | null;
}

/** Holds the flags of the models against decisions of people until the transaction ends. */
export const HOLD_FLAGS = statement<{ id: string }>(
  'assessment.hold-flags',
  `SELECT id FROM replacement_flag WHERE model_id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
);

const SAME_FOR_ALIKE = `t.active, t.analysis_state, t.explanation, t.snoozed_until, t.decided_score, t.decided_reasons,
       t.decided_policy_version`;

/** The same flags with their rows; a statement of its own, because one that waits for a lock reads rows as they were before. */
export const STORED_FLAGS = statement<StoredFlag>(
  'assessment.stored-flags',
  `SELECT f.id, f.model_id AS "modelId", f.candidate_release_id AS "candidateReleaseId", f.model_reason AS "modelReason",
     f.state, f.active, coalesce(jsonb_agg(jsonb_build_object('toolIds', r.tool_ids, 'active', r.active,
       'analysisState', r.analysis_state, 'explanation', r.explanation, 'until', r.snoozed_until, 'decidedScore', r.decided_score,
       'decidedReasons', r.decided_reasons, 'decidedPolicyVersion', r.decided_policy_version))
       FILTER (WHERE r.tool_ids IS NOT NULL), '[]') AS rows
   FROM replacement_flag f LEFT JOIN LATERAL (
     SELECT array_agg(t.tool_id) AS tool_ids, ${SAME_FOR_ALIKE} FROM flag_finding t
     WHERE t.flag_id = f.id GROUP BY ${SAME_FOR_ALIKE}) r ON true
   WHERE f.model_id = ANY ($1::uuid[])
   GROUP BY f.id`,
);

/** Inserts flags, and changes those that say something else now; a flag that stays as it was keeps its version. */
export const UPSERT_FLAGS = statement<{ id: string }>(
  'assessment.upsert-flags',
  `INSERT INTO replacement_flag AS f (id, model_id, candidate_release_id, model_reason, reasons, title, severity, confidence,
     rank, not_before, superseded_by, ranked_candidates, state, active, policy_version, raised_at, assessed_at)
   SELECT n.id, n."modelId", n."candidateReleaseId", n."modelReason", n.reasons, n.title, n.severity, n.confidence,
     n.rank, n."notBefore", n."supersededBy", n."rankedCandidates", n.state, n.active, n."policyVersion", $2, $2
   FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, "modelId" uuid, "candidateReleaseId" uuid, "modelReason" text,
     reasons text[], title text, severity text, confidence text, rank integer, "notBefore" timestamptz,
     "supersededBy" uuid, "rankedCandidates" uuid[], state text, active boolean, "policyVersion" integer)
   ON CONFLICT (id) DO UPDATE SET reasons = excluded.reasons, title = excluded.title, severity = excluded.severity,
     confidence = excluded.confidence, rank = excluded.rank, not_before = excluded.not_before,
     superseded_by = excluded.superseded_by, ranked_candidates = excluded.ranked_candidates, state = excluded.state, active = excluded.active,
     policy_version = excluded.policy_version, assessed_at = excluded.assessed_at, version = f.version + 1
   WHERE (f.reasons, f.title, f.severity, f.confidence, f.rank, f.not_before, f.superseded_by,
          f.ranked_candidates, f.state, f.active, f.policy_version)
     IS DISTINCT FROM (excluded.reasons, excluded.title, excluded.severity, excluded.confidence, excluded.rank,
          excluded.not_before, excluded.superseded_by, excluded.ranked_candidates, excluded.state,
          excluded.active, excluded.policy_version)
   RETURNING f.id`,
);

/** Explanations that are new to their flags. */
export const INSERT_EXPLANATIONS = statement<never>(
  'assessment.insert-explanations',
  `INSERT INTO flag_explanation (flag_id, digest, reasons, gates, score, quality)
   SELECT n."flagId", n.digest, n.reasons, n.gates, n.score, n.quality
   FROM jsonb_to_recordset($1::jsonb) AS n ("flagId" uuid, digest text, reasons jsonb, gates jsonb, score jsonb, quality jsonb)
   ON CONFLICT DO NOTHING`,
);

/** Explanations of the flags that no row shows any more. */
export const DROP_EXPLANATIONS = statement<never>(
  'assessment.drop-explanations',
  `DELETE FROM flag_explanation e WHERE e.flag_id = ANY ($1::uuid[])
     AND NOT EXISTS (SELECT FROM flag_finding t WHERE t.flag_id = e.flag_id AND t.explanation = e.digest)`,
);

const FOUND_ROWS = `jsonb_to_recordset($1::jsonb) AS n ("flagId" uuid, "toolIds" uuid[], active boolean, "analysisState" text,
     eligibility text, severity text, confidence text, reasons text[], score double precision, explanation text),
     unnest(n."toolIds") AS tool (id)`;

export const INSERT_FLAG_TOOLS = statement<never>(
  'assessment.insert-flag-tools',
  `INSERT INTO flag_finding (flag_id, tool_id, active, analysis_state, eligibility, severity, confidence, reasons, score, explanation)
   SELECT n."flagId", tool.id, n.active, n."analysisState", n.eligibility, n.severity, n.confidence, n.reasons, n.score, n.explanation
   FROM ${FOUND_ROWS}`,
);

/** Changes rows to what they say now; what people decided stays on them. */
export const CHANGE_FLAG_TOOLS = statement<never>(
  'assessment.change-flag-tools',
  `UPDATE flag_finding t SET active = n.active, analysis_state = n."analysisState", eligibility = n.eligibility,
     severity = n.severity, confidence = n.confidence, reasons = n.reasons, score = n.score, explanation = n.explanation
   FROM ${FOUND_ROWS}
   WHERE t.flag_id = n."flagId" AND t.tool_id = tool.id`,
);

/** Rows that are no longer found keep what they showed last; only their state moves. */
export const MOVE_FLAG_TOOLS = statement<never>(
  'assessment.move-flag-tools',
  `UPDATE flag_finding t SET active = n.active, analysis_state = n."analysisState"
   FROM jsonb_to_recordset($1::jsonb) AS n ("flagId" uuid, "toolIds" uuid[], active boolean, "analysisState" text),
     unnest(n."toolIds") AS tool (id)
   WHERE t.flag_id = n."flagId" AND t.tool_id = tool.id
     AND (t.active, t.analysis_state) IS DISTINCT FROM (n.active, n."analysisState")`,
);

export const MOVE_FLAGS = statement<{ id: string }>(
  'assessment.move-flags',
  `UPDATE replacement_flag f SET active = n.active, state = n.state, assessed_at = $2, version = f.version + 1
   FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, active boolean, state text)
   WHERE f.id = n.id AND (f.active, f.state) IS DISTINCT FROM (n.active, n.state)
   RETURNING f.id`,
);

export const INSERT_EVENTS = statement<never>(
  'assessment.insert-events',
  `INSERT INTO flag_event (id, flag_id, tool_id, at, from_state, to_state, sentence)
   SELECT happened.id, n."flagId", happened."toolId", $2, n."fromState", n."toState", n.sentence
   FROM jsonb_to_recordset($1::jsonb) AS n (ids uuid[], "flagId" uuid, "toolIds" uuid[], "fromState" text, "toState" text, sentence text),
     unnest(n.ids, n."toolIds") AS happened (id, "toolId")`,
);

/** Assessments of one enterprise follow one another, on however many replicas they begin. */
export const ONE_AT_A_TIME = statement<never>(
  'assessment.one-at-a-time',
  `SELECT pg_advisory_xact_lock(hashtextextended('modelfolio.replacement.assessment', 0))`,
);
