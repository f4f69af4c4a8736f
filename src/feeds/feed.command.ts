import type { Command } from 'commander';
import { SYSTEM } from '../audit/audit.writer.js';
import { commandGroup } from '../config/command.js';
import type { CommandContext } from '../config/command.js';
import { StartupError } from '../config/startup-error.js';
import { Clock } from '../kernel/clock.js';
import { FEEDS } from './feed-definitions.js';
import { asOfMoment, inWords, readPayload, runSentence } from './feed-files.js';
import { FeedPoller } from './feed-poller.js';
import { POLLS } from './feed-polls.js';
import { registerReplay } from './feed-replay.command.js';
import { FeedRunner } from './feed-runner.js';
import { FeedsReader, type FeedRow, type FeedRunRow } from './feeds.reader.js';

/** `modelfolio feed …`: payloads that were carried in as files. */
export function registerFeedCommand(program: Command, context: CommandContext): void {
  const feed = commandGroup(program, 'feed', 'sources of releases and facts');
  feed
    .command('import')
    .argument('<name>', `one of ${FEEDS.map(({ name }) => name).join(', ')}`)
    .argument('<file>', 'payload as the source published it')
    .option('--as-of <date>', 'day on which the payload was taken, such as 2026-07-02 (default: now)')
    .description('read a payload into the catalogue')
    .action(async (name: string, file: string, { asOf }: { asOf?: string }) => {
      const bytes = await readPayload(file);
      await context.withApp(async (app) => {
        const moment = asOfMoment(asOf, app.get(Clock).now());
        const options = { asOf: moment, isFresh: asOf === undefined, trigger: 'MANUAL', actor: SYSTEM } as const;
        const runId = await inWords(name, () => app.get(FeedRunner).import({ feed: name, bytes }, options));
        context.print(runSentence(await app.get(FeedsReader).run(name, runId)));
      });
    });
  registerRun(feed, context);
  registerReplay(feed, context);
  registerList(feed, context);
}

function registerRun(feed: Command, context: CommandContext): void {
  feed
    .command('run')
    .argument('<name>', `one of ${Object.keys(POLLS).join(', ')}`)
    .description('fetch a feed now and read what came')
    .action((name: string) =>
      context.withApp(async (app) => {
        const job = { feed: name, trigger: 'MANUAL', actor: null } as const;
        const runs = await inWords(name, () => app.get(FeedPoller).fetch(job));
        tell(context, await Promise.all(runs.map((runId) => app.get(FeedsReader).run(name, runId))));
      }),
    );
}

function registerList(feed: Command, context: CommandContext): void {
  feed
    .command('list')
    .description('the feeds, how fresh they are and what their last run did')
    .action(() =>
      context.withApp(async (app) => {
        const request = { limit: FEEDS.length, sort: 'name', descending: false, after: null };
        const { items } = await app.get(FeedsReader).list(request);
        for (const row of items) context.print(feedSentence(row));
      }),
    );
}

/** Prints what each run did; a failed one fails the command, after all are told. */
function tell({ print }: CommandContext, runs: readonly FeedRunRow[]): void {
  const failures = runs
    .filter(({ status }) => status === 'FAILED')
    .map(({ feed, error }) => `${feed}: ${error ?? 'it failed'}`);
  for (const run of runs) if (run.status !== 'FAILED') print(runSentence(run));
  if (failures.length > 0) throw new StartupError(failures.join('\n'));
}

function feedSentence({ name, asOf, lastRun, held }: FeedRow): string {
  const fresh = asOf === null ? 'never read' : `as of ${asOf.toISOString().slice(0, 10)}`;
  return [name.padEnd(14), fresh.padEnd(18), lastRun?.status.toLowerCase() ?? '', held > 0 ? `${held} held` : '']
    .join(' ')
    .trimEnd();
}
