import type { Command } from 'commander';
import type { CommandContext } from './config/command.js';
import { parseEnv } from './config/env.js';
import { startDatabase } from './database/start-database.js';

/** `modelfolio migrate`: brings the schema up to date and ends; for deployments whose service role owns no tables. */
export function registerMigrateCommand(program: Command, { print }: CommandContext): void {
  program
    .command('migrate')
    .description('bring the database schema up to date')
    .action(async () => {
      const database = await startDatabase(parseEnv(process.env), print);
      print(`The schema is up to date (${database.about}).`);
      await database.stop();
    });
}
