import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What many tools are told in the same words is stored once. */
export class FlagExplanations1790000000015 implements MigrationInterface {
  name = 'FlagExplanations1790000000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const DIGEST = `encode(sha256(convert_to(jsonb_build_array(reasons, gates, score, quality)::text, 'UTF8')), 'hex')`;

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
  `INSERT INTO flag_explanation (flag_id, digest, reasons, gates, score, quality)
   SELECT DISTINCT ON (1, 2) flag_id, ${DIGEST}, reasons, gates, score, quality FROM flag_tool`,
  `ALTER TABLE flag_tool
    ADD COLUMN explanation text,
    ADD COLUMN reason_names text[],
    ADD COLUMN headline_score double precision`,
  `UPDATE flag_tool SET explanation = ${DIGEST}, headline_score = (score ->> 'score')::double precision,
     reason_names = ARRAY (SELECT reason ->> 'reason' FROM jsonb_array_elements(reasons) AS reason)`,
  `ALTER TABLE flag_tool DROP COLUMN reasons, DROP COLUMN gates, DROP COLUMN score, DROP COLUMN quality`,
  `ALTER TABLE flag_tool RENAME COLUMN reason_names TO reasons`,
  `ALTER TABLE flag_tool RENAME COLUMN headline_score TO score`,
  // An explanation belongs to its flag, so the key of the flag need not be checked a second time.
  `ALTER TABLE flag_tool
    ALTER COLUMN explanation SET NOT NULL,
    ALTER COLUMN reasons SET NOT NULL,
    DROP CONSTRAINT flag_tool_flag_fk,
    ADD CONSTRAINT flag_tool_explanation_fk FOREIGN KEY (flag_id, explanation) REFERENCES flag_explanation (flag_id, digest)`,
  `CREATE INDEX flag_tool_explanation_ix ON flag_tool (flag_id, explanation)`,
  // What ties the findings of all models together, as it was when they were last assessed.
  `CREATE TABLE assessment_ties (
    single boolean CONSTRAINT assessment_ties_pk PRIMARY KEY DEFAULT true CONSTRAINT assessment_ties_single_ck CHECK (single),
    ties jsonb NOT NULL
  )`,
];

const DOWN = [
  `DROP TABLE assessment_ties`,
  `ALTER TABLE flag_tool RENAME COLUMN reasons TO reason_names`,
  `ALTER TABLE flag_tool RENAME COLUMN score TO headline_score`,
  `ALTER TABLE flag_tool
    ADD COLUMN reasons jsonb,
    ADD COLUMN gates jsonb,
    ADD COLUMN score jsonb,
    ADD COLUMN quality jsonb`,
  `UPDATE flag_tool t SET reasons = e.reasons, gates = e.gates, score = e.score, quality = e.quality
   FROM flag_explanation e WHERE e.flag_id = t.flag_id AND e.digest = t.explanation`,
  `ALTER TABLE flag_tool
    DROP CONSTRAINT flag_tool_explanation_fk,
    DROP COLUMN explanation,
    DROP COLUMN reason_names,
    DROP COLUMN headline_score,
    ALTER COLUMN reasons SET NOT NULL,
    ALTER COLUMN gates SET NOT NULL,
    ADD CONSTRAINT flag_tool_flag_fk FOREIGN KEY (flag_id) REFERENCES replacement_flag (id)`,
  `DROP TABLE flag_explanation`,
];
