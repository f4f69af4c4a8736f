import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counters of one minute need not survive a crash, and without a log no write waits for the disk to be counted. */
export class RateLimitUnlogged1790000000013 implements MigrationInterface {
  name = 'RateLimitUnlogged1790000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE rate_limit SET UNLOGGED`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE rate_limit SET LOGGED`);
  }
}
