import { releaseOfId, releaseOfKey } from '../catalogue/release-identity.sql.js';
import { fieldsOf } from '../database/entity-sql.js';
import { moment } from '../database/moment.js';
import { statement } from '../database/statement.js';
import type { DataClass, Lifecycle } from '../portfolio/domain/vocabulary.js';
import type { CheckFacts } from './domain/checks.js';
import type { DigestedContent } from './domain/digest.js';
import type { GivenApproval } from './domain/approvals.js';
import { SwapRequestEntity } from './swap-request.entity.js';

export const TOOL_OF = statement<{ toolId: string }>(
  'swaps.tool-of',
  `SELECT tool_id AS "toolId" FROM swap_request WHERE id = $1`,
);

const REQUEST = `SELECT ${fieldsOf(SwapRequestEntity)} FROM swap_request WHERE id = $1`;
export const REQUEST_SEEN = statement<SwapRequestEntity>('swaps.seen', REQUEST);
export const REQUEST_HELD = statement<SwapRequestEntity>('swaps.held', `${REQUEST} FOR UPDATE`);

/** The assignment by which a model serves a tool now. */
export interface Primary {
  readonly id: string;
  readonly modelId: string;
  readonly releaseId: string;
}

export const PRIMARY = statement<Primary>(
  'swaps.primary',
  `SELECT a.id, a.model_id AS "modelId", m.release_id AS "releaseId"
   FROM assignment a JOIN model m ON m.id = a.model_id
   WHERE a.tool_id = $1 AND a.purpose = 'PRIMARY' AND a.valid_to IS NULL`,
);

/** With whether each approver still is active in the role. */
export const APPROVALS = statement<GivenApproval>(
  'swaps.approvals-given',
  `SELECT a.approver_id AS "personId", a.as_role AS "asRole", a.purpose, a.revision, a.digest,
     a.voided_at IS NOT NULL AS voided, (p.active AND a.as_role = ANY (p.roles)) AS "holdsRole"
   FROM swap_approval a JOIN person p ON p.id = a.approver_id WHERE a.swap_request_id = $1 ORDER BY a.approved_at, a.id`,
);

export const EVIDENCE_DIGESTS = statement<DigestedContent['evidence'][number]>(
  'swaps.evidence-digests',
  `SELECT kind, sha256 FROM swap_evidence WHERE swap_request_id = $1`,
);

/** Ids under which a release was known before it was merged with its twin. */
export const FORMER_IDS = statement<{ id: string }>(
  'swaps.former-ids',
  `SELECT old_id AS id FROM release_redirect WHERE release_id = $1`,
);

export const VOID_APPROVALS = statement(
  'swaps.void-approvals',
  `UPDATE swap_approval SET voided_at = $2, void_reason = $3 WHERE swap_request_id = $1 AND voided_at IS NULL`,
);

/**
 * Requests whose base has moved: what they would replace is no longer what serves the tool. Of those whose target serves
 * by now only what was decided has to be undone.
 */
export const MOVED_BASES = statement<{ id: string }>(
  'swaps.moved-bases',
  `SELECT r.id FROM swap_request r
   LEFT JOIN assignment a ON a.tool_id = r.tool_id AND a.purpose = 'PRIMARY' AND a.valid_to IS NULL
   WHERE r.tool_id = $1 AND r.state IN ('SUBMITTED','UNDER_ASSESSMENT','APPROVED','SCHEDULED')
     AND r.from_model_id IS DISTINCT FROM a.model_id
     AND (r.to_model_id IS DISTINCT FROM a.model_id OR r.state IN ('APPROVED','SCHEDULED')
       OR EXISTS (SELECT FROM swap_approval g WHERE g.swap_request_id = r.id AND g.voided_at IS NULL))
   ORDER BY r.id`,
);

export const EXPIRED = statement<{ id: string }>(
  'swaps.expired',
  `SELECT id FROM swap_request WHERE state IN ('APPROVED','SCHEDULED') AND expires_at <= $1 ORDER BY id`,
);

/** Emergencies whose review should have been given by now, each once; $2 names one of them. */
export const OVERDUE_REVIEWS = statement<{ id: string }>(
  'swaps.overdue-reviews',
  `SELECT r.id FROM swap_request r
   WHERE r.state = 'IN_REVIEW' AND r.review_due_at < $1 AND ($2::uuid IS NULL OR r.id = $2)
     AND NOT EXISTS (SELECT FROM swap_approval a WHERE a.swap_request_id = r.id AND a.purpose = 'REVIEW' AND a.voided_at IS NULL)
     AND NOT EXISTS (SELECT FROM swap_event e WHERE e.swap_request_id = r.id AND e.action = 'review-overdue')
   ORDER BY r.id`,
);

export const SERVES = statement<{ count: number }>(
  'swaps.serves',
  `SELECT count(*)::int AS count FROM assignment WHERE model_id = $1 AND valid_to IS NULL`,
);

export const IS_ENGINEER = statement<{ id: string }>(
  'swaps.is-engineer',
  `SELECT id FROM person WHERE id = $1 AND active AND 'PLATFORM_ENGINEER' = ANY (roles)`,
);

/** The tool's tested fallbacks, the one tested last first; $2 names one of them. */
export const TESTED_FALLBACKS = statement<{ modelId: string; releaseId: string; testedAt: Date }>(
  'swaps.tested-fallbacks',
  `SELECT a.model_id AS "modelId", m.release_id AS "releaseId", a.fallback_tested_at AS "testedAt"
   FROM assignment a JOIN model m ON m.id = a.model_id
   WHERE a.tool_id = $1 AND a.purpose = 'FALLBACK' AND a.valid_to IS NULL AND a.fallback_tested_at IS NOT NULL
     AND ($2::uuid IS NULL OR a.model_id = $2)
   ORDER BY a.fallback_tested_at DESC, a.id`,
);

/** When the model that a swap made primary was last tested as a fallback of the tool. */
export const WAS_FALLBACK = statement<{ testedAt: Date | null }>(
  'swaps.was-fallback',
  `SELECT fallback_tested_at AS "testedAt" FROM assignment
   WHERE tool_id = $1 AND model_id = $2 AND purpose = 'FALLBACK' AND valid_to = $3 LIMIT 1`,
);

export const IS_FALLBACK = statement<{ id: string }>(
  'swaps.is-fallback',
  `SELECT id FROM assignment WHERE tool_id = $1 AND model_id = $2 AND valid_to IS NULL`,
);

/** A release's model that may still serve, the most settled first. */
const modelOf = (release: string): string =>
  `SELECT id FROM model WHERE release_id = ${release} AND lifecycle IN ('PROPOSED','APPROVED','IN_USE')
   ORDER BY array_position(ARRAY['IN_USE','APPROVED','PROPOSED'], lifecycle), created_at, id LIMIT 1`;

export const MODEL_OF_RELEASE = statement<{ id: string }>('swaps.model-of-release', modelOf('$1'));

interface TargetRow {
  readonly toReleaseId: string;
  readonly toModelId: string | null;
}

const targetIn = (releases: string): string =>
  `SELECT r.id AS "toReleaseId", (${modelOf('r.id')}) AS "toModelId" FROM (${releases}) r`;

export const TARGET_OF_ID = statement<TargetRow>('swaps.target-of-id', targetIn(releaseOfId('$1')));
export const TARGET_OF_KEY = statement<TargetRow>('swaps.target-of-key', targetIn(releaseOfKey('$1')));

export const MODEL_NAMES = statement<{ name: string }>('swaps.model-name', `SELECT name FROM model WHERE name = $1`);

export interface CheckRow extends Pick<CheckFacts, 'materiality' | 'evidenceCount' | 'goldenSet' | 'fallback'> {
  readonly dataClass: DataClass;
  /** Null while the release is not a model of the portfolio. */
  readonly target: { readonly lifecycle: Lifecycle; readonly maxDataClass: DataClass } | null;
}

interface Asked {
  readonly request: string;
  readonly release: string;
  readonly model: string;
  readonly fallback: string;
}

/**
 * What the checks of a request read of the tool t and of the swap: the evidence, the last run of the golden set against
 * the model in use, and the named fallback, else the one tested last beside the target. One JSON object.
 */
export const checkFacts = ({ request, release, model, fallback }: Asked): string =>
  `json_build_object('materiality', t.materiality, 'dataClass', t.data_class,
     'evidenceCount', (SELECT count(*) FROM swap_evidence WHERE swap_request_id = ${request}),
     'goldenSet', (SELECT json_build_object('passed', e.passed, 'ranAt', ${moment('e.ran_at')})
       FROM assignment a JOIN model m ON m.id = a.model_id
       JOIN evaluation_run e ON e.tool_id = a.tool_id AND e.champion_release_id = m.release_id
       WHERE a.tool_id = t.id AND a.purpose = 'PRIMARY' AND a.valid_to IS NULL AND e.challenger_release_id = ${release}
       ORDER BY e.ran_at DESC, e.id DESC LIMIT 1),
     'fallback', (SELECT json_build_object('name', m.name, 'testedAt', ${moment('a.fallback_tested_at')})
       FROM model m
       LEFT JOIN assignment a ON a.model_id = m.id AND a.tool_id = t.id AND a.purpose = 'FALLBACK' AND a.valid_to IS NULL
       WHERE CASE WHEN ${fallback}::uuid IS NULL THEN a.id IS NOT NULL ELSE m.id = ${fallback} END
         AND m.id IS DISTINCT FROM ${model}::uuid
       ORDER BY a.fallback_tested_at DESC NULLS LAST, m.id LIMIT 1),
     'target', (SELECT json_build_object('lifecycle', m.lifecycle, 'maxDataClass', m.max_data_class)
       FROM model m WHERE m.id = ${model}))`;

export const CHECK_FACTS = statement<{ facts: CheckRow }>(
  'swaps.check-facts',
  `SELECT ${checkFacts({ request: '$2', release: '$3', model: '$4', fallback: '$5' })} AS facts FROM tool t WHERE t.id = $1`,
);
