import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Option, type Command } from 'commander';
import { SYSTEM } from '../audit/audit.writer.js';
import { catalogueStateHash } from '../catalogue/catalogue.state-hash.js';
import type { CommandContext } from '../config/command.js';
import { StartupError } from '../config/startup-error.js';
import { Database } from '../database/database.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { expectShape, readJson, shape } from './connectors/payload.js';
import { asOfMoment, inWords, readPayload, runSentence } from './feed-files.js';
import { FeedRunner } from './feed-runner.js';
import { FeedsReader } from './feeds.reader.js';

interface KeptPayload {
  readonly feed: string;
  readonly file: string;
  readonly asOf: string;
}

const TEXT = { type: 'string', minLength: 1, maxLength: 1000 };
const manifestShape = shape<readonly KeptPayload[]>({
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['feed', 'file', 'asOf'],
    properties: { feed: TEXT, file: TEXT, asOf: TEXT },
  },
});

interface ReplayOptions {
  readonly orders?: number;
  readonly seed: string;
}

/** `modelfolio feed replay …`: many kept payloads in one go, in one order or in several. */
export function registerReplay(feed: Command, context: CommandContext): void {
  feed
    .command('replay')
    .argument('<manifest>', 'JSON list of {"feed", "file", "asOf"}; files relative to the manifest')
    .addOption(
      new Option(
        '--orders <n>',
        'prove instead that order does not matter: read all in the given order and in n random ones, each on a scratch database',
      ).argParser(readCount),
    )
    .option('--seed <text>', 'which random orders', '1')
    .description('read many kept payloads in one go and print the state hash of the catalogue')
    .action(async (manifest: string, { orders, seed }: ReplayOptions) => {
      const payloads = readManifest(await readPayload(manifest)).map((each) => ({
        ...each,
        file: resolve(dirname(manifest), each.file),
      }));
      if (orders === undefined)
        await context.withApp(async (app) => context.print(await replay(app, payloads, context)));
      else await proveOrders(payloads, [undefined, ...seeds(orders, seed)], context);
    });
}

const seeds = (count: number, seed: string): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${seed}.${index + 1}`);

async function proveOrders(
  payloads: readonly KeptPayload[],
  orders: readonly (string | undefined)[],
  context: CommandContext,
): Promise<void> {
  const hashes = new Set<string>();
  for (const seed of orders)
    await context.withScratchApp(async (app) => {
      const sentence = await replay(app, seed === undefined ? payloads : shuffled(payloads, seed), {});
      hashes.add(sentence);
      context.print(`${seed === undefined ? 'given order' : `order ${seed}`}: ${sentence}`);
    });
  if (hashes.size > 1) throw new StartupError('The catalogues differ: order matters.');
}

/** Reads all payloads and returns the state hash in a sentence. */
async function replay(
  app: INestApplicationContext,
  payloads: readonly KeptPayload[],
  { print }: Partial<CommandContext>,
): Promise<string> {
  for (const { feed, file, asOf } of payloads) {
    const bytes = await readPayload(file);
    const options = { asOf: asOfMoment(asOf, app.get(Clock).now()), trigger: 'MANUAL', actor: SYSTEM } as const;
    const runId = await inWords(feed, () => app.get(FeedRunner).import({ feed, bytes }, options));
    print?.(runSentence(await app.get(FeedsReader).run(feed, runId)));
  }
  return `state hash ${await catalogueStateHash(app.get(Database))}`;
}

/** An order that the seed decides alone. */
function shuffled<T>(items: readonly T[], seed: string): readonly T[] {
  const rank = (index: number): string => createHash('sha256').update(`${seed} ${index}`).digest('hex');
  return items
    .map((item, index) => ({ item, rank: rank(index) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ item }) => item);
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 1000)
    throw new StartupError(`--orders takes a number from 1 to 1000, not "${text}".`);
  return count;
}

function readManifest(bytes: Buffer): readonly KeptPayload[] {
  try {
    return expectShape(manifestShape, readJson(bytes), 'a list of payloads');
  } catch (error) {
    throw error instanceof DomainError ? new StartupError(error.message) : error;
  }
}
