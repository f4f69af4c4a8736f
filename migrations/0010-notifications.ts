import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notifications1790000000010 implements MigrationInterface {
  name = 'Notifications1790000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE support_notice, webhook_delivery, webhook, notification`);
  }
}

const UP = [
  `CREATE TABLE notification (
    id uuid CONSTRAINT notification_pk PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT notification_person_fk REFERENCES person (id),
    event_id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    link text,
    detail jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    read_at timestamptz,
    CONSTRAINT notification_once_uq UNIQUE (person_id, event_id)
  )`,
  `CREATE INDEX notification_person_ix ON notification (person_id, created_at)`,
  `CREATE TABLE webhook (
    id uuid CONSTRAINT webhook_pk PRIMARY KEY,
    name text NOT NULL,
    url text NOT NULL,
    kinds text[] NOT NULL,
    filter jsonb NOT NULL DEFAULT '{}',
    enabled boolean NOT NULL DEFAULT true,
    disabled_reason text CONSTRAINT webhook_disabled_reason_ck CHECK (disabled_reason IN ('BY_PERSON','GONE')),
    secret bytea NOT NULL,
    previous_secret bytea,
    previous_secret_until timestamptz,
    created_by uuid NOT NULL CONSTRAINT webhook_created_by_fk REFERENCES person (id),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT webhook_enabled_ck CHECK (enabled = (disabled_reason IS NULL)),
    CONSTRAINT webhook_previous_secret_ck CHECK ((previous_secret IS NULL) = (previous_secret_until IS NULL))
  )`,
  `CREATE TABLE webhook_delivery (
    id uuid CONSTRAINT webhook_delivery_pk PRIMARY KEY,
    webhook_id uuid NOT NULL CONSTRAINT webhook_delivery_webhook_fk REFERENCES webhook (id) ON DELETE CASCADE,
    event_id uuid NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    state text NOT NULL CONSTRAINT webhook_delivery_state_ck CHECK (state IN ('PENDING','DELIVERED','FAILED')),
    attempts integer NOT NULL DEFAULT 0,
    give_up_at timestamptz NOT NULL,
    next_attempt_at timestamptz,
    last_attempt_at timestamptz,
    last_status integer,
    last_error text,
    delivered_at timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT webhook_delivery_once_uq UNIQUE (webhook_id, event_id),
    CONSTRAINT webhook_delivery_delivered_ck CHECK ((state = 'DELIVERED') = (delivered_at IS NOT NULL))
  )`,
  `CREATE INDEX webhook_delivery_webhook_ix ON webhook_delivery (webhook_id, created_at)`,
  // Each warning about one retirement date goes out once, also when the daily job was down on the day itself.
  `CREATE TABLE support_notice (
    model_id uuid NOT NULL CONSTRAINT support_notice_model_fk REFERENCES model (id),
    retirement_date date NOT NULL,
    days_ahead integer NOT NULL CONSTRAINT support_notice_days_ck CHECK (days_ahead IN (90, 60, 30, 7)),
    CONSTRAINT support_notice_pk PRIMARY KEY (model_id, retirement_date, days_ahead)
  )`,
];
