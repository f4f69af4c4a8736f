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

const REASONS = `('SUCCESSOR_DECLARED','NEWER_GENERATION','QUALITY_GAIN','COST_GAIN','FOOTPRINT_GAIN','LANGUAGE_GAIN','CONCENTRATION_RELIEF','END_OF_SUPPORT','LICENCE_CHANGE','POLICY_VIOLATION')`;
const STATES = `('PENDING','OPEN','IN_TRIAGE','SNOOZED','DISMISSED','ACCEPTED','SUPERSEDED','RESOLVED')`;

const UP = [
  // Key: (model, candidate) for candidates, (model, reason) where the model itself must go.
  `CREATE TABLE replacement_flag (
    id uuid CONSTRAINT replacement_flag_pk PRIMARY KEY,
    model_id uuid NOT NULL CONSTRAINT replacement_flag_model_fk REFERENCES model (id),
    candidate_release_id uuid CONSTRAINT replacement_flag_candidate_fk REFERENCES release (id),
    reason text NOT NULL CONSTRAINT replacement_flag_reason_ck CHECK (reason IN ${REASONS}),
    reasons jsonb NOT NULL DEFAULT '[]',
    title text NOT NULL,
    severity text NOT NULL CONSTRAINT replacement_flag_severity_ck CHECK (severity IN ('INFO','WARN','FAIL')),
    confidence text NOT NULL CONSTRAINT replacement_flag_confidence_ck CHECK (confidence IN ('LOW','MEDIUM','HIGH','VERY_HIGH')),
    rank integer NOT NULL,
    state text NOT NULL CONSTRAINT replacement_flag_state_ck CHECK (state IN ${STATES}),
    active boolean NOT NULL,
    not_before timestamptz,
    superseded_by uuid CONSTRAINT replacement_flag_superseded_fk REFERENCES replacement_flag (id),
    detail jsonb NOT NULL DEFAULT '{}',
    policy_version integer NOT NULL,
    raised_at timestamptz NOT NULL,
    assessed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT replacement_flag_subject_ck CHECK (candidate_release_id IS NOT NULL OR reason IN ('END_OF_SUPPORT','LICENCE_CHANGE','POLICY_VIOLATION'))
  )`,
  `CREATE UNIQUE INDEX replacement_flag_candidate_uq ON replacement_flag (model_id, candidate_release_id) WHERE candidate_release_id IS NOT NULL`,
  `CREATE UNIQUE INDEX replacement_flag_model_reason_uq ON replacement_flag (model_id, reason) WHERE candidate_release_id IS NULL`,
  `CREATE INDEX replacement_flag_state_ix ON replacement_flag (state, active)`,
  `CREATE TABLE flag_tool (
    flag_id uuid NOT NULL CONSTRAINT flag_tool_flag_fk REFERENCES replacement_flag (id),
    tool_id uuid NOT NULL CONSTRAINT flag_tool_tool_fk REFERENCES tool (id),
    active boolean NOT NULL,
    analysis_state text NOT NULL CONSTRAINT flag_tool_state_ck CHECK (analysis_state IN ${STATES}),
    eligibility text NOT NULL CONSTRAINT flag_tool_eligibility_ck CHECK (eligibility IN ('ELIGIBLE','NEEDS_INFORMATION','INELIGIBLE')),
    reasons text[] NOT NULL DEFAULT '{}',
    gates jsonb NOT NULL DEFAULT '[]',
    terms jsonb NOT NULL DEFAULT '[]',
    score double precision,
    coverage double precision NOT NULL DEFAULT 0,
    delta_quality double precision,
    not_before timestamptz,
    snoozed_until timestamptz,
    justification text CONSTRAINT flag_tool_justification_ck CHECK (justification IN ('NOT_BETTER_IN_OWN_EVALUATION','INSUFFICIENT_HARDWARE','LICENCE_NOT_ACCEPTABLE','LANGUAGE_GAP','VENDOR_OR_COUNTRY_POLICY','SWITCHING_COST_TOO_HIGH','LOW_SUPPORT','ALREADY_PLANNED','DUPLICATE','OTHER')),
    comment text,
    decided_by uuid CONSTRAINT flag_tool_person_fk REFERENCES person (id),
    decided_at timestamptz,
    decided_score double precision,
    decided_reasons text[],
    decided_policy_version integer,
    CONSTRAINT flag_tool_pk PRIMARY KEY (flag_id, tool_id),
    CONSTRAINT flag_tool_snooze_ck CHECK (analysis_state <> 'SNOOZED' OR snoozed_until IS NOT NULL),
    CONSTRAINT flag_tool_dismissal_ck CHECK (analysis_state <> 'DISMISSED' OR justification IS NOT NULL)
  )`,
  `CREATE INDEX flag_tool_tool_ix ON flag_tool (tool_id)`,
  `CREATE TABLE flag_event (
    id uuid CONSTRAINT flag_event_pk PRIMARY KEY,
    flag_id uuid NOT NULL CONSTRAINT flag_event_flag_fk REFERENCES replacement_flag (id),
    tool_id uuid CONSTRAINT flag_event_tool_fk REFERENCES tool (id),
    at timestamptz NOT NULL,
    actor_id uuid CONSTRAINT flag_event_person_fk REFERENCES person (id),
    kind text NOT NULL,
    from_state text,
    to_state text,
    detail jsonb NOT NULL DEFAULT '{}'
  )`,
  `CREATE INDEX flag_event_flag_ix ON flag_event (flag_id, at)`,
];
