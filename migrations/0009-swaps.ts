import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Swaps1790000000009 implements MigrationInterface {
  name = 'Swaps1790000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...RULES, GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const STATES = `('DRAFT','SUBMITTED','UNDER_ASSESSMENT','CHANGES_REQUESTED','APPROVED','REJECTED','SCHEDULED','IN_ROLLOUT','IN_REVIEW','COMPLETED','ROLLED_BACK','CANCELLED','EXPIRED')`;
const EDITABLE = `('DRAFT','CHANGES_REQUESTED','SUBMITTED','UNDER_ASSESSMENT')`;
/** From here on nothing but a complete set of approvals will do. */
const DECIDED = `('APPROVED','SCHEDULED','IN_ROLLOUT','IN_REVIEW')`;

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

/** Seeds are loaded by whoever owns the tables, who says so for one transaction; nobody else passes by the rules. */
const IS_SEEDING = `(coalesce(current_setting('modelfolio.seeding', true), '') = 'on'
  AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE'))`;

const refuse = (constraint: string, message: string): string =>
  `RAISE EXCEPTION '${message}' USING ERRCODE = 'check_violation', CONSTRAINT = '${constraint}';`;

/** The rules of the state machine and of separated duties once more, for whoever writes past the application. */
const RULES = [
  // Whether everything that the policy asks for was approved for exactly this content, by people who still may.
  `CREATE FUNCTION swap_is_approved(request swap_request) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
  DECLARE
    level text;
    rule jsonb;
    managers integer;
    validators integer;
  BEGIN
    SELECT materiality INTO level FROM tool WHERE id = request.tool_id;
    IF request.fail_over THEN RETURN true; END IF;
    IF request.change_type = 'STANDARD' AND level = 'LOW' THEN
      RETURN EXISTS (
        SELECT FROM model f JOIN release fr ON fr.id = f.release_id, model t JOIN release tr ON tr.id = t.release_id
        WHERE f.id = request.from_model_id AND t.id = request.to_model_id AND t.lifecycle IN ('APPROVED','IN_USE')
          AND fr.family = tr.family AND fr.licence_class = tr.licence_class
          AND EXISTS (SELECT FROM evaluation_run e WHERE e.tool_id = request.tool_id
            AND e.champion_release_id = fr.id AND e.challenger_release_id = tr.id AND e.passed));
    END IF;
    SELECT coalesce(document #> ARRAY['approvals', level],
        CASE level WHEN 'LOW' THEN '{"approvals":1}' WHEN 'MEDIUM' THEN '{"approvals":2}' ELSE '{"approvals":2,"validator":true}' END::jsonb)
      INTO rule FROM policy_version WHERE version = request.policy_version;
    IF request.change_type = 'EMERGENCY' THEN rule := '{"approvals":1}'; END IF;
    SELECT count(*) FILTER (WHERE a.as_role = 'MANAGER'), count(*) FILTER (WHERE a.as_role = 'VALIDATOR')
      INTO managers, validators
      FROM swap_approval a JOIN person p ON p.id = a.approver_id
      WHERE a.swap_request_id = request.id AND a.purpose = 'APPROVAL' AND a.voided_at IS NULL
        AND a.revision = request.revision AND a.digest = request.digest
        AND p.active AND a.as_role = ANY (p.roles)
        AND a.approver_id <> ALL (request.contributors) AND a.approver_id IS DISTINCT FROM request.implementer_id;
    RETURN managers >= (rule ->> 'approvals')::integer
      AND validators >= CASE WHEN (rule ->> 'validator')::boolean THEN 1 ELSE 0 END;
  END $$`,
  `CREATE FUNCTION swap_request_guard() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NEW.state = 'DRAFT' AND NOT NEW.fail_over THEN RETURN NEW; END IF;
      -- One person may switch to a fallback that was tested before, and to nothing else.
      IF NEW.fail_over AND NEW.state = 'IN_REVIEW' AND NEW.review_due_at IS NOT NULL AND EXISTS (
        SELECT FROM assignment a WHERE a.tool_id = NEW.tool_id AND a.model_id = NEW.to_model_id
          AND a.purpose = 'FALLBACK' AND a.valid_to IS NULL AND a.fallback_tested_at IS NOT NULL)
      THEN RETURN NEW; END IF;
      ${refuse('swap_request_begins_ck', 'a swap request begins as a draft, a fail-over with a tested fallback')}
    END IF;
    IF (NEW.tool_id, NEW.requested_by, NEW.fail_over, NEW.created_at) IS DISTINCT FROM
       (OLD.tool_id, OLD.requested_by, OLD.fail_over, OLD.created_at) OR NOT NEW.contributors @> OLD.contributors THEN
      ${refuse('swap_request_author_ck', 'who wrote a swap request, and for which tool, does not change')}
    END IF;
    IF NEW.revision < OLD.revision OR (NEW.revision = OLD.revision AND
       (NEW.from_model_id, NEW.to_release_id, NEW.to_model_id, NEW.digest, NEW.change_type) IS DISTINCT FROM
       (OLD.from_model_id, OLD.to_release_id, OLD.to_model_id, OLD.digest, OLD.change_type)) THEN
      ${refuse('swap_request_revision_moves_ck', 'another content is another revision')}
    END IF;
    IF NEW.revision > OLD.revision AND NEW.state NOT IN ${EDITABLE} THEN
      ${refuse('swap_request_frozen_ck', 'a decided swap request does not change')}
    END IF;
    IF NEW.policy_version IS DISTINCT FROM OLD.policy_version AND
       NOT (NEW.state = 'SUBMITTED' AND OLD.state IN ('DRAFT','CHANGES_REQUESTED')) THEN
      ${refuse('swap_request_policy_ck', 'a request keeps the policy under which it was submitted')}
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state || '>' || NEW.state) NOT IN (
      'DRAFT>SUBMITTED','CHANGES_REQUESTED>SUBMITTED','SUBMITTED>UNDER_ASSESSMENT','UNDER_ASSESSMENT>CHANGES_REQUESTED',
      'UNDER_ASSESSMENT>APPROVED','UNDER_ASSESSMENT>REJECTED','APPROVED>SCHEDULED','SCHEDULED>IN_ROLLOUT',
      'SCHEDULED>IN_REVIEW','IN_ROLLOUT>IN_REVIEW','IN_REVIEW>COMPLETED','IN_ROLLOUT>ROLLED_BACK','IN_REVIEW>ROLLED_BACK',
      'DRAFT>CANCELLED','SUBMITTED>CANCELLED','UNDER_ASSESSMENT>CANCELLED','CHANGES_REQUESTED>CANCELLED',
      'APPROVED>CANCELLED','SCHEDULED>CANCELLED','APPROVED>EXPIRED','SCHEDULED>EXPIRED',
      'APPROVED>UNDER_ASSESSMENT','SCHEDULED>UNDER_ASSESSMENT') THEN
      ${refuse('swap_request_transition_ck', 'this step is not one of a swap request')}
    END IF;
    IF NEW.state <> OLD.state AND NEW.state IN ${DECIDED} AND NOT swap_is_approved(NEW) THEN
      ${refuse('swap_request_approved_ck', 'approvals for this content are missing')}
    END IF;
    IF NEW.state = 'COMPLETED' AND OLD.state <> 'COMPLETED' AND NEW.change_type = 'EMERGENCY' AND NOT EXISTS (
      SELECT FROM swap_approval a WHERE a.swap_request_id = NEW.id AND a.purpose = 'REVIEW' AND a.voided_at IS NULL
        AND a.approver_id <> ALL (NEW.contributors) AND a.approver_id IS DISTINCT FROM NEW.implementer_id) THEN
      ${refuse('swap_request_reviewed_ck', 'an emergency is reviewed by another person before it is completed')}
    END IF;
    IF NEW.implementer_id IS DISTINCT FROM OLD.implementer_id AND EXISTS (
      SELECT FROM swap_approval a WHERE a.swap_request_id = NEW.id AND a.approver_id = NEW.implementer_id AND a.voided_at IS NULL) THEN
      ${refuse('swap_request_implementer_apart_ck', 'who approved a swap cannot implement it')}
    END IF;
    RETURN NEW;
  END $$`,
  `CREATE TRIGGER swap_request_guarded BEFORE INSERT OR UPDATE ON swap_request
    FOR EACH ROW EXECUTE FUNCTION swap_request_guard()`,
  `CREATE FUNCTION swap_approval_guard() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    request swap_request;
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL OR
         (NEW.id, NEW.swap_request_id, NEW.revision, NEW.digest, NEW.approver_id, NEW.as_role, NEW.purpose, NEW.approved_at)
         IS DISTINCT FROM
         (OLD.id, OLD.swap_request_id, OLD.revision, OLD.digest, OLD.approver_id, OLD.as_role, OLD.purpose, OLD.approved_at) THEN
        ${refuse('swap_approval_final_ck', 'an approval can only be voided, once')}
      END IF;
      RETURN NEW;
    END IF;
    SELECT * INTO request FROM swap_request WHERE id = NEW.swap_request_id FOR UPDATE;
    IF NEW.approver_id = ANY (request.contributors) OR NEW.approver_id = request.implementer_id THEN
      ${refuse('swap_approval_four_eyes_ck', 'who wrote or implements a swap cannot approve it')}
    END IF;
    IF NEW.revision <> request.revision OR NEW.digest <> request.digest OR NEW.voided_at IS NOT NULL THEN
      ${refuse('swap_approval_bound_ck', 'an approval binds to the present content')}
    END IF;
    IF NOT (CASE NEW.purpose WHEN 'APPROVAL' THEN request.state IN ('UNDER_ASSESSMENT','APPROVED','SCHEDULED')
      ELSE request.state = 'IN_REVIEW' AND request.change_type = 'EMERGENCY' END) THEN
      ${refuse('swap_approval_state_ck', 'the request is not up for approval')}
    END IF;
    IF NOT EXISTS (SELECT FROM person p WHERE p.id = NEW.approver_id AND p.active AND NEW.as_role = ANY (p.roles)) THEN
      ${refuse('swap_approval_holds_role_ck', 'the approver does not hold the role')}
    END IF;
    RETURN NEW;
  END $$`,
  `CREATE TRIGGER swap_approval_guarded BEFORE INSERT OR UPDATE ON swap_approval
    FOR EACH ROW EXECUTE FUNCTION swap_approval_guard()`,
  `CREATE FUNCTION swap_evidence_guard() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM swap_request r WHERE r.id = coalesce(NEW.swap_request_id, OLD.swap_request_id) AND r.state IN ${EDITABLE}) THEN
      ${refuse('swap_evidence_frozen_ck', 'the evidence of a decided request does not change')}
    END IF;
    RETURN coalesce(NEW, OLD);
  END $$`,
  `CREATE TRIGGER swap_evidence_guarded BEFORE INSERT OR DELETE ON swap_evidence
    FOR EACH ROW EXECUTE FUNCTION swap_evidence_guard()`,
  // Judged at the commit, when both ends of a move are written.
  `CREATE FUNCTION assignment_guard() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF ${IS_SEEDING} THEN RETURN NULL; END IF;
    IF TG_OP = 'DELETE' THEN
      ${refuse('assignment_history_ck', 'an assignment ends, it is never removed')}
    END IF;
    IF TG_OP = 'UPDATE' AND ((NEW.tool_id, NEW.model_id, NEW.purpose, NEW.valid_from, NEW.swap_request_id) IS DISTINCT FROM
       (OLD.tool_id, OLD.model_id, OLD.purpose, OLD.valid_from, OLD.swap_request_id)
       OR (OLD.valid_to IS NOT NULL AND NEW.valid_to IS DISTINCT FROM OLD.valid_to)) THEN
      ${refuse('assignment_history_ck', 'an assignment ends, it is never rewritten')}
    END IF;
    IF NEW.purpose <> 'PRIMARY' THEN RETURN NULL; END IF;
    IF TG_OP = 'INSERT' AND NOT (
      (NEW.swap_request_id IS NULL AND EXISTS (SELECT FROM tool t WHERE t.id = NEW.tool_id AND t.materiality = 'LOW')
        AND NOT EXISTS (SELECT FROM assignment a WHERE a.tool_id = NEW.tool_id AND a.purpose = 'PRIMARY' AND a.id <> NEW.id))
      OR EXISTS (SELECT FROM swap_request r WHERE r.id = NEW.swap_request_id AND r.tool_id = NEW.tool_id AND (
        (r.state = 'IN_REVIEW' AND r.to_model_id = NEW.model_id AND swap_is_approved(r))
        OR (r.state = 'ROLLED_BACK' AND r.from_model_id = NEW.model_id)))) THEN
      ${refuse('assignment_by_swap_ck', 'a primary begins by an approved swap request')}
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.valid_to IS NULL AND NEW.valid_to IS NOT NULL AND NOT (
      EXISTS (SELECT FROM tool t WHERE t.id = NEW.tool_id AND t.retired_at IS NOT NULL)
      OR EXISTS (SELECT FROM assignment a WHERE a.tool_id = NEW.tool_id AND a.purpose = 'PRIMARY' AND a.id <> NEW.id
        AND a.valid_from = NEW.valid_to AND a.swap_request_id IS NOT NULL)
      OR EXISTS (SELECT FROM swap_request r WHERE r.id = NEW.swap_request_id AND r.state = 'ROLLED_BACK' AND r.from_model_id IS NULL)) THEN
      ${refuse('assignment_by_swap_ck', 'a primary ends by a swap request or with its tool')}
    END IF;
    RETURN NULL;
  END $$`,
  `CREATE CONSTRAINT TRIGGER assignment_guarded AFTER INSERT OR UPDATE OR DELETE ON assignment
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION assignment_guard()`,
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
