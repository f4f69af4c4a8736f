import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Audit1790000000007 implements MigrationInterface {
  name = 'Audit1790000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** Takes one lock per database, held from the end of a transaction to its commit, so that the chain has no fork. */
const CHAIN_LOCK = 4_772_051_964;

const UP = [
  // Where the server forbids it, an administrator creates the role and grants it to the login role; until then the
  // application works with the rights of its login role, and the triggers below are what protects the trail.
  `DO $$ BEGIN
    CREATE ROLE modelfolio_app NOLOGIN;
  EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
    WHEN insufficient_privilege THEN RAISE NOTICE 'role modelfolio_app must be created by an administrator';
  END $$`,
  `DO $$ BEGIN
    IF NOT pg_has_role(current_user, 'modelfolio_app', 'MEMBER') THEN
      GRANT modelfolio_app TO CURRENT_USER;
    END IF;
  EXCEPTION
    WHEN undefined_object THEN NULL;
    WHEN insufficient_privilege THEN RAISE NOTICE 'role modelfolio_app must be granted by an administrator';
  END $$`,
  `CREATE TABLE audit_event (
    position bigint CONSTRAINT audit_event_pk PRIMARY KEY,
    at timestamptz NOT NULL,
    body text NOT NULL,
    prev_hash bytea NOT NULL,
    hash bytea NOT NULL,
    id uuid NOT NULL GENERATED ALWAYS AS ((body::jsonb ->> 'id')::uuid) STORED,
    kind text NOT NULL GENERATED ALWAYS AS (body::jsonb ->> 'kind') STORED,
    subject_type text NOT NULL GENERATED ALWAYS AS (body::jsonb #>> '{subject,type}') STORED,
    subject_id text NOT NULL GENERATED ALWAYS AS (body::jsonb #>> '{subject,id}') STORED,
    actor_id uuid GENERATED ALWAYS AS ((body::jsonb #>> '{actor,personId}')::uuid) STORED,
    CONSTRAINT audit_event_id_uq UNIQUE (id)
  )`,
  `CREATE INDEX audit_event_at_ix ON audit_event (at)`,
  `CREATE INDEX audit_event_kind_ix ON audit_event (kind, position)`,
  `CREATE INDEX audit_event_subject_ix ON audit_event (subject_id, position)`,
  `CREATE INDEX audit_event_actor_ix ON audit_event (actor_id, position)`,
  // Holds a record from the moment of the change until its commit gives it a place in the chain; always empty outside.
  `CREATE UNLOGGED TABLE audit_intake (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT audit_intake_pk PRIMARY KEY,
    body text NOT NULL
  )`,
  `CREATE FUNCTION audit_append() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    moment timestamptz;
    place bigint := 1;
    previous bytea := decode(repeat('00', 32), 'hex');
    head record;
  BEGIN
    PERFORM pg_advisory_xact_lock(${CHAIN_LOCK});
    SELECT position, hash INTO head FROM audit_event ORDER BY position DESC LIMIT 1;
    IF FOUND THEN
      place := head.position + 1;
      previous := head.hash;
    END IF;
    moment := date_trunc('milliseconds', clock_timestamp());
    INSERT INTO audit_event (position, at, body, prev_hash, hash) VALUES (
      place, moment, NEW.body, previous,
      sha256(convert_to(concat_ws(E'\\n', place, to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        encode(previous, 'hex'), NEW.body), 'UTF8')));
    DELETE FROM audit_intake WHERE id = NEW.id;
    RETURN NULL;
  END $$`,
  // Deferred to the commit: the chain's lock is taken last whatever the order of the writes, and held for an instant.
  `CREATE CONSTRAINT TRIGGER audit_intake_append AFTER INSERT ON audit_intake
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_append()`,
  `CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the audit trail is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
  END $$`,
  `CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()`,
  `ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_event_append_only`,
  `ALTER TABLE audit_intake ENABLE ALWAYS TRIGGER audit_intake_append`,
  `DO $$ BEGIN
    GRANT USAGE ON SCHEMA public TO modelfolio_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO modelfolio_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO modelfolio_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO modelfolio_app;
    REVOKE ALL ON audit_event, audit_intake FROM modelfolio_app;
    GRANT SELECT ON audit_event TO modelfolio_app;
    GRANT INSERT (body) ON audit_intake TO modelfolio_app;
    REVOKE INSERT, UPDATE, DELETE ON migrations FROM modelfolio_app;
  EXCEPTION WHEN undefined_object THEN NULL;
  END $$`,
];

// The role stays: it belongs to the server, and other databases of it may use it.
const DOWN = [
  `DROP TABLE audit_intake, audit_event`,
  `DROP FUNCTION audit_append, audit_refuse`,
  `DO $$ BEGIN
    ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM modelfolio_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON SEQUENCES FROM modelfolio_app;
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM modelfolio_app;
    REVOKE ALL ON SCHEMA public FROM modelfolio_app;
  EXCEPTION WHEN undefined_object THEN NULL;
  END $$`,
];
