import { IS_SEEDING, refuse } from './swap-rules.js';
import { atCommit, before, trigger } from './triggers.js';

const without = (row: 'NEW' | 'OLD', ...columns: readonly string[]): string =>
  `to_jsonb(${row}) - '{${columns.join(',')}}'::text[]`;

/** A comment on a finished request moves its version; a catalogue that merges twins, its release and its flag. */
const STILL_MOVES = ['version', 'updated_at', 'to_release_id', 'flag_id'];

/** Of a request: each field is written with the step that it belongs to, and stays afterwards. */
const REQUEST = [
  // As they were when the request was last submitted, written or approved; NULL: before that, or by an older server.
  `ALTER TABLE swap_request ADD COLUMN checks jsonb`,
  trigger(
    'swap_request_record',
    `DECLARE
      days integer;
    BEGIN
      IF TG_OP = 'INSERT' THEN
        IF NOT NEW.fail_over AND num_nonnulls(NEW.policy_version, NEW.implementer_id, NEW.window_from, NEW.stage, NEW.submitted_at,
            NEW.approved_at, NEW.expires_at, NEW.moved_at, NEW.review_due_at) > 0 THEN
          ${refuse('swap_request_begins_ck', 'a swap request begins as a draft, a fail-over with a tested fallback')}
        END IF;
        RETURN NEW;
      END IF;
      IF OLD.finished_at IS NOT NULL AND ${without('NEW', ...STILL_MOVES)} IS DISTINCT FROM ${without('OLD', ...STILL_MOVES)} THEN
        ${refuse('swap_request_over_ck', 'a swap request that is over does not change')}
      END IF;
      IF NEW.revision = OLD.revision AND (NEW.justification, NEW.rollback_plan, NEW.stop_rules, NEW.fallback_model_id)
          IS DISTINCT FROM (OLD.justification, OLD.rollback_plan, OLD.stop_rules, OLD.fallback_model_id) THEN
        ${refuse('swap_request_revision_moves_ck', 'another content is another revision')}
      END IF;
      IF NEW.revision = OLD.revision AND (NEW.assessment, NEW.checks) IS DISTINCT FROM (OLD.assessment, OLD.checks)
          AND NOT (NEW.state <> OLD.state AND NEW.state IN ('SUBMITTED','APPROVED')) THEN
        ${refuse('swap_request_frozen_ck', 'what was found out about a swap stays with it')}
      END IF;
      IF (NEW.submitted_at IS DISTINCT FROM OLD.submitted_at AND (NEW.state = OLD.state OR NEW.state <> 'SUBMITTED'))
          OR (NEW.approved_at IS DISTINCT FROM OLD.approved_at AND (NEW.state = OLD.state OR NEW.state <> 'APPROVED')
            AND NOT (NEW.state = 'UNDER_ASSESSMENT' AND NEW.approved_at IS NULL)) THEN
        ${refuse('swap_request_moments_ck', 'when a swap was submitted and approved does not change')}
      END IF;
      IF (NEW.implementer_id, NEW.window_from, NEW.window_to) IS DISTINCT FROM (OLD.implementer_id, OLD.window_from, OLD.window_to)
          AND (NEW.state = OLD.state OR NEW.state <> 'SCHEDULED')
          AND NOT (NEW.state = 'UNDER_ASSESSMENT' AND num_nonnulls(NEW.implementer_id, NEW.window_from, NEW.window_to) = 0) THEN
        ${refuse('swap_request_schedule_ck', 'who implements a swap, and when, is written with its schedule')}
      END IF;
      IF NEW.stage IS DISTINCT FROM OLD.stage AND (NEW.state NOT IN ('IN_ROLLOUT','IN_REVIEW') OR NEW.stage IS NULL
          OR array_position(ARRAY['SHADOW','CANARY','FULL'], NEW.stage) < array_position(ARRAY['SHADOW','CANARY','FULL'], OLD.stage)) THEN
        ${refuse('swap_request_forward_ck', 'a rollout goes forward')}
      END IF;
      IF NEW.state = OLD.state THEN RETURN NEW; END IF;
      IF NEW.state = 'SUBMITTED' AND NEW.policy_version <> (SELECT max(version) FROM policy_version) THEN
        ${refuse('swap_request_policy_now_ck', 'a request is submitted under the policy in force')}
      END IF;
      IF NEW.state = 'APPROVED' THEN
        SELECT coalesce((document ->> 'approvalExpiryDays')::integer, 30) INTO days FROM policy_version WHERE version = NEW.policy_version;
        IF NEW.approved_at IS NULL OR NEW.expires_at IS NULL OR NEW.expires_at > NEW.approved_at + days * interval '24 hours' THEN
          ${refuse('swap_request_expiry_ck', 'an approval holds for as long as the policy says')}
        END IF;
      END IF;
      IF NEW.state = 'SCHEDULED' AND (NEW.window_from IS NULL OR NOT EXISTS (SELECT FROM person p
          WHERE p.id = NEW.implementer_id AND p.active AND 'PLATFORM_ENGINEER' = ANY (p.roles))) THEN
        ${refuse('swap_request_engineer_ck', 'a swap is implemented by a platform engineer, in a window')}
      END IF;
      RETURN NEW;
    END`,
  ),
  before('swap_request', 'swap_request_record', 'INSERT OR UPDATE'),
  // New rows keep to these; what older servers wrote is not judged again.
  `ALTER TABLE swap_request
    ADD CONSTRAINT swap_request_moved_ck CHECK ((moved_at IS NOT NULL) = (stage IS NOT DISTINCT FROM 'FULL')) NOT VALID,
    ADD CONSTRAINT swap_request_stage_state_ck CHECK (CASE state
      WHEN 'IN_ROLLOUT' THEN stage IS NOT NULL AND stage <> 'FULL' WHEN 'ROLLED_BACK' THEN stage IS NOT NULL
      ELSE (stage IS NOT NULL) = (state IN ('IN_REVIEW','COMPLETED')) END) NOT VALID,
    ADD CONSTRAINT swap_request_in_window_ck CHECK (fail_over OR moved_at BETWEEN window_from AND window_to) NOT VALID,
    ADD CONSTRAINT swap_request_plan_ck CHECK (state IN ('DRAFT','CHANGES_REQUESTED','CANCELLED') OR fail_over
      OR coalesce(rollback_plan, '') ~ '\\S') NOT VALID`,
  // The state of a request and what serves its tool change together.
  trigger(
    'swap_request_made',
    `BEGIN
      IF TG_OP = 'UPDATE' AND NEW.state = OLD.state THEN RETURN NULL; END IF;
      IF NEW.state = 'IN_REVIEW' AND NOT EXISTS (SELECT FROM assignment a WHERE a.swap_request_id = NEW.id
          AND a.purpose = 'PRIMARY' AND a.tool_id = NEW.tool_id AND a.model_id = NEW.to_model_id) THEN
        ${refuse('swap_request_made_ck', 'a swap is made when its tool moves')}
      END IF;
      IF NEW.state = 'ROLLED_BACK' AND NEW.stage = 'FULL' AND NOT (CASE WHEN NEW.from_model_id IS NULL
          THEN NOT EXISTS (SELECT FROM assignment a WHERE a.swap_request_id = NEW.id AND a.purpose = 'PRIMARY' AND a.valid_to IS NULL)
          ELSE EXISTS (SELECT FROM assignment a WHERE a.swap_request_id = NEW.id AND a.purpose = 'PRIMARY'
            AND a.tool_id = NEW.tool_id AND a.model_id = NEW.from_model_id) END) THEN
        ${refuse('swap_request_made_ck', 'a swap is taken back when its tool goes back')}
      END IF;
      RETURN NULL;
    END`,
  ),
  atCommit('swap_request', 'swap_request_made', 'INSERT OR UPDATE'),
];

/** Of what an approval rests on: the person and their token are one, and an evaluation says what it said. */
const GROUNDS = [
  trigger(
    'swap_approval_party',
    `BEGIN
      IF TG_OP = 'UPDATE' AND (NEW.token_id, NEW.comment) IS DISTINCT FROM (OLD.token_id, OLD.comment) THEN
        ${refuse('swap_approval_final_ck', 'an approval can only be voided, once')}
      END IF;
      IF TG_OP = 'INSERT' AND NEW.token_id IS NOT NULL AND NOT EXISTS (SELECT FROM api_token t
          WHERE t.id = NEW.token_id AND t.person_id = NEW.approver_id) THEN
        ${refuse('swap_approval_token_ck', 'a token approves for its own person')}
      END IF;
      RETURN NEW;
    END`,
  ),
  before('swap_approval', 'swap_approval_party', 'INSERT OR UPDATE'),
  trigger(
    'evaluation_run_final',
    `BEGIN
      IF TG_OP = 'UPDATE' AND ${without('NEW', 'champion_release_id', 'challenger_release_id')}
          IS NOT DISTINCT FROM ${without('OLD', 'champion_release_id', 'challenger_release_id')} THEN RETURN NEW; END IF;
      ${refuse('evaluation_run_final_ck', 'an evaluation stays as it was recorded')}
    END`,
  ),
  before('evaluation_run', 'evaluation_run_final', 'UPDATE OR DELETE'),
  `ALTER TABLE swap_evidence ADD CONSTRAINT swap_evidence_evaluation_fk FOREIGN KEY (evaluation_run_id)
    REFERENCES evaluation_run (id) NOT VALID`,
];

/** Of what serves: an approved model, from now on, and of the same release for good. */
const SERVING = [
  trigger(
    'assignment_begins',
    `BEGIN
      IF ${IS_SEEDING} THEN RETURN NULL; END IF;
      IF NEW.valid_to IS NOT NULL THEN
        ${refuse('assignment_history_ck', 'an assignment that is over is not entered afterwards')}
      END IF;
      IF NOT EXISTS (SELECT FROM model m WHERE m.id = NEW.model_id AND m.lifecycle IN ('APPROVED','IN_USE')) THEN
        ${refuse('assignment_model_ck', 'only a model that is approved serves a tool')}
      END IF;
      RETURN NULL;
    END`,
  ),
  atCommit('assignment', 'assignment_begins'),
  trigger(
    'assignment_record',
    `BEGIN
      IF ((NEW.id, NEW.assigned_by) IS DISTINCT FROM (OLD.id, OLD.assigned_by)
          OR (OLD.valid_to IS NOT NULL AND NEW.fallback_tested_at IS DISTINCT FROM OLD.fallback_tested_at)) AND NOT ${IS_SEEDING} THEN
        ${refuse('assignment_history_ck', 'an assignment ends, it is never rewritten')}
      END IF;
      RETURN NEW;
    END`,
  ),
  before('assignment', 'assignment_record', 'UPDATE'),
  // Judged at the commit: by then the catalogue has told where the other release went, and has dropped it.
  trigger(
    'release_kept',
    `DECLARE
      name text;
      was uuid;
      now uuid;
    BEGIN
      FOREACH name IN ARRAY TG_ARGV LOOP
        was := to_jsonb(OLD) ->> name;
        now := to_jsonb(NEW) ->> name;
        IF was <> now AND (EXISTS (SELECT FROM release r WHERE r.id = was) OR NOT EXISTS (SELECT FROM release_redirect d
            WHERE d.old_id = was AND d.release_id = coalesce((SELECT n.release_id FROM release_redirect n WHERE n.old_id = now), now))) THEN
          ${refuse('release_kept_ck', 'another release is another record; only one that was merged is followed')}
        END IF;
      END LOOP;
      RETURN NULL;
    END`,
  ),
  ...[
    ['model', 'release_id'],
    ['evaluation_run', 'champion_release_id', 'challenger_release_id'],
  ].map(
    ([
      table,
      ...columns
    ]) => `CREATE CONSTRAINT TRIGGER ${table}_release_kept AFTER UPDATE OF ${columns.join(', ')} ON ${table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION release_kept(${columns.map((name) => `'${name}'`).join(', ')})`,
  ),
  `CREATE CONSTRAINT TRIGGER swap_request_release_kept AFTER UPDATE OF to_release_id ON swap_request
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.revision = OLD.revision) EXECUTE FUNCTION release_kept('to_release_id')`,
  trigger(
    'model_ends',
    `BEGIN
      IF EXISTS (SELECT FROM swap_request r WHERE r.from_model_id = NEW.id AND r.state = 'IN_REVIEW') THEN
        ${refuse('model_way_back_ck', 'a swap in review may still go back to the model')}
      END IF;
      RETURN NEW;
    END`,
  ),
  `CREATE TRIGGER model_ends BEFORE UPDATE ON model FOR EACH ROW
    WHEN (NEW.lifecycle = 'RETIRED' AND OLD.lifecycle <> 'RETIRED') EXECUTE FUNCTION model_ends()`,
  trigger(
    'tool_ends',
    `BEGIN
      IF OLD.retired_at IS NOT NULL THEN
        ${refuse('tool_retired_ck', 'a tool is retired once')}
      END IF;
      IF EXISTS (SELECT FROM swap_request r WHERE r.tool_id = NEW.id AND r.finished_at IS NULL) THEN
        ${refuse('tool_retired_ck', 'a tool with an open swap request is not retired')}
      END IF;
      RETURN NEW;
    END`,
  ),
  `CREATE TRIGGER tool_ends BEFORE UPDATE ON tool FOR EACH ROW
    WHEN (NEW.retired_at IS DISTINCT FROM OLD.retired_at) EXECUTE FUNCTION tool_ends()`,
];

export const SWAP_RECORDS = [...REQUEST, ...GROUNDS, ...SERVING];
