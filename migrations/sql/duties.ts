import { IS_SEEDING, refuse } from './swap-rules.js';
import { atCommit, before, trigger } from './triggers.js';

/** Of swaps: what an approval stands on, until when, and when exactly a model begins to serve by it. */
export const SWAP_DUTIES = [
  trigger(
    'swap_request_standing',
    `BEGIN
      IF TG_OP = 'UPDATE' AND ((OLD.moved_at IS NOT NULL AND NEW.moved_at IS DISTINCT FROM OLD.moved_at)
          OR (OLD.finished_at IS NOT NULL AND NEW.finished_at IS DISTINCT FROM OLD.finished_at)) THEN
        ${refuse('swap_request_moments_ck', 'when a swap was made and when it ended does not change')}
      END IF;
      IF TG_OP = 'UPDATE' AND NEW.expires_at IS DISTINCT FROM OLD.expires_at
          AND (NEW.state = OLD.state OR NEW.state NOT IN ('APPROVED','UNDER_ASSESSMENT')) THEN
        ${refuse('swap_request_expiry_ck', 'until when an approval holds is written with the approval')}
      END IF;
      IF NEW.state NOT IN ('APPROVED','SCHEDULED','IN_ROLLOUT','IN_REVIEW') THEN RETURN NEW; END IF;
      IF TG_OP = 'UPDATE' THEN
        IF (NEW.state, NEW.stage) IS NOT DISTINCT FROM (OLD.state, OLD.stage) THEN RETURN NEW; END IF;
        IF NEW.state <> 'APPROVED' AND OLD.expires_at <= greatest(OLD.updated_at, NEW.updated_at) THEN
          ${refuse('swap_request_expired_ck', 'the approval has expired')}
        END IF;
      END IF;
      IF NEW.from_model_id IS DISTINCT FROM (SELECT a.model_id FROM assignment a
          WHERE a.tool_id = NEW.tool_id AND a.purpose = 'PRIMARY' AND a.valid_to IS NULL) THEN
        ${refuse('swap_request_base_ck', 'another model serves the tool by now')}
      END IF;
      RETURN NEW;
    END`,
  ),
  before('swap_request', 'swap_request_standing', 'INSERT OR UPDATE'),
  trigger(
    'swap_approval_duties',
    `DECLARE
      request swap_request;
    BEGIN
      SELECT * INTO request FROM swap_request WHERE id = NEW.swap_request_id;
      IF TG_OP = 'UPDATE' AND request.moved_at IS NOT NULL THEN
        ${refuse('swap_approval_final_ck', 'the approvals of a swap that was made stay')}
      END IF;
      IF TG_OP = 'INSERT' AND NEW.as_role = 'VALIDATOR' AND EXISTS (
          SELECT FROM tool t, person p WHERE t.id = request.tool_id AND p.id = NEW.approver_id
            AND (t.owner_id = p.id OR t.owner_team = ANY (p.teams))) THEN
        ${refuse('swap_approval_independent_ck', 'a validator does not own the tool')}
      END IF;
      RETURN NEW;
    END`,
  ),
  before('swap_approval', 'swap_approval_duties', 'INSERT OR UPDATE'),
  trigger(
    'swap_evidence_bound',
    `BEGIN
      IF EXISTS (SELECT FROM swap_approval a WHERE a.swap_request_id = NEW.swap_request_id AND a.voided_at IS NULL) THEN
        ${refuse('swap_evidence_bound_ck', 'evidence that is added voids the approvals')}
      END IF;
      RETURN NULL;
    END`,
  ),
  atCommit('swap_evidence', 'swap_evidence_bound'),
  // A request gives its tool a primary once: when it moves it, or when it takes the move back.
  trigger(
    'assignment_moment',
    `BEGIN
      IF NEW.purpose = 'PRIMARY' AND NEW.swap_request_id IS NOT NULL AND NOT ${IS_SEEDING} AND NOT EXISTS (
          SELECT FROM swap_request r WHERE r.id = NEW.swap_request_id AND CASE r.state
            WHEN 'IN_REVIEW' THEN NEW.valid_from BETWEEN r.moved_at AND r.moved_at + interval '1 minute'
            WHEN 'ROLLED_BACK' THEN r.moved_at IS NOT NULL
              AND NEW.valid_from BETWEEN r.finished_at AND r.finished_at + interval '1 minute'
            ELSE false END) THEN
        ${refuse('assignment_moment_ck', 'a swap request moves its tool once')}
      END IF;
      RETURN NULL;
    END`,
  ),
  atCommit('assignment', 'assignment_moment'),
];

/** Of models, tools and the policy: two people, and no way around the first of them. */
export const PORTFOLIO_DUTIES = [
  trigger(
    'model_duties',
    `BEGIN
      IF ${IS_SEEDING} THEN RETURN NEW; END IF;
      IF TG_OP = 'INSERT' THEN
        IF NEW.lifecycle = 'PROPOSED' AND NEW.approved_by IS NULL THEN RETURN NEW; END IF;
        ${refuse('model_begins_ck', 'a model begins as a proposal')}
      END IF;
      IF NEW.registered_by <> OLD.registered_by THEN
        ${refuse('model_registrant_ck', 'who registered a model does not change')}
      END IF;
      IF OLD.lifecycle = 'PROPOSED' AND NEW.lifecycle = 'APPROVED' THEN
        IF EXISTS (SELECT FROM person p WHERE p.id = NEW.approved_by AND p.id <> NEW.registered_by AND p.active
            AND p.roles && '{MANAGER,VALIDATOR}') THEN RETURN NEW; END IF;
        ${refuse('model_approved_ck', 'a model is approved by a manager or validator who did not register it')}
      END IF;
      IF (NEW.approved_by, NEW.approved_at) IS DISTINCT FROM (OLD.approved_by, OLD.approved_at)
          OR (OLD.lifecycle = 'PROPOSED' AND NEW.lifecycle NOT IN ('PROPOSED','RETIRED'))
          OR (OLD.lifecycle = 'RETIRED' AND NEW.lifecycle <> 'RETIRED') THEN
        ${refuse('model_approved_ck', 'a model is approved once, and before it is used')}
      END IF;
      RETURN NEW;
    END`,
  ),
  before('model', 'model_duties', 'INSERT OR UPDATE'),
  // After the row: its materiality is a generated column.
  trigger(
    'tool_duties',
    `BEGIN
      IF EXISTS (SELECT FROM swap_request r WHERE r.tool_id = NEW.id AND r.finished_at IS NULL) THEN
        ${refuse('tool_materiality_ck', 'the materiality is not lowered while a swap request is open')}
      END IF;
      RETURN NULL;
    END`,
  ),
  `CREATE TRIGGER tool_duties AFTER UPDATE ON tool FOR EACH ROW
    WHEN (array_position(ARRAY['LOW','MEDIUM','HIGH'], NEW.materiality) < array_position(ARRAY['LOW','MEDIUM','HIGH'], OLD.materiality))
    EXECUTE FUNCTION tool_duties()`,
  trigger(
    'policy_version_duties',
    `BEGIN
      IF TG_OP <> 'INSERT' THEN
        ${refuse('policy_version_final_ck', 'a version of the policy is never changed')}
      END IF;
      IF NOT EXISTS (SELECT FROM policy_version) AND NEW.version = 1 THEN RETURN NEW; END IF;
      -- Of several servers that start at once all but one find the product's own policy.
      IF NEW.version = 1 AND EXISTS (SELECT FROM policy_version WHERE version = 1) THEN RETURN NEW; END IF;
      IF NEW.approved_by <> NEW.proposed_by AND EXISTS (SELECT FROM policy_proposal q WHERE q.state = 'APPROVED'
          AND q.base_version = NEW.version - 1 AND q.document = NEW.document
          AND q.proposed_by = NEW.proposed_by AND q.decided_by = NEW.approved_by) THEN RETURN NEW; END IF;
      ${refuse('policy_version_proposed_ck', 'a policy is proposed by one manager and approved by another')}
    END`,
  ),
  before('policy_version', 'policy_version_duties', 'INSERT OR UPDATE OR DELETE'),
  trigger(
    'policy_proposal_duties',
    `BEGIN
      IF TG_OP = 'INSERT' THEN
        IF NEW.state = 'OPEN' THEN RETURN NEW; END IF;
        ${refuse('policy_proposal_begins_ck', 'a proposal begins open')}
      END IF;
      IF TG_OP = 'DELETE' OR OLD.state <> 'OPEN' OR (NEW.base_version, NEW.document, NEW.proposed_by)
          IS DISTINCT FROM (OLD.base_version, OLD.document, OLD.proposed_by) THEN
        ${refuse('policy_proposal_final_ck', 'a proposal is decided once, as it was written')}
      END IF;
      IF NEW.state = 'APPROVED' AND NOT EXISTS (SELECT FROM person p WHERE p.id = NEW.decided_by
          AND p.id <> NEW.proposed_by AND p.active AND 'MANAGER' = ANY (p.roles)) THEN
        ${refuse('policy_proposal_manager_ck', 'a proposal is approved by another manager')}
      END IF;
      RETURN NEW;
    END`,
  ),
  before('policy_proposal', 'policy_proposal_duties', 'INSERT OR UPDATE OR DELETE'),
];
