import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Portfolio1790000000004 implements MigrationInterface {
  name = 'Portfolio1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE policy_proposal, policy_version, assignment, tool, model, gpu_pool`);
  }
}

const HOSTING = `('IN_HOUSE','PRIVATE_CLOUD','EXTERNAL')`;
const DATA_CLASS = `('PUBLIC','INTERNAL','CONFIDENTIAL','RESTRICTED')`;
const LEVEL = `('LOW','MEDIUM','HIGH')`;

const UP = [
  // Part of every PostgreSQL; the exclusion of two primaries needs equality on uuid inside a GiST index.
  `CREATE EXTENSION IF NOT EXISTS btree_gist`,
  `CREATE TABLE gpu_pool (
    id uuid CONSTRAINT gpu_pool_pk PRIMARY KEY,
    name text NOT NULL CONSTRAINT gpu_pool_name_uq UNIQUE,
    gpu_type text NOT NULL,
    gpu_count integer NOT NULL CONSTRAINT gpu_pool_count_ck CHECK (gpu_count > 0),
    memory_gb_per_gpu double precision NOT NULL CONSTRAINT gpu_pool_memory_ck CHECK (memory_gb_per_gpu > 0),
    hosting text NOT NULL CONSTRAINT gpu_pool_hosting_ck CHECK (hosting IN ${HOSTING}),
    location text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE model (
    id uuid CONSTRAINT model_pk PRIMARY KEY,
    name text NOT NULL CONSTRAINT model_name_uq UNIQUE,
    release_id uuid NOT NULL CONSTRAINT model_release_fk REFERENCES release (id),
    lifecycle text NOT NULL CONSTRAINT model_lifecycle_ck CHECK (lifecycle IN ('PROPOSED','APPROVED','IN_USE','DEPRECATED','RETIRED')),
    owner_team text NOT NULL,
    steward_id uuid NOT NULL CONSTRAINT model_steward_fk REFERENCES person (id),
    registered_by uuid NOT NULL CONSTRAINT model_registrant_fk REFERENCES person (id),
    approved_by uuid CONSTRAINT model_approver_fk REFERENCES person (id),
    approved_at timestamptz,
    quantisation text,
    gpu_pool_id uuid CONSTRAINT model_pool_fk REFERENCES gpu_pool (id),
    endpoint_url text,
    hosting text NOT NULL CONSTRAINT model_hosting_ck CHECK (hosting IN ${HOSTING}),
    weights_digest text,
    mirror_location text,
    approved_scope text,
    max_data_class text NOT NULL CONSTRAINT model_data_class_ck CHECK (max_data_class IN ${DATA_CLASS}),
    jurisdictions text[] NOT NULL DEFAULT '{}',
    validation jsonb NOT NULL DEFAULT '{"status":"NOT_VALIDATED"}',
    concluded_licence text,
    -- The release's licence on the day of registration: a later difference is a finding.
    accepted_licence jsonb,
    waivers jsonb NOT NULL DEFAULT '[]',
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT model_four_eyes_ck CHECK (approved_by <> registered_by)
  )`,
  `CREATE INDEX model_release_ix ON model (release_id)`,
  `CREATE INDEX model_pool_ix ON model (gpu_pool_id)`,
  `CREATE TABLE tool (
    id uuid CONSTRAINT tool_pk PRIMARY KEY,
    name text NOT NULL CONSTRAINT tool_name_uq UNIQUE,
    description text NOT NULL DEFAULT '',
    owner_team text NOT NULL,
    owner_id uuid NOT NULL CONSTRAINT tool_owner_fk REFERENCES person (id),
    business_unit text NOT NULL,
    task text NOT NULL CONSTRAINT tool_task_ck CHECK (task IN ('SUMMARISATION','CODING','MARKET_ANALYSIS','CHAT','CUSTOMER_SERVICE','TRANSLATION','EXTRACTION','CLASSIFICATION','QUESTION_ANSWERING','DOCUMENT_VISION','AGENT','EMBEDDING')),
    impact text NOT NULL CONSTRAINT tool_impact_ck CHECK (impact IN ${LEVEL}),
    complexity text NOT NULL CONSTRAINT tool_complexity_ck CHECK (complexity IN ${LEVEL}),
    reliance text NOT NULL CONSTRAINT tool_reliance_ck CHECK (reliance IN ${LEVEL}),
    materiality text NOT NULL GENERATED ALWAYS AS (
      CASE WHEN 'HIGH' IN (impact, complexity, reliance) THEN 'HIGH'
           WHEN 'MEDIUM' IN (impact, complexity, reliance) THEN 'MEDIUM' ELSE 'LOW' END) STORED,
    data_class text NOT NULL CONSTRAINT tool_data_class_ck CHECK (data_class IN ${DATA_CLASS}),
    min_context_tokens integer CONSTRAINT tool_context_ck CHECK (min_context_tokens > 0),
    languages text[] NOT NULL DEFAULT '{}',
    capabilities text[] NOT NULL DEFAULT '{}' CONSTRAINT tool_capabilities_ck CHECK (capabilities <@ ARRAY['REASONING','TOOL_CALL','STRUCTURED_OUTPUT']),
    input_modalities text[] NOT NULL DEFAULT '{TEXT}' CONSTRAINT tool_modalities_ck CHECK (input_modalities <@ ARRAY['TEXT','IMAGE','AUDIO','VIDEO','PDF','EMBEDDING']),
    coupling jsonb NOT NULL,
    golden_set jsonb NOT NULL DEFAULT '{"exists":false}',
    usage jsonb NOT NULL DEFAULT '{}',
    switching_effort jsonb NOT NULL DEFAULT '{}',
    owner_confirmed_at timestamptz,
    retired_at timestamptz,
    -- Swap requests of the tool that are not finished, kept by who opens and closes them.
    open_requests integer NOT NULL DEFAULT 0 CONSTRAINT tool_open_requests_ck CHECK (open_requests >= 0),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE INDEX tool_owner_ix ON tool (owner_id)`,
  `CREATE INDEX tool_owner_team_ix ON tool (owner_team)`,
  // Never updated in place: an end date and a new row, so any past day has an answer.
  `CREATE TABLE assignment (
    id uuid CONSTRAINT assignment_pk PRIMARY KEY,
    tool_id uuid NOT NULL CONSTRAINT assignment_tool_fk REFERENCES tool (id),
    model_id uuid NOT NULL CONSTRAINT assignment_model_fk REFERENCES model (id),
    purpose text NOT NULL CONSTRAINT assignment_purpose_ck CHECK (purpose IN ('PRIMARY','FALLBACK')),
    valid_from timestamptz NOT NULL,
    valid_to timestamptz,
    fallback_tested_at timestamptz,
    swap_request_id uuid,
    assigned_by uuid NOT NULL CONSTRAINT assignment_person_fk REFERENCES person (id),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT assignment_period_ck CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT assignment_one_primary_ex EXCLUDE USING gist (
      tool_id WITH =, tstzrange(valid_from, valid_to) WITH &&) WHERE (purpose = 'PRIMARY'),
    CONSTRAINT assignment_one_role_ex EXCLUDE USING gist (
      tool_id WITH =, model_id WITH =, tstzrange(valid_from, valid_to) WITH &&)
  )`,
  `CREATE INDEX assignment_tool_ix ON assignment (tool_id, valid_from)`,
  `CREATE INDEX assignment_model_ix ON assignment (model_id)`,
  `CREATE TABLE policy_version (
    version integer CONSTRAINT policy_version_pk PRIMARY KEY,
    document jsonb NOT NULL,
    proposed_by uuid CONSTRAINT policy_version_proposer_fk REFERENCES person (id),
    approved_by uuid CONSTRAINT policy_version_approver_fk REFERENCES person (id),
    effective_at timestamptz NOT NULL,
    CONSTRAINT policy_version_four_eyes_ck CHECK (approved_by <> proposed_by)
  )`,
  // The whole next document; it can only follow the version that it was written against.
  `CREATE TABLE policy_proposal (
    id uuid CONSTRAINT policy_proposal_pk PRIMARY KEY,
    base_version integer NOT NULL CONSTRAINT policy_proposal_base_fk REFERENCES policy_version (version),
    document jsonb NOT NULL,
    changes jsonb NOT NULL,
    reason text NOT NULL,
    state text NOT NULL CONSTRAINT policy_proposal_state_ck CHECK (state IN ('OPEN','APPROVED','REJECTED')),
    proposed_by uuid NOT NULL CONSTRAINT policy_proposal_proposer_fk REFERENCES person (id),
    proposed_at timestamptz NOT NULL,
    decided_by uuid CONSTRAINT policy_proposal_decider_fk REFERENCES person (id),
    decided_at timestamptz,
    comment text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT policy_proposal_decision_ck CHECK ((state = 'OPEN') = (decided_at IS NULL)),
    CONSTRAINT policy_proposal_four_eyes_ck CHECK (state <> 'APPROVED' OR decided_by <> proposed_by)
  )`,
  `CREATE INDEX policy_proposal_state_ix ON policy_proposal (state, proposed_at)`,
];
