import type { RegisterCommand } from '../config/command.js';
import { StartupError } from '../config/startup-error.js';
import { ReleasesReader } from '../catalogue/releases.reader.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { DomainError } from '../kernel/domain-error.js';
import { CandidatesService } from './candidates.service.js';
import type { Candidate } from './candidates.service.js';
import type { Input, InputValue } from './domain/explanation.js';
import type { FactSource } from './domain/facts.js';

const TOOL_NAMED = statement<{ id: string }>(
  'assess.tool-named',
  'SELECT id FROM tool WHERE lower(name) = lower($1) OR id::text = lower($1)',
);

interface Options {
  readonly tool: string;
  readonly release: string;
  readonly asOf?: string;
}

/** `modelfolio assess`: one release for one tool, with every gate, term and input; nothing is stored. */
export const registerAssessCommand: RegisterCommand = (program, { withApp, print }) => {
  program
    .command('assess')
    .description('explain what one release would be for one tool')
    .requiredOption('--tool <tool>', 'name or id of the tool')
    .requiredOption('--release <key>', 'key or alias of the release')
    .option('--as-of <date>', 'a past day, such as 2026-06-30')
    .action(({ tool, release, asOf }: Options) =>
      withApp(async (app) => {
        const found = await app.get(Database).readOne(TOOL_NAMED, [tool]);
        if (found === undefined) throw new StartupError(`There is no tool "${tool}".`);
        try {
          const releaseId = await app.get(ReleasesReader, { strict: false }).resolveKey(release);
          const candidate = await app.get(CandidatesService, { strict: false }).whatIf(found.id, releaseId, asOf);
          print(explained(candidate).join('\n'));
        } catch (error) {
          throw error instanceof DomainError ? new StartupError(error.message) : error;
        }
      }),
    );
};

/** The assessment as lines for people. */
export function explained(candidate: Candidate): readonly string[] {
  const { release, eligibility, confidence, gates, score, reasons, quiet, whatWouldChange } = candidate;
  const headline = score.score === null ? 'no headline score' : `score ${score.score.toFixed(3)}`;
  return [
    `${release.displayName} (${release.key}): ${eligibility}, ${headline}, coverage ${score.coverage.toFixed(2)}`,
    '',
    'Gates',
    ...gates.flatMap(({ gate, answer, sentence, inputs }) => [
      `  ${gate.padEnd(11)} ${answer.padEnd(8)} ${sentence}`,
      ...inputs.map(inputLine),
    ]),
    '',
    'Score',
    ...score.terms.flatMap(({ term, weight, value, sentence, inputs }) => [
      `  ${term.padEnd(16)} ${String(weight).padStart(3)} · ${value === null ? 'unknown' : value.toFixed(3)}  ${sentence}`,
      ...inputs.map(inputLine),
    ]),
    '',
    'Reasons',
    ...reasons.map(({ reason, sentence }) => `  ${reason}: ${sentence}`),
    ...(confidence === null ? [] : [`  Confidence ${confidence}`]),
    ...(quiet === null ? [] : [`  Not flagged (${quiet.reason}): ${quiet.sentence}`]),
    '',
    'What would change this',
    ...whatWouldChange.map(({ kind, about, sentence }) => `  ${kind} ${about}: ${sentence}`),
  ];
}

function inputLine({ name, value, unit, source }: Input): string {
  const from = source === undefined ? '' : `  [${sourceOf(source)}]`;
  return `      ${name}: ${shown(value)}${unit === undefined ? '' : ` ${unit}`}${from}`;
}

const MOST_LISTED = 6;

function shown(value: InputValue): string {
  if (value === null) return 'unknown';
  if (typeof value === 'number') return String(Number.isInteger(value) ? value : Number(value.toPrecision(4)));
  return typeof value === 'object'
    ? value.slice(0, MOST_LISTED).join(', ') + (value.length > MOST_LISTED ? ', …' : '')
    : String(value);
}

/** Rules of the product have no day on which they were seen. */
const sourceOf = ({ source, status, observedAt }: FactSource): string =>
  [source, status, observedAt?.slice(0, 10)].filter((part) => part !== undefined).join(', ');
