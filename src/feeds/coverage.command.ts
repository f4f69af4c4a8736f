import type { Command } from 'commander';
import { FORMATS } from '../catalogue/fact-schemas.js';
import { commandGroup } from '../config/command.js';
import type { CommandContext } from '../config/command.js';
import { StartupError } from '../config/startup-error.js';
import { CoverageReader, type CoverageRow } from './coverage.reader.js';

const FACTS = [
  'date',
  'params',
  'context',
  'licence',
  'languages',
  'capabilities',
  'architecture',
  'price',
  'adoption',
  'benchmark',
] as const satisfies readonly (keyof CoverageRow)[];

/** `modelfolio catalogue coverage`: which facts the catalogue has, as a table in Markdown. */
export function registerCoverageCommand(program: Command, { withApp, print }: CommandContext): void {
  commandGroup(program, 'catalogue', 'what the world has published')
    .command('coverage')
    .description('share of generative releases with each fact, vendor by vendor')
    .option('--since <date>', 'releases from this day on', '2025-01-01')
    .action(({ since }: { since: string }) =>
      withApp(async (app) => {
        if (!FORMATS.day(since)) throw new StartupError(`--since takes a day such as 2025-01-01, not "${since}".`);
        const rows = await app.get(CoverageReader).read(since);
        if (rows.length === 0)
          throw new StartupError(
            `There is no generative release since ${since}. The bundled catalogue is loaded when the server first starts.`,
          );
        for (const line of coverageTable(rows)) print(line);
      }),
    );
}

/** Returns the lines of the table; the last row counts all vendors together. */
export function coverageTable(rows: readonly CoverageRow[]): readonly string[] {
  const total = rows.reduce<CoverageRow>(
    (sum, row) => {
      const counts = FACTS.map((fact) => [fact, sum[fact] + row[fact]]);
      return { ...sum, ...Object.fromEntries(counts), releases: sum.releases + row.releases };
    },
    {
      vendor: '**all**',
      releases: 0,
      ...(Object.fromEntries(FACTS.map((fact) => [fact, 0])) as Record<(typeof FACTS)[number], number>),
    },
  );
  return [
    `| vendor | releases | ${FACTS.join(' | ')} |`,
    `| --- | ---: |${' ---: |'.repeat(FACTS.length)}`,
    ...[...rows, total].map(
      (row) =>
        `| ${row.vendor} | ${row.releases} | ${FACTS.map((fact) => share(row[fact], row.releases)).join(' | ')} |`,
    ),
  ];
}

const share = (known: number, of: number): string => (of === 0 ? '–' : `${Math.round((100 * known) / of)} %`);
