import type { Command } from 'commander';
import { CatalogueSeed } from '../catalogue/catalogue.seed.js';
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
        // A database that was never started has no catalogue yet, and the portfolio stands on it.
        await app.get(CatalogueSeed, { strict: false }).loadBundled();
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
