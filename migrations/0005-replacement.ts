import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Replacement1790000000005 implements MigrationInterface {
  name = 'Replacement1790000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE flag_event, flag_tool, replacement_flag`);
  }
}

const MODEL_REASONS = `('END_OF_SUPPORT','LICENCE_CHANGE','POLICY_VIOLATION')`;
const STATES = `('OPEN','IN_TRIAGE','PENDING','SNOOZED','ACCEPTED','DISMISSED','SUPERSEDED','RESOLVED')`;
const SEVERITIES = `('INFO','WARN','FAIL')`;
const CONFIDENCES = `('LOW','MEDIUM','HIGH','VERY_HIGH')`;

const UP = [
  // Key: (model, candidate) for candidates, (model, reason) where the model itself must go.
  `CREATE TABLE replacement_flag (
    id uuid CONSTRAINT replacement_flag_pk PRIMARY KEY,
    model_id uuid NOT NULL CONSTRAINT replacement_flag_model_fk REFERENCES model (id),
    candidate_release_id uuid CONSTRAINT replacement_flag_candidate_fk REFERENCES release (id),
    model_reason text CONSTRAINT replacement_flag_model_reason_ck CHECK (model_reason IN ${MODEL_REASONS}),
    reasons text[] NOT NULL,
    title text NOT NULL,
    severity text NOT NULL CONSTRAINT replacement_flag_severity_ck CHECK (severity IN ${SEVERITIES}),
    confidence text NOT NULL CONSTRAINT replacement_flag_confidence_ck CHECK (confidence IN ${CONFIDENCES}),
    rank integer NOT NULL,
    not_before timestamptz,
    superseded_by uuid CONSTRAINT replacement_flag_superseded_fk REFERENCES release (id),
    ranked_candidates uuid[] NOT NULL DEFAULT '{}',
    state text NOT NULL CONSTRAINT replacement_flag_state_ck CHECK (state IN ${STATES}),
    active boolean NOT NULL,
    policy_version integer NOT NULL CONSTRAINT replacement_flag_policy_fk REFERENCES policy_version (version),
    raised_at timestamptz NOT NULL,
    assessed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT replacement_flag_subject_ck CHECK ((candidate_release_id IS NULL) = (model_reason IS NOT NULL))
  )`,
  `CREATE UNIQUE INDEX replacement_flag_candidate_uq ON replacement_flag (model_id, candidate_release_id) WHERE model_reason IS NULL`,
  `CREATE UNIQUE INDEX replacement_flag_model_reason_uq ON replacement_flag (model_id, model_reason) WHERE model_reason IS NOT NULL`,
  `CREATE INDEX replacement_flag_state_ix ON replacement_flag (state, active)`,
  `CREATE INDEX replacement_flag_release_ix ON replacement_flag (candidate_release_id)`,
  // active: does the finding still hold; analysis_state: what people made of it.
  `CREATE TABLE flag_tool (
    flag_id uuid NOT NULL CONSTRAINT flag_tool_flag_fk REFERENCES replacement_flag (id),
    tool_id uuid NOT NULL CONSTRAINT flag_tool_tool_fk REFERENCES tool (id),
    active boolean NOT NULL,
    analysis_state text NOT NULL CONSTRAINT flag_tool_state_ck CHECK (analysis_state IN ${STATES}),
    eligibility text CONSTRAINT flag_tool_eligibility_ck CHECK (eligibility IN ('ELIGIBLE','NEEDS_INFORMATION','INELIGIBLE')),
    severity text NOT NULL CONSTRAINT flag_tool_severity_ck CHECK (severity IN ${SEVERITIES}),
    confidence text NOT NULL CONSTRAINT flag_tool_confidence_ck CHECK (confidence IN ${CONFIDENCES}),
    reasons jsonb NOT NULL,
    gates jsonb NOT NULL,
    score jsonb,
    quality jsonb,
    snoozed_until timestamptz,
    justification text CONSTRAINT flag_tool_justification_ck CHECK (justification IN ('NOT_BETTER_IN_OWN_EVALUATION','INSUFFICIENT_HARDWARE','LICENCE_NOT_ACCEPTABLE','LANGUAGE_GAP','VENDOR_OR_COUNTRY_POLICY','SWITCHING_COST_TOO_HIGH','LOW_SUPPORT','ALREADY_PLANNED','DUPLICATE','OTHER')),
    comment text,
    decided_by uuid CONSTRAINT flag_tool_person_fk REFERENCES person (id),
    decided_at timestamptz,
    -- What the decision was made on; only a change of these brings a dismissed row back.
    decided_score double precision,
    decided_reasons text[],
    decided_policy_version integer,
    CONSTRAINT flag_tool_pk PRIMARY KEY (flag_id, tool_id),
    CONSTRAINT flag_tool_snooze_ck CHECK (analysis_state <> 'SNOOZED' OR snoozed_until IS NOT NULL),
    CONSTRAINT flag_tool_dismissal_ck CHECK (analysis_state <> 'DISMISSED' OR justification IS NOT NULL)
  )`,
  `CREATE INDEX flag_tool_tool_ix ON flag_tool (tool_id)`,
  `CREATE INDEX flag_tool_snoozed_ix ON flag_tool (snoozed_until) WHERE analysis_state = 'SNOOZED'`,
  `CREATE TABLE flag_event (
    id uuid CONSTRAINT flag_event_pk PRIMARY KEY,
    flag_id uuid NOT NULL CONSTRAINT flag_event_flag_fk REFERENCES replacement_flag (id),
    tool_id uuid CONSTRAINT flag_event_tool_fk REFERENCES tool (id),
    at timestamptz NOT NULL,
    actor_id uuid CONSTRAINT flag_event_person_fk REFERENCES person (id),
    from_state text CONSTRAINT flag_event_from_ck CHECK (from_state IN ${STATES}),
    to_state text CONSTRAINT flag_event_to_ck CHECK (to_state IN ${STATES}),
    sentence text NOT NULL
  )`,
  `CREATE INDEX flag_event_flag_ix ON flag_event (flag_id, at)`,
];
