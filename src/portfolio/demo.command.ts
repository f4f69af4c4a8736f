import type { Command } from 'commander';
import { commandGroup } from '../config/command.js';
import type { CommandContext } from '../config/command.js';
import { StartupError } from '../config/startup-error.js';
import { DomainError } from '../kernel/domain-error.js';
import { DemoSeed } from './demo.seed.js';

/** `modelfolio demo reset`: puts the demo portfolio back. */
export function registerDemoCommands(program: Command, { withApp, print }: CommandContext): void {
  commandGroup(program, 'demo', 'the portfolio of a fictional bank')
    .command('reset')
    .description('remove the portfolio, its flags and swap requests, and load the demo portfolio again')
    .action(() =>
      withApp(async (app) => {
        const { models, tools, assignments, pools } = await app
          .get(DemoSeed, { strict: false })
          .reset()
          .catch(inOneSentence);
        print(`Demo portfolio: ${models} models, ${tools} tools, ${assignments} assignments, ${pools} GPU pools.`);
      }),
    );
}

function inOneSentence(error: unknown): never {
  throw error instanceof DomainError ? new StartupError(error.message) : error;
}
