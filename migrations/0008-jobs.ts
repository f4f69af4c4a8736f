import { getConstructionPlans } from 'pg-boss';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The job tables of pg-boss. A release of pg-boss with a newer schema brings a migration of its own, which applies
 * `getMigrationPlans` from the version that it finds in pgboss.version.
 */
export class Jobs1790000000008 implements MigrationInterface {
  name = 'Jobs1790000000008';

  async up(runner: QueryRunner): Promise<void> {
    // The migrator has its own transaction around every migration.
    await runner.query(
      getConstructionPlans('pgboss')
        .replace(/^\s*BEGIN;/, '')
        .replace(/COMMIT;\s*$/, ''),
    );
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA pgboss CASCADE`);
  }
}

const GRANTS = `DO $$ BEGIN
  GRANT USAGE ON SCHEMA pgboss TO modelfolio_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO modelfolio_app;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO modelfolio_app;
  REVOKE INSERT, DELETE ON pgboss.version FROM modelfolio_app;
EXCEPTION WHEN undefined_object THEN NULL;
END $$`;
