import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import type { Materiality } from '../portfolio/domain/vocabulary.js';
import { awaits } from './swap-awaiting.sql.js';
import type { SwapAssessment } from './domain/swap-assessment.js';
import type { ApprovalPurpose, ApproverRole, ChangeType, EvidenceKind, Stage, SwapState } from './domain/vocabulary.js';

export interface PersonName {
  readonly id: string;
  readonly displayName: string;
}

export interface ModelName {
  readonly id: string;
  readonly name: string;
  readonly lifecycle: string;
}

export interface ReleaseName {
  readonly id: string;
  readonly key: string;
  readonly displayName: string;
}

export interface SwapListRow {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  readonly state: SwapState;
  readonly changeType: ChangeType;
  readonly failOver: boolean;
  readonly tool: { readonly id: string; readonly name: string; readonly materiality: Materiality };
  readonly from: { readonly model: ModelName; readonly release: ReleaseName } | null;
  readonly to: { readonly model: ModelName | null; readonly release: ReleaseName };
  readonly requestedBy: PersonName;
  readonly implementer: PersonName | null;
  readonly stage: Stage | null;
  readonly approvals: number;
  readonly reviewDueAt: Date | null;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface SwapRow extends SwapListRow {
  readonly digest: string;
  readonly flagId: string | null;
  readonly fallback: ModelName | null;
  readonly policyVersion: number | null;
  readonly justification: string;
  readonly rollbackPlan: string | null;
  readonly stopRules: string | null;
  readonly assessment: SwapAssessment | null;
  readonly windowFrom: Date | null;
  readonly windowTo: Date | null;
  readonly submittedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly movedAt: Date | null;
  readonly finishedAt: Date | null;
}

export interface ApprovalRow {
  readonly approver: PersonName;
  readonly asRole: ApproverRole;
  readonly purpose: ApprovalPurpose;
  readonly revision: number;
  readonly digest: string;
  readonly comment: string | null;
  readonly throughToken: boolean;
  readonly holdsRole: boolean;
  readonly approvedAt: Date;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
}

export interface EvidenceRow {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly url: string | null;
  readonly evaluationRunId: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly sizeBytes: number | null;
  readonly sha256: string;
  readonly attachedBy: PersonName;
  readonly attachedAt: Date;
}

export interface CommentRow {
  readonly id: string;
  readonly author: PersonName;
  readonly text: string;
  readonly at: Date;
}

export interface StepRow {
  readonly at: Date;
  readonly actor: PersonName | null;
  readonly action: string;
  readonly fromState: SwapState | null;
  readonly toState: SwapState;
  readonly revision: number;
  readonly comment: string | null;
}

const person = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN jsonb_build_object('id', ${alias}.id, 'displayName', ${alias}.display_name) END`;
const model = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'lifecycle', ${alias}.lifecycle) END`;
const release = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'key', ${alias}.key, 'displayName', ${alias}.display_name)`;

const COLUMNS = `
  r.id, r.version, r.revision, r.state, r.change_type AS "changeType", r.fail_over AS "failOver",
  jsonb_build_object('id', t.id, 'name', t.name, 'materiality', t.materiality) AS tool,
  CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('model', ${model('f')}, 'release', ${release('fr')}) END AS "from",
  jsonb_build_object('model', ${model('m')}, 'release', ${release('tr')}) AS "to",
  ${person('q')} AS "requestedBy", ${person('i')} AS implementer, r.stage,
  (SELECT count(*)::int FROM swap_approval a WHERE a.swap_request_id = r.id AND a.voided_at IS NULL
     AND a.revision = r.revision AND a.digest = r.digest AND a.purpose = 'APPROVAL') AS approvals,
  r.review_due_at AS "reviewDueAt", r.expires_at AS "expiresAt", r.created_at AS "createdAt", r.updated_at AS "updatedAt"`;

const FROM = `
  FROM swap_request r
  JOIN tool t ON t.id = r.tool_id
  LEFT JOIN model f ON f.id = r.from_model_id
  LEFT JOIN release fr ON fr.id = f.release_id
  LEFT JOIN model m ON m.id = r.to_model_id
  JOIN release tr ON tr.id = r.to_release_id
  JOIN person q ON q.id = r.requested_by
  LEFT JOIN person i ON i.id = r.implementer_id`;

const CALLER = { id: '$4::uuid', teams: '$5::text[]', roles: '$6::text[]' };

export const SWAP_SORTS = ['createdAt', 'updatedAt', 'tool'] as const;

/** $1 state, $2 tool, $3 text, $4–$6 whose turn it is. */
export const SWAPS = new List<SwapListRow, (typeof SWAP_SORTS)[number]>({
  name: 'swaps.list',
  filterCount: 6,
  select: `SELECT ${COLUMNS} ${FROM}
    WHERE ($1::text[] IS NULL OR r.state = ANY ($1))
      AND ($2::uuid IS NULL OR r.tool_id = $2)
      AND ($3::text IS NULL OR position(lower($3) IN lower(t.name || ' ' || tr.display_name || ' ' || r.justification)) > 0)
      AND ($4::uuid IS NULL OR ${awaits(CALLER)})`,
  sorts: {
    createdAt: { expression: '"createdAt"', type: 'timestamptz' },
    updatedAt: { expression: '"updatedAt"', type: 'timestamptz' },
    tool: { expression: `lower(tool ->> 'name')`, type: 'text' },
  },
});

export const SWAP = statement<SwapRow>(
  'swaps.one',
  `SELECT ${COLUMNS}, r.digest, r.flag_id AS "flagId", ${model('b')} AS fallback, r.policy_version AS "policyVersion",
     r.justification, r.rollback_plan AS "rollbackPlan", r.stop_rules AS "stopRules", r.assessment,
     r.window_from AS "windowFrom", r.window_to AS "windowTo", r.submitted_at AS "submittedAt",
     r.approved_at AS "approvedAt", r.moved_at AS "movedAt", r.finished_at AS "finishedAt"
   ${FROM} LEFT JOIN model b ON b.id = r.fallback_model_id WHERE r.id = $1`,
);

export const SWAP_APPROVALS = statement<ApprovalRow>(
  'swaps.approvals',
  `SELECT ${person('p')} AS approver, a.as_role AS "asRole", a.purpose, a.revision, a.digest, a.comment,
     a.token_id IS NOT NULL AS "throughToken", (p.active AND a.as_role = ANY (p.roles)) AS "holdsRole",
     a.approved_at AS "approvedAt", a.voided_at AS "voidedAt", a.void_reason AS "voidReason"
   FROM swap_approval a JOIN person p ON p.id = a.approver_id WHERE a.swap_request_id = $1 ORDER BY a.approved_at, a.id`,
);

export const SWAP_EVIDENCE = statement<EvidenceRow>(
  'swaps.evidence',
  `SELECT e.id, e.kind, e.title, e.url, e.evaluation_run_id AS "evaluationRunId", e.file_name AS "fileName",
     e.media_type AS "mediaType", e.size_bytes AS "sizeBytes", e.sha256, ${person('p')} AS "attachedBy",
     e.attached_at AS "attachedAt"
   FROM swap_evidence e JOIN person p ON p.id = e.attached_by WHERE e.swap_request_id = $1 ORDER BY e.attached_at, e.id`,
);

export const SWAP_COMMENTS = statement<CommentRow>(
  'swaps.comments',
  `SELECT c.id, ${person('p')} AS author, c.text, c.at
   FROM swap_comment c JOIN person p ON p.id = c.author_id WHERE c.swap_request_id = $1 ORDER BY c.at, c.id`,
);

export const SWAP_STEPS = statement<StepRow>(
  'swaps.steps',
  `SELECT e.at, ${person('p')} AS actor, e.action, e.from_state AS "fromState", e.to_state AS "toState", e.revision, e.comment
   FROM swap_event e LEFT JOIN person p ON p.id = e.actor_id WHERE e.swap_request_id = $1 ORDER BY e.at, e.id`,
);
