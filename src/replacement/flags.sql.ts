import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import type { GateResult, QualityResult, ReasonResult, ScoreResult } from './domain/explanation.js';
import type {
  AnalysisState,
  Confidence,
  Eligibility,
  Justification,
  ModelReason,
  Reason,
  Severity,
} from './domain/vocabulary.js';

export interface FlagListRow {
  readonly id: string;
  readonly title: string;
  readonly model: { readonly id: string; readonly name: string };
  readonly candidate: { readonly releaseId: string; readonly key: string; readonly displayName: string } | null;
  readonly modelReason: ModelReason | null;
  readonly reasons: readonly Reason[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly rank: number;
  readonly state: AnalysisState;
  readonly active: boolean;
  readonly tools: number;
  readonly eligibleTools: number;
  readonly notBefore: Date | null;
  readonly raisedAt: Date;
  readonly assessedAt: Date;
  readonly policyVersion: number;
  readonly version: number;
}

export interface FlagRow extends FlagListRow {
  readonly inUseReleaseId: string;
  readonly supersededBy: FlagListRow['candidate'];
  readonly rankedCandidates: readonly NonNullable<FlagListRow['candidate']>[];
}

export interface FlagToolRow {
  readonly toolId: string;
  readonly toolName: string;
  readonly ownerName: string;
  readonly ownerTeam: string;
  readonly materiality: string;
  readonly mine: boolean;
  readonly active: boolean;
  readonly analysisState: AnalysisState;
  readonly eligibility: Eligibility | null;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly reasons: readonly ReasonResult[];
  readonly gates: readonly GateResult[];
  readonly score: ScoreResult | null;
  readonly quality: QualityResult | null;
  readonly snoozedUntil: Date | null;
  readonly justification: Justification | null;
  readonly comment: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

export interface FlagEventRow {
  readonly at: Date;
  readonly toolId: string | null;
  readonly toolName: string | null;
  readonly actor: string | null;
  readonly fromState: AnalysisState | null;
  readonly toState: AnalysisState | null;
  readonly sentence: string;
}

const SEVERITY_ORDER = `CASE f.severity WHEN 'FAIL' THEN 3 WHEN 'WARN' THEN 2 ELSE 1 END`;

const RELEASE_OBJECT = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN jsonb_build_object('releaseId', ${alias}.id, 'key', ${alias}.key, 'displayName', ${alias}.display_name) END`;

const COLUMNS = `
  f.id, f.title, jsonb_build_object('id', m.id, 'name', m.name) AS model, ${RELEASE_OBJECT('c')} AS candidate,
  f.model_reason AS "modelReason", f.reasons, f.severity, f.confidence, f.rank, f.state, f.active,
  (SELECT count(*)::int FROM flag_finding ft WHERE ft.flag_id = f.id AND ft.active) AS tools,
  (SELECT count(*)::int FROM flag_finding ft
   WHERE ft.flag_id = f.id AND ft.active AND ft.eligibility = 'ELIGIBLE') AS "eligibleTools", f.not_before AS "notBefore", f.raised_at AS "raisedAt",
  f.assessed_at AS "assessedAt", f.policy_version AS "policyVersion", f.version, ${SEVERITY_ORDER} AS severity_order`;

const FROM = `
  FROM replacement_flag f
  LEFT JOIN model m ON m.id = f.model_id
  LEFT JOIN release c ON c.id = f.candidate_release_id`;

export const FLAG_SORTS = ['severity', 'raisedAt', 'rank', 'title'] as const;

/** $1 model, $2 tool, $3 owner, $4 reason, $5 severity, $6 confidence, $7 states, $8 active, $9 person and $10 teams whose tools, $11 text. */
export const FLAGS = new List<FlagListRow, (typeof FLAG_SORTS)[number]>({
  name: 'flags',
  filterCount: 11,
  select: `SELECT ${COLUMNS} ${FROM}`,
  where: `($1::uuid IS NULL OR f.model_id = $1)
      AND ($2::uuid IS NULL OR EXISTS (SELECT FROM flag_finding ft WHERE ft.flag_id = f.id AND ft.tool_id = $2))
      AND ($3::uuid IS NULL OR EXISTS (
        SELECT FROM flag_finding ft JOIN tool t ON t.id = ft.tool_id WHERE ft.flag_id = f.id AND t.owner_id = $3))
      AND ($4::text IS NULL OR $4 = ANY (f.reasons))
      AND ($5::text IS NULL OR f.severity = $5)
      AND ($6::text IS NULL OR f.confidence = $6)
      AND ($7::text[] IS NULL OR f.state = ANY ($7))
      AND ($8::boolean IS NULL OR f.active = $8)
      AND ($9::uuid IS NULL OR EXISTS (
        SELECT FROM flag_finding ft JOIN tool t ON t.id = ft.tool_id
        WHERE ft.flag_id = f.id AND (t.owner_id = $9 OR t.owner_team = ANY ($10::text[]))))
      AND ($11::text IS NULL OR position(lower($11) IN lower(f.title)) > 0)`,
  sorts: {
    // Within one severity the flag that is first in its model's order comes first.
    severity: { expression: 'severity_order * 1000 - least(rank, 999)', type: 'integer' },
    raisedAt: { expression: '"raisedAt"', type: 'timestamptz' },
    rank: { expression: 'rank', type: 'integer' },
    title: { expression: 'lower(title)', type: 'text' },
  },
});

export const FLAG_BY_ID = statement<FlagRow>(
  'flags.by-id',
  `SELECT ${COLUMNS}, m.release_id AS "inUseReleaseId",
     ${RELEASE_OBJECT('s')} AS "supersededBy",
     (SELECT coalesce(jsonb_agg(${RELEASE_OBJECT('k')} ORDER BY o.position), '[]')
      FROM unnest(f.ranked_candidates) WITH ORDINALITY o (id, position) JOIN release k ON k.id = o.id) AS "rankedCandidates"
   ${FROM} LEFT JOIN release s ON s.id = f.superseded_by
   WHERE f.id = $1`,
);

/** $1 flag, $2 the reader's person id, $3 the reader's teams. */
export const FLAG_TOOLS = statement<FlagToolRow>(
  'flags.tools',
  `SELECT ft.tool_id AS "toolId", t.name AS "toolName", o.display_name AS "ownerName", t.owner_team AS "ownerTeam",
     t.materiality, (t.owner_id = $2 OR t.owner_team = ANY ($3::text[])) AS mine, ft.active,
     ft.analysis_state AS "analysisState", ft.eligibility, ft.severity, ft.confidence, e.reasons, e.gates, e.score,
     e.quality, ft.snoozed_until AS "snoozedUntil", ft.justification, ft.comment, d.display_name AS "decidedBy",
     ft.decided_at AS "decidedAt"
   FROM flag_finding ft
   JOIN flag_explanation e ON e.flag_id = ft.flag_id AND e.digest = ft.explanation
   JOIN tool t ON t.id = ft.tool_id
   JOIN person o ON o.id = t.owner_id
   LEFT JOIN person d ON d.id = ft.decided_by
   WHERE ft.flag_id = $1
   ORDER BY ft.active DESC, lower(t.name), t.id`,
);

export const FLAG_EVENTS = statement<FlagEventRow>(
  'flags.events',
  `SELECT e.at, e.tool_id AS "toolId", t.name AS "toolName", p.display_name AS actor, e.from_state AS "fromState",
     e.to_state AS "toState", e.sentence
   FROM flag_event e LEFT JOIN tool t ON t.id = e.tool_id LEFT JOIN person p ON p.id = e.actor_id
   WHERE e.flag_id = $1 ORDER BY e.at, e.id`,
);
