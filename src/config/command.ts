import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import type { FixedClock } from '../kernel/clock.js';

/** What a command of a feature works with. */
export interface CommandContext {
  /** Opens the application without HTTP on the configured and migrated database, runs the work and closes everything. */
  withApp(work: (app: INestApplicationContext) => Promise<void>): Promise<void>;
  /** The same on a scratch database of the server that is dropped at the end, with a clock that the work moves. */
  withScratchApp(work: (app: INestApplicationContext, clock: FixedClock) => Promise<void>): Promise<void>;
  /** Writes one line for people to standard output. */
  print(line: string): void;
}

/** Each feature exports one of these from its `*.command.ts`; cli.ts lists them. */
export type RegisterCommand = (program: Command, context: CommandContext) => void;

/** Returns the command group of that name, such as `feed`, made by the first feature that asks for it. */
export const commandGroup = (program: Command, name: string, about: string): Command =>
  program.commands.find((each) => each.name() === name) ?? program.command(name).description(about);
