import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SWAP_RECORDS } from './sql/swap-records.js';
import { requestGuard } from './sql/swap-rules.js';

/** What a swap was asked, decided and done with stays as it was written, whoever writes past the application. */
export class SwapRecords1790000000019 implements MigrationInterface {
  name = 'SwapRecords1790000000019';

  async up(runner: QueryRunner): Promise<void> {
    // A release that turns out to be another's twin is followed by its requests; `release_kept` judges that.
    await runner.query(requestGuard(['from_model_id', 'to_model_id', 'digest', 'change_type']));
    for (const statement of SWAP_RECORDS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
    await runner.query(requestGuard(['from_model_id', 'to_release_id', 'to_model_id', 'digest', 'change_type']));
  }
}

const DOWN = [
  `DROP TRIGGER model_release_kept ON model`,
  `DROP TRIGGER evaluation_run_release_kept ON evaluation_run`,
  `DROP TRIGGER swap_request_release_kept ON swap_request`,
  `DROP FUNCTION release_kept`,
  `ALTER TABLE swap_evidence DROP CONSTRAINT swap_evidence_evaluation_fk`,
  `ALTER TABLE swap_request DROP CONSTRAINT swap_request_moved_ck, DROP CONSTRAINT swap_request_stage_state_ck,
    DROP CONSTRAINT swap_request_in_window_ck, DROP CONSTRAINT swap_request_plan_ck, DROP COLUMN checks`,
  ...[
    ['swap_request', 'swap_request_record'],
    ['swap_request', 'swap_request_made'],
    ['swap_approval', 'swap_approval_party'],
    ['evaluation_run', 'evaluation_run_final'],
    ['assignment', 'assignment_begins'],
    ['assignment', 'assignment_record'],
    ['model', 'model_ends'],
    ['tool', 'tool_ends'],
  ].flatMap(([table, trigger]) => [`DROP TRIGGER ${trigger} ON ${table}`, `DROP FUNCTION ${trigger}`]),
];
