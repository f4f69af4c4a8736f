import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { RegisterCommand } from '../config/command.js';
import { StartupError } from '../config/startup-error.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { Egress } from '../egress/egress.client.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { EvaluationsService } from './evaluations.service.js';
import { runGoldenSet } from './golden-run.js';
import type { GoldenRunResult } from './golden-run.js';
import { readGoldenSet } from './golden-set.js';
import type { GoldenSet } from './golden-set.js';

interface Options {
  readonly tool: string;
  readonly against: string;
  readonly endpoint: string;
  readonly championEndpoint?: string;
  readonly golden: string;
  readonly by: string;
  readonly model?: string;
  readonly championModel?: string;
  readonly judgeEndpoint?: string;
  readonly judgeModel?: string;
  readonly digest?: string;
  readonly championDigest?: string;
  readonly tokenFile?: string;
  readonly concurrency: string;
}

interface Served {
  readonly id: string;
  readonly championKey: string;
  readonly model: string;
  /** As registered with the model. */
  readonly endpointUrl: string | null;
  readonly weightsDigest: string | null;
}

const SERVED = statement<Served>(
  'evaluate.served-tool',
  `SELECT t.id, r.key AS "championKey", m.name AS model, m.endpoint_url AS "endpointUrl", m.weights_digest AS "weightsDigest"
   FROM tool t
   JOIN assignment a ON a.tool_id = t.id AND a.purpose = 'PRIMARY' AND a.valid_from <= $2
     AND (a.valid_to IS NULL OR a.valid_to > $2)
   JOIN model m ON m.id = a.model_id JOIN release r ON r.id = m.release_id
   WHERE lower(t.name) = lower($1) OR t.id::text = lower($1)`,
);
const PERSON = statement<Actor>(
  'evaluate.person',
  `SELECT id AS "personId", display_name AS "displayName", roles, teams FROM person
   WHERE active AND (lower(subject) = lower($1) OR lower(email) = lower($1)) ORDER BY id LIMIT 1`,
);

/** `modelfolio evaluate`: a tool's golden set on the model in use and a challenger; only figures are recorded, never a prompt. */
export const registerEvaluateCommand: RegisterCommand = (program, { withApp, print }) => {
  program
    .command('evaluate')
    .description('run a golden set on the model in use and a challenger, and record the comparison')
    .requiredOption('--tool <tool>', 'name or id of the tool')
    .requiredOption('--against <release>', 'key or alias of the challenger')
    .requiredOption('--endpoint <url>', 'OpenAI-compatible endpoint of the challenger')
    .requiredOption(
      '--golden <file>',
      'JSONL: input, expected, scorer (exact, contains, regex, json-schema, number, judge)',
    )
    .requiredOption('--by <person>', 'account or e-mail of the person who runs it')
    .option('--champion-endpoint <url>', 'that of the model in use (default: the one registered with it)')
    .option('--model <name>', 'the challenger by the name its endpoint knows (default: its key)')
    .option('--champion-model <name>', 'the model in use by the name its endpoint knows (default: its key)')
    .option('--judge-endpoint <url>', 'endpoint of the judge, which is asked in both orders')
    .option('--judge-model <name>', 'name of the judge')
    .option('--digest <sha256>', 'digest of the challenger’s weights, as sha256:…')
    .option('--champion-digest <sha256>', 'that of the model in use (default: the one registered with it)')
    .option('--token-file <file>', 'file with the bearer token of the endpoints')
    .option('--concurrency <count>', 'items at one time, 1 to 64', '4')
    .action((options: Options) =>
      withApp(async (app) => {
        try {
          for (const line of await evaluate(app, options)) print(line);
        } catch (error) {
          throw error instanceof DomainError ? new StartupError(error.message) : error;
        }
      }),
    );
};

async function evaluate(app: INestApplicationContext, options: Options): Promise<readonly string[]> {
  const db = app.get(Database);
  const started = app.get(Clock).now();
  const concurrency = Number(options.concurrency);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64)
    throw new StartupError('--concurrency takes a whole number from 1 to 64.');
  const tool = await db.readOne(SERVED, [options.tool, started]);
  if (tool === undefined) throw new StartupError(`No model serves a tool named "${options.tool}".`);
  const actor = await db.readOne(PERSON, [options.by]);
  if (actor === undefined) throw new StartupError(`There is no active person "${options.by}".`);
  const compared = { championKey: tool.championKey, challengerKey: options.against };
  await app.get(EvaluationsService, { strict: false }).check(tool.id, compared, actor);
  const digests = digestsOf(options, tool);
  const golden = readGoldenSet(await read(options.golden));
  const result = await runGoldenSet(app.get(Egress, { strict: false }), {
    items: golden.items,
    ...(await endpointsOf(options, tool)),
    concurrency,
    progress: progressBar(process.stderr),
  });
  const id = await app.get(EvaluationsService, { strict: false }).record(
    tool.id,
    {
      goldenSetId: `${basename(options.golden).slice(0, LONGEST_NAME)}@${golden.sha256.slice(0, 12)}`,
      ...compared,
      ...digests,
      metric: metricOf(golden),
      higherIsBetter: true,
      ...withoutUndefined(result),
      ranAt: started.toISOString(),
    },
    actor,
  );
  return told(id, tool, options.against, result);
}

const LONGEST_NAME = 180;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** What was run, byte for byte: as named, else as registered, where that is such a digest. */
function digestsOf({ digest, championDigest }: Options, { weightsDigest }: Served) {
  for (const named of [digest, championDigest])
    if (named !== undefined && !DIGEST.test(named)) throw new StartupError(`"${named}" is not a digest as sha256:….`);
  const champion = [championDigest, weightsDigest ?? ''].find((each) => each !== undefined && DIGEST.test(each));
  return {
    ...(digest === undefined ? {} : { challengerDigest: digest }),
    ...(champion === undefined ? {} : { championDigest: champion }),
  };
}

async function endpointsOf(options: Options, { championKey, model, endpointUrl }: Served) {
  const championUrl = options.championEndpoint ?? endpointUrl;
  if (championUrl === null)
    throw new StartupError(`No endpoint is registered with ${model}: name it with --champion-endpoint.`);
  const token = options.tokenFile === undefined ? undefined : (await read(options.tokenFile)).toString('utf8').trim();
  const endpoint = (url: string, model: string) => ({ url, model, ...(token === undefined ? {} : { token }) });
  const { judgeEndpoint, judgeModel = 'judge' } = options;
  return {
    champion: endpoint(championUrl, options.championModel ?? championKey),
    challenger: endpoint(options.endpoint, options.model ?? options.against),
    ...(judgeEndpoint === undefined ? {} : { judge: endpoint(judgeEndpoint, judgeModel) }),
  };
}

const withoutUndefined = ({ halfWidth, ...result }: GoldenRunResult) => ({
  ...result,
  ...(halfWidth === undefined ? {} : { halfWidth }),
});

const metricOf = ({ items }: GoldenSet): string => [...new Set(items.map(({ scorer }) => scorer))].sort().join(' + ');

function told(id: string, { championKey }: Served, challenger: string, result: GoldenRunResult): readonly string[] {
  const { n, championScore, challengerScore, halfWidth, regressions, championLatencyMs, challengerLatencyMs } = result;
  const difference = (challengerScore - championScore).toFixed(1);
  return [
    `${championKey}: ${championScore.toFixed(1)} points, ${championLatencyMs} ms`,
    `${challenger}: ${challengerScore.toFixed(1)} points, ${challengerLatencyMs} ms`,
    `Difference ${difference}${halfWidth === undefined ? '' : ` ± ${halfWidth.toFixed(1)}`} points over ${n} items (95 %), ${regressions} regressions.`,
    `Recorded as evaluation ${id}.`,
  ];
}

const BAR = 30;

/** One line that fills; where nobody watches, a line for each tenth. */
function progressBar(out: NodeJS.WriteStream): (done: number, of: number) => void {
  let tenth = 0;
  return (done, of) => {
    const filled = Math.floor((BAR * done) / of);
    if (out.isTTY) {
      out.write(`\r[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] ${done}/${of}${done === of ? '\n' : ''}`);
      return;
    }
    if (Math.floor((10 * done) / of) === tenth) return;
    tenth = Math.floor((10 * done) / of);
    out.write(`${done}/${of}\n`);
  };
}

const read = (file: string): Promise<Buffer> =>
  readFile(file).catch(() => {
    throw new StartupError(`The file ${file} cannot be read.`);
  });
