import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Evaluations1790000000011 implements MigrationInterface {
  name = 'Evaluations1790000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE evaluation_run (
      id uuid CONSTRAINT evaluation_run_pk PRIMARY KEY,
      tool_id uuid NOT NULL CONSTRAINT evaluation_run_tool_fk REFERENCES tool (id),
      golden_set_id text NOT NULL,
      champion_release_id uuid NOT NULL CONSTRAINT evaluation_run_champion_fk REFERENCES release (id),
      challenger_release_id uuid NOT NULL CONSTRAINT evaluation_run_challenger_fk REFERENCES release (id),
      metric text NOT NULL,
      higher_is_better boolean NOT NULL,
      n integer NOT NULL CONSTRAINT evaluation_run_n_ck CHECK (n > 0),
      champion_score double precision NOT NULL CONSTRAINT evaluation_run_champion_score_ck CHECK (champion_score BETWEEN 0 AND 100),
      challenger_score double precision NOT NULL CONSTRAINT evaluation_run_challenger_score_ck CHECK (challenger_score BETWEEN 0 AND 100),
      half_width double precision CONSTRAINT evaluation_run_half_width_ck CHECK (half_width >= 0),
      regressions integer CONSTRAINT evaluation_run_regressions_ck CHECK (regressions BETWEEN 0 AND n),
      champion_latency_ms double precision CONSTRAINT evaluation_run_champion_latency_ck CHECK (champion_latency_ms >= 0),
      challenger_latency_ms double precision CONSTRAINT evaluation_run_challenger_latency_ck CHECK (challenger_latency_ms >= 0),
      champion_digest text,
      challenger_digest text,
      passed boolean NOT NULL,
      policy_version integer NOT NULL CONSTRAINT evaluation_run_policy_fk REFERENCES policy_version (version),
      ran_at timestamptz NOT NULL,
      recorded_by uuid NOT NULL CONSTRAINT evaluation_run_person_fk REFERENCES person (id),
      recorded_at timestamptz NOT NULL,
      note text,
      CONSTRAINT evaluation_run_pair_ck CHECK (champion_release_id <> challenger_release_id)
    )`);
    await runner.query(`CREATE INDEX evaluation_run_tool_ix ON evaluation_run (tool_id, ran_at DESC, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE evaluation_run`);
  }
}
