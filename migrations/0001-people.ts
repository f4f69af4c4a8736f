import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1790000000001 implements MigrationInterface {
  name = 'People1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid CONSTRAINT person_pk PRIMARY KEY,
        issuer text NOT NULL,
        subject text NOT NULL,
        email text,
        display_name text NOT NULL,
        teams text[] NOT NULL DEFAULT '{}',
        roles text[] NOT NULL DEFAULT '{}',
        active boolean NOT NULL DEFAULT true,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT person_identity_uq UNIQUE (issuer, subject),
        CONSTRAINT person_roles_ck CHECK (roles <@ ARRAY['PLATFORM_ENGINEER','TOOL_OWNER','MANAGER','VALIDATOR','AUDITOR','ADMIN'])
      )`);
    await runner.query(`CREATE INDEX person_display_name_ix ON person (display_name, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE person`);
  }
}
