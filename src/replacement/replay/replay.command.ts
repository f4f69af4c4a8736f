import type { RegisterCommand } from '../../config/command.js';
import { StartupError } from '../../config/startup-error.js';
import { readDemoPortfolio } from '../../portfolio/demo-portfolio.js';
import { findPayloads, readPayload } from './replay-payloads.js';
import { flagTable, monthTable, quietChecks, truthTable } from './replay-report.js';
import { replay } from './replay.js';
import { readTruth, TruthWatch } from './truth.js';

interface Options {
  readonly portfolio: string;
  readonly payloads: string;
  readonly until: string;
  readonly truth?: string;
}

/** `modelfolio replay`: when each flag would have been raised, had the product run on kept payloads day by day. */
export const registerReplayCommand: RegisterCommand = (program, { withScratchApp, print }) => {
  program
    .command('replay')
    .description('live kept payloads again on a scratch database and print when each flag would have been raised')
    .requiredOption('--portfolio <file>', 'a portfolio in the form of seeds/demo-portfolio.json')
    .requiredOption('--payloads <folder>', 'payloads: the feed is the folder, the day a date in the path')
    .requiredOption('--until <date>', 'last day, such as 2026-07-02')
    .option('--truth <file>', 'CSV: in-use key, successor key; prints how many successors were found')
    .action(async ({ portfolio, payloads, until, truth }: Options) => {
      if (Number.isNaN(Date.parse(`${until}T00:00:00Z`)))
        throw new StartupError(`--until takes a day such as 2026-07-02, not "${until}".`);
      const kept = await findPayloads(payloads);
      if (!kept.some(({ day }) => day !== undefined && day <= until))
        throw new StartupError(`Below ${payloads} there is no payload of a feed with a day until ${until}.`);
      const watch = truth === undefined ? undefined : new TruthWatch(readTruth(String(await readPayload(truth))));
      await withScratchApp(async (app, clock) => {
        const report = (line: string): void => void process.stderr.write(`${line}\n`);
        const plan = { portfolio, payloads: kept, until, report, ...(watch === undefined ? {} : { truth: watch }) };
        const log = await replay(app, clock, plan);
        const raised = log.raised();
        const names = (await readDemoPortfolio(portfolio)).portfolio.models.map(({ name }) => name);
        const parts = [flagTable(raised), monthTable(raised, names), quietChecks(log)];
        if (watch !== undefined) parts.push(truthTable(watch.outcomes()));
        print(parts.map((lines) => lines.join('\n')).join('\n\n'));
      });
    });
};
