import type { Command } from 'commander';
import { commandGroup } from '../config/command.js';
import type { CommandContext } from '../config/command.js';
import { StartupError } from '../config/startup-error.js';
import { verdictSentence, verifyExport } from './audit-export.js';

interface VerifyOptions {
  readonly checkpoint: readonly string[];
  readonly publicKey?: string;
}

/** `modelfolio audit …`: needs neither the service nor its database. */
export function registerAuditCommand(program: Command, context: CommandContext): void {
  commandGroup(program, 'audit', 'the audit trail')
    .command('verify')
    .argument('<file>', 'export of the trail, as /v1/audit-events.ndjson answers it')
    .option(
      '--checkpoint <file...>',
      'checkpoints that were exported earlier, as /v1/audit-events/checkpoint answers them',
      [],
    )
    .option('--public-key <file>', 'PEM of the key that signs checkpoints; trusted before the key inside a checkpoint')
    .description('recompute every hash of an exported audit trail')
    .action(async (file: string, { checkpoint, publicKey }: VerifyOptions) => {
      const verdict = await verifyExport(file, checkpoint, publicKey).catch((error: unknown) => {
        throw new StartupError(error instanceof Error ? `Cannot verify: ${error.message}` : String(error));
      });
      context.print(verdictSentence(verdict));
      if (!verdict.intact) process.exitCode = 1;
    });
}
