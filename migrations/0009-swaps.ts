import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SWAP_RULES } from './sql/swap-rules.js';

export class Swaps1790000000009 implements MigrationInterface {
  name = 'Swaps1790000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...SWAP_RULES, GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const STATES = `('DRAFT','SUBMITTED','UNDER_ASSESSMENT','CHANGES_REQUESTED','APPROVED','REJECTED','SCHEDULED','IN_ROLLOUT','IN_REVIEW','COMPLETED','ROLLED_BACK','CANCELLED','EXPIRED')`;

const TABLES = [
  `CREATE TABLE swap_request (
    id uuid CONSTRAINT swap_request_pk PRIMARY KEY,
    tool_id uuid NOT NULL CONSTRAINT swap_request_tool_fk REFERENCES tool (id),
    -- NULL: the tool's first primary.
    from_model_id uuid CONSTRAINT swap_request_from_fk REFERENCES model (id),
    to_release_id uuid NOT NULL CONSTRAINT swap_request_release_fk REFERENCES release (id),
    -- NULL until submission where the release is not yet a model of the portfolio.
    to_model_id uuid CONSTRAINT swap_request_to_fk REFERENCES model (id),
    fallback_model_id uuid CONSTRAINT swap_request_fallback_fk REFERENCES model (id),
    flag_id uuid CONSTRAINT swap_request_flag_fk REFERENCES replacement_flag (id),
    state text NOT NULL CONSTRAINT swap_request_state_ck CHECK (state IN ${STATES}),
    change_type text NOT NULL CONSTRAINT swap_request_change_type_ck CHECK (change_type IN ('STANDARD','NORMAL','EMERGENCY')),
    fail_over boolean NOT NULL DEFAULT false,
    requested_by uuid NOT NULL CONSTRAINT swap_request_requester_fk REFERENCES person (id),
    -- Everybody who wrote a part of it: none of them approves it.
    contributors uuid[] NOT NULL,
    revision integer NOT NULL DEFAULT 1 CONSTRAINT swap_request_revision_ck CHECK (revision > 0),
    digest text NOT NULL CONSTRAINT swap_request_digest_ck CHECK (digest ~ '^[0-9a-f]{64}$'),
    policy_version integer CONSTRAINT swap_request_policy_fk REFERENCES policy_version (version),
    justification text NOT NULL,
    rollback_plan text,
    stop_rules text,
    assessment jsonb,
    implementer_id uuid CONSTRAINT swap_request_implementer_fk REFERENCES person (id),
    window_from timestamptz,
    window_to timestamptz,
    stage text CONSTRAINT swap_request_stage_ck CHECK (stage IN ('SHADOW','CANARY','FULL')),
    submitted_at timestamptz,
    approved_at timestamptz,
    expires_at timestamptz,
    moved_at timestamptz,
    review_due_at timestamptz,
    finished_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT swap_request_other_model_ck CHECK (to_model_id <> from_model_id),
    CONSTRAINT swap_request_fallback_ck CHECK (fallback_model_id <> to_model_id),
    CONSTRAINT swap_request_requester_ck CHECK (requested_by = ANY (contributors)),
    CONSTRAINT swap_request_window_ck CHECK ((window_from IS NULL) = (window_to IS NULL) AND window_from < window_to),
    CONSTRAINT swap_request_fail_over_ck CHECK (NOT fail_over OR change_type = 'EMERGENCY'),
    CONSTRAINT swap_request_submitted_ck CHECK (state IN ('DRAFT','CANCELLED')
      OR (to_model_id IS NOT NULL AND policy_version IS NOT NULL AND submitted_at IS NOT NULL)),
    CONSTRAINT swap_request_implementer_ck CHECK (state NOT IN ('SCHEDULED','IN_ROLLOUT','IN_REVIEW','COMPLETED') OR implementer_id IS NOT NULL),
    CONSTRAINT swap_request_finished_ck CHECK ((finished_at IS NOT NULL) = (state IN ('REJECTED','COMPLETED','ROLLED_BACK','CANCELLED','EXPIRED')))
  )`,
  `CREATE INDEX swap_request_tool_ix ON swap_request (tool_id, created_at)`,
  `CREATE INDEX swap_request_state_ix ON swap_request (state, created_at)`,
  `CREATE INDEX swap_request_flag_ix ON swap_request (flag_id)`,
  `CREATE TABLE swap_approval (
    id uuid CONSTRAINT swap_approval_pk PRIMARY KEY,
    swap_request_id uuid NOT NULL CONSTRAINT swap_approval_request_fk REFERENCES swap_request (id),
    revision integer NOT NULL,
    digest text NOT NULL,
    approver_id uuid NOT NULL CONSTRAINT swap_approval_person_fk REFERENCES person (id),
    as_role text NOT NULL CONSTRAINT swap_approval_role_ck CHECK (as_role IN ('MANAGER','VALIDATOR')),
    purpose text NOT NULL CONSTRAINT swap_approval_purpose_ck CHECK (purpose IN ('APPROVAL','REVIEW')),
    token_id uuid,
    comment text,
    approved_at timestamptz NOT NULL,
    voided_at timestamptz,
    void_reason text,
    CONSTRAINT swap_approval_void_ck CHECK ((voided_at IS NULL) = (void_reason IS NULL))
  )`,
  `CREATE UNIQUE INDEX swap_approval_once_uq ON swap_approval (swap_request_id, revision, approver_id) WHERE voided_at IS NULL`,
  `CREATE TABLE swap_evidence (
    id uuid CONSTRAINT swap_evidence_pk PRIMARY KEY,
    swap_request_id uuid NOT NULL CONSTRAINT swap_evidence_request_fk REFERENCES swap_request (id),
    kind text NOT NULL CONSTRAINT swap_evidence_kind_ck CHECK (kind IN ('LINK','FILE','EVALUATION')),
    title text NOT NULL,
    url text,
    evaluation_run_id uuid,
    file_name text,
    media_type text,
    bytes bytea CONSTRAINT swap_evidence_size_ck CHECK (octet_length(bytes) BETWEEN 1 AND 10485760),
    size_bytes integer,
    sha256 text NOT NULL CONSTRAINT swap_evidence_sha256_ck CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    attached_by uuid NOT NULL CONSTRAINT swap_evidence_person_fk REFERENCES person (id),
    attached_at timestamptz NOT NULL,
    CONSTRAINT swap_evidence_content_ck CHECK (CASE kind
      WHEN 'LINK' THEN url IS NOT NULL AND evaluation_run_id IS NULL AND bytes IS NULL
      WHEN 'EVALUATION' THEN evaluation_run_id IS NOT NULL AND url IS NULL AND bytes IS NULL
      ELSE bytes IS NOT NULL AND media_type IS NOT NULL AND file_name IS NOT NULL AND size_bytes = octet_length(bytes)
        AND sha256 = encode(sha256(bytes), 'hex') AND url IS NULL AND evaluation_run_id IS NULL END),
    CONSTRAINT swap_evidence_once_uq UNIQUE (swap_request_id, kind, sha256)
  )`,
  `CREATE TABLE swap_comment (
    id uuid CONSTRAINT swap_comment_pk PRIMARY KEY,
    swap_request_id uuid NOT NULL CONSTRAINT swap_comment_request_fk REFERENCES swap_request (id),
    author_id uuid NOT NULL CONSTRAINT swap_comment_person_fk REFERENCES person (id),
    text text NOT NULL,
    at timestamptz NOT NULL
  )`,
  `CREATE INDEX swap_comment_request_ix ON swap_comment (swap_request_id, at)`,
  `CREATE TABLE swap_event (
    id uuid CONSTRAINT swap_event_pk PRIMARY KEY,
    swap_request_id uuid NOT NULL CONSTRAINT swap_event_request_fk REFERENCES swap_request (id),
    at timestamptz NOT NULL,
    actor_id uuid CONSTRAINT swap_event_person_fk REFERENCES person (id),
    action text NOT NULL,
    from_state text CONSTRAINT swap_event_from_ck CHECK (from_state IN ${STATES}),
    to_state text NOT NULL CONSTRAINT swap_event_to_ck CHECK (to_state IN ${STATES}),
    revision integer NOT NULL,
    comment text
  )`,
  `CREATE INDEX swap_event_request_ix ON swap_event (swap_request_id, at)`,
  `ALTER TABLE assignment ADD CONSTRAINT assignment_swap_request_fk FOREIGN KEY (swap_request_id) REFERENCES swap_request (id)`,
];

const GRANTS = `DO $$ BEGIN
  REVOKE UPDATE, DELETE ON swap_event, swap_comment FROM modelfolio_app;
  REVOKE UPDATE ON swap_evidence FROM modelfolio_app;
  REVOKE DELETE ON swap_request, swap_approval FROM modelfolio_app;
EXCEPTION WHEN undefined_object THEN NULL;
END $$`;

const DOWN = [
  `DROP TRIGGER assignment_guarded ON assignment`,
  `ALTER TABLE assignment DROP CONSTRAINT assignment_swap_request_fk`,
  `DROP TABLE swap_event, swap_comment, swap_evidence, swap_approval`,
  `DROP FUNCTION swap_is_approved(swap_request)`,
  `DROP TABLE swap_request`,
  `DROP FUNCTION assignment_guard, swap_request_guard, swap_approval_guard, swap_evidence_guard`,
];
