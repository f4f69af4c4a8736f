import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PORTFOLIO_DUTIES, SWAP_DUTIES } from './sql/duties.js';
import { BACKFILL, SERVED_ARTIFACTS } from './sql/served-artifacts.js';

export class TimelineAndDuties1790000000016 implements MigrationInterface {
  name = 'TimelineAndDuties1790000000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...SERVED_ARTIFACTS, BACKFILL, ...SWAP_DUTIES, ...PORTFOLIO_DUTIES, GRANTS])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const GRANTS = `DO $$ BEGIN
  REVOKE INSERT, UPDATE, DELETE ON served_artifact FROM modelfolio_app;
  REVOKE DELETE ON swap_evidence FROM modelfolio_app;
EXCEPTION WHEN undefined_object THEN NULL;
END $$`;

const DOWN = [
  `DO $$ BEGIN
    GRANT DELETE ON swap_evidence TO modelfolio_app;
  EXCEPTION WHEN undefined_object THEN NULL;
  END $$`,
  `DROP TRIGGER served_artifact_begun ON assignment`,
  `DROP TRIGGER served_artifact_changed ON model`,
  `DROP TABLE served_artifact`,
  `DROP FUNCTION served_artifact_begins, served_artifact_changes`,
  ...[
    ['swap_request', 'swap_request_standing'],
    ['swap_approval', 'swap_approval_duties'],
    ['swap_evidence', 'swap_evidence_bound'],
    ['assignment', 'assignment_moment'],
    ['model', 'model_duties'],
    ['tool', 'tool_duties'],
    ['policy_version', 'policy_version_duties'],
    ['policy_proposal', 'policy_proposal_duties'],
  ].flatMap(([table, trigger]) => [`DROP TRIGGER ${trigger} ON ${table}`, `DROP FUNCTION ${trigger}`]),
];
