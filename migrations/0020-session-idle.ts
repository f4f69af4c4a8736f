import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a session was last heard of, to the minute, so that one that nobody uses ends; null until its second minute. */
export class SessionIdle1790000000020 implements MigrationInterface {
  name = 'SessionIdle1790000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session ADD COLUMN seen_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session DROP COLUMN seen_at`);
  }
}
