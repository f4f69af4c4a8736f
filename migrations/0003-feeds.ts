import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Feeds1790000000003 implements MigrationInterface {
  name = 'Feeds1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE feed_payload (
        id uuid CONSTRAINT feed_payload_pk PRIMARY KEY,
        feed text NOT NULL,
        sha256 text NOT NULL CONSTRAINT feed_payload_sha_ck CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        bytes bytea NOT NULL,
        size_bytes integer NOT NULL,
        content_type text,
        received_at timestamptz NOT NULL,
        CONSTRAINT feed_payload_uq UNIQUE (feed, sha256)
      )`);
    // What the next poll of an address says it already has.
    await runner.query(`
      CREATE TABLE feed_source (
        feed text NOT NULL,
        address text NOT NULL,
        etag text,
        last_modified text,
        payload_id uuid NOT NULL CONSTRAINT feed_source_payload_fk REFERENCES feed_payload (id),
        polled_at timestamptz NOT NULL,
        CONSTRAINT feed_source_pk PRIMARY KEY (feed, address)
      )`);
    // A feed that has gone stale is told once, until it is fresh again.
    await runner.query(`
      CREATE TABLE feed_staleness (
        feed text CONSTRAINT feed_staleness_pk PRIMARY KEY,
        stale_since timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE feed_run (
        id uuid CONSTRAINT feed_run_pk PRIMARY KEY,
        feed text NOT NULL,
        trigger text NOT NULL CONSTRAINT feed_run_trigger_ck CHECK (trigger IN ('SCHEDULE','MANUAL','UPLOAD','BUNDLED')),
        status text NOT NULL CONSTRAINT feed_run_status_ck CHECK (status IN ('QUEUED','RUNNING','SUCCEEDED','UNCHANGED','FAILED')),
        as_of timestamptz,
        payload_id uuid CONSTRAINT feed_run_payload_fk REFERENCES feed_payload (id),
        total integer NOT NULL DEFAULT 0,
        done integer NOT NULL DEFAULT 0,
        added integer NOT NULL DEFAULT 0,
        changed integer NOT NULL DEFAULT 0,
        unchanged integer NOT NULL DEFAULT 0,
        quarantined integer NOT NULL DEFAULT 0,
        error text,
        started_by uuid CONSTRAINT feed_run_person_fk REFERENCES person (id),
        created_at timestamptz NOT NULL,
        started_at timestamptz,
        finished_at timestamptz
      )`);
    await runner.query(`CREATE INDEX feed_run_feed_ix ON feed_run (feed, created_at DESC, id)`);
    await runner.query(`
      CREATE TABLE quarantined_item (
        id uuid CONSTRAINT quarantined_item_pk PRIMARY KEY,
        feed text NOT NULL,
        run_id uuid NOT NULL CONSTRAINT quarantined_item_run_fk REFERENCES feed_run (id),
        payload_id uuid CONSTRAINT quarantined_item_payload_fk REFERENCES feed_payload (id),
        position text NOT NULL,
        reason text NOT NULL,
        item jsonb,
        status text NOT NULL DEFAULT 'HELD' CONSTRAINT quarantined_item_status_ck CHECK (status IN ('HELD','RELEASED','DISCARDED')),
        decided_by uuid CONSTRAINT quarantined_item_person_fk REFERENCES person (id),
        decided_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        CONSTRAINT quarantined_item_uq UNIQUE (feed, position, reason)
      )`);
    await runner.query(`
      CREATE TABLE gateway (
        id uuid CONSTRAINT gateway_pk PRIMARY KEY,
        name text NOT NULL CONSTRAINT gateway_name_uq UNIQUE,
        kind text NOT NULL CONSTRAINT gateway_kind_ck CHECK (kind IN ('OPENAI','OLLAMA')),
        url text NOT NULL,
        polled_at timestamptz,
        error text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE gateway_sighting (
        gateway_id uuid NOT NULL CONSTRAINT gateway_sighting_gateway_fk REFERENCES gateway (id),
        served_name text NOT NULL,
        first_seen_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        CONSTRAINT gateway_sighting_pk PRIMARY KEY (gateway_id, served_name)
      )`);
    await runner.query(`CREATE INDEX release_fact_source_ix ON release_fact (source, observed_at)`);
    await runner.query(`CREATE INDEX benchmark_result_source_ix ON benchmark_result (source, observed_at)`);
    await runner.query(`CREATE INDEX quarantined_item_status_ix ON quarantined_item (status, created_at DESC, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX release_fact_source_ix, benchmark_result_source_ix`);
    await runner.query(
      `DROP TABLE gateway_sighting, gateway, quarantined_item, feed_run, feed_source, feed_staleness, feed_payload`,
    );
  }
}
