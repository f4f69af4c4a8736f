import { moment } from '../database/moment.js';
import { statement } from '../database/statement.js';
import type { PolicyDocument } from '../policy/domain/policy.js';
import type { Check } from './domain/checks.js';
import type { SwapAssessment } from './domain/swap-assessment.js';
import type { ApprovalPurpose, ApproverRole, EvidenceKind, SwapState } from './domain/vocabulary.js';
import { modelJson, personJson, SWAP_COLUMNS, SWAP_FROM } from './swap-requests.sql.js';
import type { ModelName, PersonName, SwapListRow } from './swap-requests.sql.js';
import { checkFacts } from './swap-store.sql.js';
import type { CheckRow } from './swap-store.sql.js';

/** Moments inside the parts are RFC 3339. */
export interface ApprovalRow {
  readonly approver: PersonName;
  readonly asRole: ApproverRole;
  readonly purpose: ApprovalPurpose;
  readonly revision: number;
  readonly digest: string;
  readonly comment: string | null;
  readonly throughToken: boolean;
  /** The person still is active in that role. */
  readonly holdsRole: boolean;
  readonly approvedAt: string;
  readonly voidedAt: string | null;
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
  readonly attachedAt: string;
}

export interface CommentRow {
  readonly id: string;
  readonly author: PersonName;
  readonly text: string;
  readonly at: string;
}

export interface StepRow {
  readonly at: string;
  readonly actor: PersonName | null;
  readonly action: string;
  readonly fromState: SwapState | null;
  readonly toState: SwapState;
  readonly revision: number;
  readonly comment: string | null;
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
  /** As of its last submission, writing or approval. */
  readonly checks: readonly Check[] | null;
  /** As things stand now. */
  readonly checkFacts: CheckRow;
  readonly windowFrom: Date | null;
  readonly windowTo: Date | null;
  readonly submittedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly movedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly ownerId: string;
  readonly ownerTeam: string;
  /** As it was stored, of the version under which the request was submitted. */
  readonly policy: Partial<PolicyDocument>;
  readonly approvalsGiven: readonly ApprovalRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly comments: readonly CommentRow[];
  readonly steps: readonly StepRow[];
}

const listOf = (item: string, from: string, order: string): string =>
  `(SELECT coalesce(json_agg(${item} ORDER BY ${order}), '[]') FROM ${from})`;

const APPROVALS = listOf(
  `json_build_object('approver', ${personJson('p')}, 'asRole', a.as_role, 'purpose', a.purpose, 'revision', a.revision,
    'digest', a.digest, 'comment', a.comment, 'throughToken', a.token_id IS NOT NULL,
    'holdsRole', p.active AND a.as_role = ANY (p.roles), 'approvedAt', ${moment('a.approved_at')},
    'voidedAt', ${moment('a.voided_at')}, 'voidReason', a.void_reason)`,
  'swap_approval a JOIN person p ON p.id = a.approver_id WHERE a.swap_request_id = r.id',
  'a.approved_at, a.id',
);

const EVIDENCE = listOf(
  `json_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'url', e.url, 'evaluationRunId', e.evaluation_run_id,
    'fileName', e.file_name, 'mediaType', e.media_type, 'sizeBytes', e.size_bytes, 'sha256', e.sha256,
    'attachedBy', ${personJson('p')}, 'attachedAt', ${moment('e.attached_at')})`,
  'swap_evidence e JOIN person p ON p.id = e.attached_by WHERE e.swap_request_id = r.id',
  'e.attached_at, e.id',
);

const COMMENTS = listOf(
  `json_build_object('id', c.id, 'author', ${personJson('p')}, 'text', c.text, 'at', ${moment('c.at')})`,
  'swap_comment c JOIN person p ON p.id = c.author_id WHERE c.swap_request_id = r.id',
  'c.at, c.id',
);

const STEPS = listOf(
  `json_build_object('at', ${moment('s.at')}, 'actor', ${personJson('p')}, 'action', s.action, 'fromState', s.from_state,
    'toState', s.to_state, 'revision', s.revision, 'comment', s.comment)`,
  'swap_event s LEFT JOIN person p ON p.id = s.actor_id WHERE s.swap_request_id = r.id',
  's.at, s.id',
);

const CHECK_FACTS = checkFacts({
  ...{ request: 'r.id', release: 'r.to_release_id', model: 'r.to_model_id', fallback: 'r.fallback_model_id' },
});

/** A request with everything that hangs on it, as of one moment. */
export const SWAP = statement<SwapRow>(
  'swaps.one',
  `SELECT ${SWAP_COLUMNS}, r.digest, r.flag_id AS "flagId", ${modelJson('b')} AS fallback,
     r.policy_version AS "policyVersion", r.justification, r.rollback_plan AS "rollbackPlan", r.stop_rules AS "stopRules",
     r.assessment, r.checks, ${CHECK_FACTS} AS "checkFacts",
     r.window_from AS "windowFrom", r.window_to AS "windowTo", r.submitted_at AS "submittedAt",
     r.approved_at AS "approvedAt", r.moved_at AS "movedAt", r.finished_at AS "finishedAt",
     t.owner_id AS "ownerId", t.owner_team AS "ownerTeam",
     (SELECT v.document FROM policy_version v WHERE v.version = coalesce(r.policy_version, 1)) AS policy,
     ${APPROVALS} AS "approvalsGiven", ${EVIDENCE} AS evidence, ${COMMENTS} AS comments, ${STEPS} AS steps
   ${SWAP_FROM} LEFT JOIN model b ON b.id = r.fallback_model_id WHERE r.id = $1`,
);

export const SWAP_EVIDENCE = statement<{ evidence: readonly EvidenceRow[] }>(
  'swaps.evidence',
  `SELECT ${EVIDENCE} AS evidence FROM swap_request r WHERE r.id = $1`,
);
