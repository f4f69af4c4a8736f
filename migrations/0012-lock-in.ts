import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LockIn1790000000012 implements MigrationInterface {
  name = 'LockIn1790000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE lock_in_snapshot`);
    await runner.query(`DROP FUNCTION lock_in_snapshot_is_final()`);
  }
}

const UP = [
  `CREATE TABLE lock_in_snapshot (
    id uuid CONSTRAINT lock_in_snapshot_pk PRIMARY KEY,
    cause text NOT NULL CONSTRAINT lock_in_snapshot_cause_ck CHECK (cause IN ('ON_DEMAND','MONTHLY','LIMITS_CHANGED')),
    -- The month of a MONTHLY one, so that no month is frozen twice.
    month text CONSTRAINT lock_in_snapshot_month_uq UNIQUE CONSTRAINT lock_in_snapshot_month_ck CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
    as_of timestamptz NOT NULL,
    taken_at timestamptz NOT NULL,
    -- NULL: by the schedule.
    taken_by uuid CONSTRAINT lock_in_snapshot_person_fk REFERENCES person (id),
    note text,
    policy_version integer NOT NULL CONSTRAINT lock_in_snapshot_policy_fk REFERENCES policy_version (version),
    -- The report as canonical JSON (RFC 8785), byte for byte what sha256 is taken of.
    report text NOT NULL,
    sha256 text NOT NULL CONSTRAINT lock_in_snapshot_sha256_ck CHECK (sha256 = encode(sha256(convert_to(report, 'UTF8')), 'hex')),
    -- Figures of the trend, on the materiality basis; NULL where nothing could be judged.
    lock_in_index double precision,
    substitutability double precision,
    exit_readiness double precision,
    top_vendor text,
    top_vendor_share double precision NOT NULL,
    top_country text,
    top_country_share double precision NOT NULL,
    tools integer NOT NULL,
    models integer NOT NULL,
    breached text[] NOT NULL,
    CONSTRAINT lock_in_snapshot_monthly_ck CHECK ((cause = 'MONTHLY') = (month IS NOT NULL)),
    CONSTRAINT lock_in_snapshot_taken_ck CHECK (as_of <= taken_at)
  )`,
  `CREATE INDEX lock_in_snapshot_as_of_ix ON lock_in_snapshot (as_of DESC, id)`,
  `CREATE FUNCTION lock_in_snapshot_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'a lock-in snapshot is never changed' USING ERRCODE = 'restrict_violation';
  END $$`,
  `CREATE TRIGGER lock_in_snapshot_final BEFORE UPDATE OR DELETE OR TRUNCATE ON lock_in_snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION lock_in_snapshot_is_final()`,
  `DO $$ BEGIN
    REVOKE UPDATE, DELETE ON lock_in_snapshot FROM modelfolio_app;
  EXCEPTION
    WHEN undefined_object THEN NULL;
  END $$`,
];
