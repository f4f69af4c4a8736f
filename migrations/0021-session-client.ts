import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the client of a session called itself, so that people tell their sessions apart; null for those opened before. */
export class SessionClient1790000000021 implements MigrationInterface {
  name = 'SessionClient1790000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session ADD COLUMN client text`);
    await runner.query(`ALTER TABLE session ADD CONSTRAINT session_client_ck CHECK (length(client) <= 300) NOT VALID`);
    await runner.query(`ALTER TABLE session VALIDATE CONSTRAINT session_client_ck`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session DROP COLUMN client`);
  }
}
