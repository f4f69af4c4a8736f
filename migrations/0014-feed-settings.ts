import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FeedSettings1790000000014 implements MigrationInterface {
  name = 'FeedSettings1790000000014';

  async up(runner: QueryRunner): Promise<void> {
    // A NULL column is what the product itself proposes.
    await runner.query(`
      CREATE TABLE feed_setting (
        feed text CONSTRAINT feed_setting_pk PRIMARY KEY,
        every_hours integer CONSTRAINT feed_setting_hours_ck CHECK (every_hours BETWEEN 1 AND 720),
        organisations text[],
        version integer NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    // Prices of several hosts stood under one place each; the bundled catalogue and the next poll name the hosts.
    await runner.query(`DELETE FROM release_fact WHERE source = 'litellm' AND source_ref NOT LIKE 'providers/%'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE feed_setting');
  }
}
