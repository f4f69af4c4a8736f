import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What many tools are told in the same words is stored once. `flag_tool` stays for servers of the release before, which
 * may run on while they are replaced one by one; what they write there is carried over. A later release drops it.
 */
export class FlagExplanations1790000000015 implements MigrationInterface {
  name = 'FlagExplanations1790000000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const STATES = `('OPEN','IN_TRIAGE','PENDING','SNOOZED','ACCEPTED','DISMISSED','SUPERSEDED','RESOLVED')`;
const LEVELS = { severity: `('INFO','WARN','FAIL')`, confidence: `('LOW','MEDIUM','HIGH','VERY_HIGH')` };
const JUSTIFICATIONS = `('NOT_BETTER_IN_OWN_EVALUATION','INSUFFICIENT_HARDWARE','LICENCE_NOT_ACCEPTABLE','LANGUAGE_GAP','VENDOR_OR_COUNTRY_POLICY','SWITCHING_COST_TOO_HIGH','LOW_SUPPORT','ALREADY_PLANNED','DUPLICATE','OTHER')`;

/** The columns that both tables have, the key first. */
const FOUND = ['active', 'analysis_state', 'eligibility', 'severity', 'confidence'];
const DECIDED = [
  ...['snoozed_until', 'justification', 'comment', 'decided_by', 'decided_at'],
  ...['decided_score', 'decided_reasons', 'decided_policy_version'],
];
const SAME = [...FOUND, ...DECIDED];

const digest = (row: string): string =>
  `encode(sha256(convert_to(jsonb_build_array(${row}.reasons, ${row}.gates, ${row}.score, ${row}.quality)::text, 'UTF8')), 'hex')`;
const explanation = (row: string): string =>
  `${row}.flag_id, ${digest(row)}, ${row}.reasons, ${row}.gates, ${row}.score, ${row}.quality`;
const finding = (row: string): string =>
  `${row}.flag_id, ${row}.tool_id, ${SAME.map((column) => `${row}.${column}`).join(', ')}, ${digest(row)},
   ARRAY (SELECT reason ->> 'reason' FROM jsonb_array_elements(${row}.reasons) AS reason), (${row}.score ->> 'score')::double precision`;
const INTO_EXPLANATION = `INSERT INTO flag_explanation (flag_id, digest, reasons, gates, score, quality)`;
const INTO_FINDING = `INSERT INTO flag_finding (flag_id, tool_id, ${SAME.join(', ')}, explanation, reasons, score)`;

const UP = [
  `CREATE TABLE flag_explanation (
    flag_id uuid NOT NULL CONSTRAINT flag_explanation_flag_fk REFERENCES replacement_flag (id) ON DELETE CASCADE,
    digest text NOT NULL CONSTRAINT flag_explanation_digest_ck CHECK (digest ~ '^[0-9a-f]{64}$'),
    reasons jsonb NOT NULL,
    gates jsonb NOT NULL,
    score jsonb,
    quality jsonb,
    CONSTRAINT flag_explanation_pk PRIMARY KEY (flag_id, digest)
  )`,
  `CREATE TABLE flag_finding (
    flag_id uuid NOT NULL,
    tool_id uuid NOT NULL CONSTRAINT flag_finding_tool_fk REFERENCES tool (id),
    active boolean NOT NULL,
    analysis_state text NOT NULL CONSTRAINT flag_finding_state_ck CHECK (analysis_state IN ${STATES}),
    eligibility text CONSTRAINT flag_finding_eligibility_ck CHECK (eligibility IN ('ELIGIBLE','NEEDS_INFORMATION','INELIGIBLE')),
    severity text NOT NULL CONSTRAINT flag_finding_severity_ck CHECK (severity IN ${LEVELS.severity}),
    confidence text NOT NULL CONSTRAINT flag_finding_confidence_ck CHECK (confidence IN ${LEVELS.confidence}),
    explanation text NOT NULL,
    reasons text[] NOT NULL,
    score double precision,
    snoozed_until timestamptz,
    justification text CONSTRAINT flag_finding_justification_ck CHECK (justification IN ${JUSTIFICATIONS}),
    comment text,
    decided_by uuid CONSTRAINT flag_finding_person_fk REFERENCES person (id),
    decided_at timestamptz,
    -- What the decision was made on; only a change of these brings a dismissed row back.
    decided_score double precision,
    decided_reasons text[],
    decided_policy_version integer,
    CONSTRAINT flag_finding_pk PRIMARY KEY (flag_id, tool_id),
    -- An explanation belongs to its flag, so the key of the flag need not be checked a second time.
    CONSTRAINT flag_finding_explanation_fk FOREIGN KEY (flag_id, explanation) REFERENCES flag_explanation (flag_id, digest),
    CONSTRAINT flag_finding_snooze_ck CHECK (analysis_state <> 'SNOOZED' OR snoozed_until IS NOT NULL),
    CONSTRAINT flag_finding_dismissal_ck CHECK (analysis_state <> 'DISMISSED' OR justification IS NOT NULL)
  )`,
  `${INTO_EXPLANATION} SELECT DISTINCT ON (1, 2) ${explanation('old')} FROM flag_tool old`,
  `${INTO_FINDING} SELECT ${finding('old')} FROM flag_tool old`,
  `CREATE INDEX flag_finding_tool_ix ON flag_finding (tool_id)`,
  `CREATE INDEX flag_finding_snoozed_ix ON flag_finding (snoozed_until) WHERE analysis_state = 'SNOOZED'`,
  `CREATE INDEX flag_finding_explanation_ix ON flag_finding (flag_id, explanation)`,
  // Nothing that the old table still holds may keep a newer server from deleting.
  `ALTER TABLE flag_tool
    DROP CONSTRAINT flag_tool_flag_fk, DROP CONSTRAINT flag_tool_tool_fk,
    ADD CONSTRAINT flag_tool_flag_fk FOREIGN KEY (flag_id) REFERENCES replacement_flag (id) ON DELETE CASCADE NOT VALID,
    ADD CONSTRAINT flag_tool_tool_fk FOREIGN KEY (tool_id) REFERENCES tool (id) ON DELETE CASCADE NOT VALID`,
  // Of a row that a newer server has found as well, an older one carries over what people decide there.
  `CREATE FUNCTION flag_tool_carry_over() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    ${INTO_EXPLANATION} VALUES (${explanation('NEW')}) ON CONFLICT DO NOTHING;
    ${INTO_FINDING} VALUES (${finding('NEW')})
    ON CONFLICT (flag_id, tool_id) DO UPDATE SET
      ${['analysis_state', ...DECIDED].map((column) => `${column} = excluded.${column}`).join(', ')}
      WHERE TG_OP = 'UPDATE';
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER flag_tool_carry_over AFTER INSERT OR UPDATE ON flag_tool
    FOR EACH ROW EXECUTE FUNCTION flag_tool_carry_over()`,
  // What ties the findings of all models together, as it was when they were last assessed.
  `CREATE TABLE assessment_ties (
    single boolean CONSTRAINT assessment_ties_pk PRIMARY KEY DEFAULT true CONSTRAINT assessment_ties_single_ck CHECK (single),
    ties jsonb NOT NULL
  )`,
];

const DOWN = [
  `DROP TABLE assessment_ties`,
  `DROP TRIGGER flag_tool_carry_over ON flag_tool`,
  `DROP FUNCTION flag_tool_carry_over`,
  `DELETE FROM flag_tool`,
  `INSERT INTO flag_tool (flag_id, tool_id, ${SAME.join(', ')}, reasons, gates, score, quality)
   SELECT f.flag_id, f.tool_id, ${SAME.map((column) => `f.${column}`).join(', ')}, e.reasons, e.gates, e.score, e.quality
   FROM flag_finding f JOIN flag_explanation e ON e.flag_id = f.flag_id AND e.digest = f.explanation`,
  `ALTER TABLE flag_tool
    DROP CONSTRAINT flag_tool_flag_fk, DROP CONSTRAINT flag_tool_tool_fk,
    ADD CONSTRAINT flag_tool_flag_fk FOREIGN KEY (flag_id) REFERENCES replacement_flag (id),
    ADD CONSTRAINT flag_tool_tool_fk FOREIGN KEY (tool_id) REFERENCES tool (id)`,
  `DROP TABLE flag_finding`,
  `DROP TABLE flag_explanation`,
];
