export const EDITABLE = `('DRAFT','CHANGES_REQUESTED','SUBMITTED','UNDER_ASSESSMENT')`;
/** From here on nothing but a complete set of approvals will do. */
export const DECIDED = `('APPROVED','SCHEDULED','IN_ROLLOUT','IN_REVIEW')`;

/** Seeds are loaded by whoever owns the tables, who says so for one transaction; nobody else passes by the rules. */
export const IS_SEEDING = `(coalesce(current_setting('modelfolio.seeding', true), '') = 'on'
  AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE'))`;

export const refuse = (constraint: string, message: string): string =>
  `RAISE EXCEPTION '${message}' USING ERRCODE = 'check_violation', CONSTRAINT = '${constraint}';`;

const row = (record: 'NEW' | 'OLD', columns: readonly string[]): string =>
  columns.map((column) => `${record}.${column}`).join(', ');

/** The steps of a request; without another revision these columns stay as they are. */
export const requestGuard = (content: readonly string[]): string =>
  `CREATE OR REPLACE FUNCTION swap_request_guard() RETURNS trigger LANGUAGE plpgsql AS $$
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
       (${row('NEW', content)}) IS DISTINCT FROM
       (${row('OLD', content)})) THEN
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
  END $$`;

/** The rules of the state machine and of separated duties once more, for whoever writes past the application. */
export const SWAP_RULES = [
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
  requestGuard(['from_model_id', 'to_release_id', 'to_model_id', 'digest', 'change_type']),
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
