import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits behind a name that stands for no release is found by the name; without these every name reads every fact. */
export class FactsOfAName1790000000018 implements MigrationInterface {
  name = 'FactsOfAName1790000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX release_fact_subject_ix ON release_fact (subject)`);
    await runner.query(`CREATE INDEX benchmark_result_subject_ix ON benchmark_result (subject)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX release_fact_subject_ix, benchmark_result_subject_ix`);
  }
}
