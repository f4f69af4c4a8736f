import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { AppModule } from './app.module.js';
import { registerAuditCommand } from './audit/audit.command.js';
import { registerCatalogueCommand } from './catalogue/catalogue.command.js';
import type { CommandContext, RegisterCommand } from './config/command.js';
import { parseEnv } from './config/env.js';
import type { Config } from './config/env.js';
import { StartupError } from './config/startup-error.js';
import { withScratchDatabase } from './database/scratch-database.js';
import { startDatabase } from './database/start-database.js';
import { createLogger, frameworkLogger } from './http/logging.js';
import { registerEvaluateCommand } from './evaluations/evaluate.command.js';
import { registerCoverageCommand } from './feeds/coverage.command.js';
import { registerFeedCommand } from './feeds/feed.command.js';
import { FixedClock, SystemClock } from './kernel/clock.js';
import type { Clock } from './kernel/clock.js';
import { registerDrillCommand } from './lock-in/drill.command.js';
import { registerReportCommand } from './lock-in/report.command.js';
import { registerMigrateCommand } from './migrate.command.js';
import { registerDemoCommands } from './portfolio/demo.command.js';
import { registerAssessCommand } from './replacement/assess.command.js';
import { registerFlagsCommand } from './replacement/replacement.command.js';
import { registerReplayCommand } from './replacement/replay/replay.command.js';
import { registerServeCommand } from './serve.command.js';

const COMMANDS: readonly RegisterCommand[] = [
  registerServeCommand,
  registerMigrateCommand,
  registerAuditCommand,
  registerDemoCommands,
  registerCatalogueCommand,
  registerFeedCommand,
  registerCoverageCommand,
  registerFlagsCommand,
  registerEvaluateCommand,
  registerReportCommand,
  registerDrillCommand,
  registerAssessCommand,
  registerReplayCommand,
];

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

const context: CommandContext = {
  print,
  withApp: (work) => withDatabase((config) => withContext(config, new SystemClock(), work)),
  withScratchApp: (work) =>
    withDatabase((config) =>
      withScratchDatabase(config, (scratch) => {
        const clock = new FixedClock(new Date());
        return withContext(scratch, clock, (app) => work(app, clock));
      }),
    ),
};

async function withDatabase(work: (config: Config) => Promise<void>): Promise<void> {
  const database = await startDatabase(parseEnv(process.env), complain);
  await work(database.config).finally(() => database.stop());
}

async function withContext(
  config: Config,
  clock: Clock,
  work: (app: INestApplicationContext) => Promise<void>,
): Promise<void> {
  const logger = frameworkLogger(createLogger({ logLevel: 'warn' }));
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config, clock), {
    logger,
    abortOnError: false,
  });
  await work(app).finally(() => app.close());
}

/** Runs one command line; a refusal is one sentence on standard error and exit code 1. */
export async function run(args: readonly string[]): Promise<void> {
  const program = new Command('modelfolio')
    .description('Which open-weight models an enterprise runs, and which newer release could replace which of them.')
    .showHelpAfterError();
  for (const register of COMMANDS) register(program, context);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    complain(error instanceof StartupError ? error.message : String(error instanceof Error ? error.stack : error));
    // A start that failed half-way may have left sessions open that would keep the process alive.
    process.exit(1);
  }
}
