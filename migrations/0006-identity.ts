import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1790000000006 implements MigrationInterface {
  name = 'Identity1790000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session (
        id uuid CONSTRAINT session_pk PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT session_person_fk REFERENCES person (id),
        method text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT session_method_ck CHECK (method IN ('LOCAL', 'OIDC')),
        CONSTRAINT session_period_ck CHECK (expires_at > created_at)
      )`);
    await runner.query(`CREATE INDEX session_person_ix ON session (person_id)`);
    await runner.query(`
      CREATE TABLE api_token (
        id uuid CONSTRAINT api_token_pk PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT api_token_person_fk REFERENCES person (id),
        name text NOT NULL,
        secret_sha256 text NOT NULL CONSTRAINT api_token_secret_uq UNIQUE,
        hint text NOT NULL,
        roles text[] NOT NULL,
        created_by uuid NOT NULL CONSTRAINT api_token_created_by_fk REFERENCES person (id),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT api_token_roles_ck CHECK (roles <@ ARRAY['PLATFORM_ENGINEER','TOOL_OWNER','MANAGER','VALIDATOR','AUDITOR','ADMIN'] AND cardinality(roles) > 0),
        CONSTRAINT api_token_period_ck CHECK (expires_at > created_at)
      )`);
    await runner.query(`CREATE INDEX api_token_person_ix ON api_token (person_id)`);
    await runner.query(`
      CREATE TABLE idempotency_key (
        person_id uuid NOT NULL CONSTRAINT idempotency_key_person_fk REFERENCES person (id),
        key text NOT NULL,
        fingerprint text NOT NULL,
        status integer NOT NULL,
        body text,
        location text,
        version integer,
        secret boolean NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT idempotency_key_pk PRIMARY KEY (person_id, key)
      )`);
    await runner.query(`CREATE INDEX idempotency_key_created_at_ix ON idempotency_key (created_at)`);
    await runner.query(`
      CREATE TABLE rate_limit (
        key text CONSTRAINT rate_limit_pk PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      )`);
    await runner.query(`CREATE INDEX rate_limit_expire_ix ON rate_limit (expire)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE rate_limit`);
    await runner.query(`DROP TABLE idempotency_key`);
    await runner.query(`DROP TABLE api_token`);
    await runner.query(`DROP TABLE session`);
  }
}
