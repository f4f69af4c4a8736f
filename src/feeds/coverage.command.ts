import { Option, type Command } from 'commander';
import { FORMATS } from '../catalogue/fact-schemas.js';
import { commandGroup } from '../config/command.js';
import type { CommandContext } from '../config/command.js';
import { StartupError } from '../config/startup-error.js';
import { COVERED_FACTS, CoverageReader } from './coverage.reader.js';
import type { CoveredFact, CoverageRow, IncompleteRelease } from './coverage.reader.js';

interface CoverageOptions {
  readonly since: string;
  readonly followed?: true;
  readonly vendors?: readonly string[];
  readonly missing?: CoveredFact;
}

/** `modelfolio catalogue coverage`: which facts the catalogue has, as a table in Markdown, or which releases lack one. */
export function registerCoverageCommand(program: Command, { withApp, print }: CommandContext): void {
  commandGroup(program, 'catalogue', 'what the world has published')
    .command('coverage')
    .description('share of generative releases with each fact, vendor by vendor')
    .option('--since <date>', 'releases from this day on', '2025-01-01')
    .option('--followed', 'only the vendors whose organisations the hub feed lists')
    .addOption(
      new Option('--vendors <slugs>', 'only these vendors, by slug, with commas between')
        .argParser((text) => text.split(',').map((slug) => slug.trim()))
        .conflicts('followed'),
    )
    .addOption(new Option('--missing <fact>', 'list the releases that lack this fact instead').choices(COVERED_FACTS))
    .action(({ since, missing, ...choice }: CoverageOptions) =>
      withApp(async (app) => {
        if (!FORMATS.day(since)) throw new StartupError(`--since takes a day such as 2025-01-01, not "${since}".`);
        const reader = app.get(CoverageReader);
        const rows = chosen(await reader.read(since), choice);
        refuseUnknown(rows, choice, since);
        const lines =
          missing === undefined
            ? coverageTable(rows)
            : incompleteList(chosen(await reader.incomplete(since), choice), missing);
        for (const line of lines) print(line);
      }),
    );
}

type Choice = Pick<CoverageOptions, 'followed' | 'vendors'>;

const chosen = <T extends { readonly slug: string; readonly followed: boolean }>(
  rows: readonly T[],
  { followed, vendors }: Choice,
): readonly T[] =>
  rows.filter((row) => (followed !== true || row.followed) && (vendors === undefined || vendors.includes(row.slug)));

function refuseUnknown(rows: readonly CoverageRow[], { vendors = [] }: Choice, since: string): void {
  const absent = vendors.filter((slug) => !rows.some((row) => row.slug === slug));
  const [first] = absent;
  if (first !== undefined) throw new StartupError(`There is no generative release of "${first}" since ${since}.`);
  if (rows.length === 0)
    throw new StartupError(
      `There is no generative release since ${since}. The bundled catalogue is loaded when the server first starts.`,
    );
}

/** One release a line: its key, then all facts that it lacks. */
function incompleteList(releases: readonly IncompleteRelease[], fact: CoveredFact): readonly string[] {
  const lacking = releases.filter(({ missing }) => missing.includes(fact));
  if (lacking.length === 0) return [`Every release has it: ${fact}.`];
  return lacking.map(({ key, missing }) => `${key} lacks ${missing.join(', ')}`);
}

type Column = CoveredFact | 'fewHosts';
const COLUMNS = COVERED_FACTS.flatMap((fact): Column[] => (fact === 'price' ? ['price', 'fewHosts'] : [fact]));

/** Returns the lines of the table; the last rows count the vendors followed on the hub, where there are others too, and all. */
export function coverageTable(rows: readonly CoverageRow[]): readonly string[] {
  const followed = rows.filter((row) => row.followed);
  const isPart = followed.length > 0 && followed.length < rows.length;
  return [
    `| vendor | releases | ${COLUMNS.map((fact) => (fact === 'fewHosts' ? 'of it from < 3 hosts' : fact)).join(' | ')} |`,
    `| --- | ---: |${' ---: |'.repeat(COLUMNS.length)}`,
    ...rows.map((row) => line(row.vendor, [row])),
    ...(isPart ? [line('**followed on the hub**', followed)] : []),
    line('**all**', rows),
  ];
}

function line(name: string, rows: readonly CoverageRow[]): string {
  const sum = (of: Column | 'releases'): number => rows.reduce((total, row) => total + row[of], 0);
  const releases = sum('releases');
  return `| ${name} | ${releases} | ${COLUMNS.map((fact) => share(sum(fact), releases)).join(' | ')} |`;
}

const share = (known: number, of: number): string => (of === 0 ? '–' : `${Math.round((100 * known) / of)} %`);
