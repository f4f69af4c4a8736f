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
  'modalities',
  'capabilities',
  'architecture',
  'price',
  'fewHosts',
  'adoption',
  'benchmark',
] as const satisfies readonly (keyof CoverageRow)[];

/** `modelfolio catalogue coverage`: which facts the catalogue has, as a table in Markdown. */
export function registerCoverageCommand(program: Command, { withApp, print }: CommandContext): void {
  commandGroup(program, 'catalogue', 'what the world has published')
    .command('coverage')
    .description('share of generative releases with each fact, vendor by vendor')
    .option('--since <date>', 'releases from this day on', '2025-01-01')
    .option('--followed', 'only the vendors whose organisations the hub feed lists')
    .action(({ since, followed }: { since: string; followed?: true }) =>
      withApp(async (app) => {
        if (!FORMATS.day(since)) throw new StartupError(`--since takes a day such as 2025-01-01, not "${since}".`);
        const all = await app.get(CoverageReader).read(since);
        const rows = followed === true ? all.filter((row) => row.followed) : all;
        if (rows.length === 0)
          throw new StartupError(
            `There is no generative release since ${since}. The bundled catalogue is loaded when the server first starts.`,
          );
        for (const line of coverageTable(rows)) print(line);
      }),
    );
}

/** Returns the lines of the table; the last rows count the vendors followed on the hub, and all, together. */
export function coverageTable(rows: readonly CoverageRow[]): readonly string[] {
  const followed = rows.filter((row) => row.followed);
  const totals = [
    totalOf(followed, '**followed on the hub**'),
    ...(followed.length < rows.length ? [totalOf(rows, '**all**')] : []),
  ];
  return [
    `| vendor | releases | ${FACTS.map((fact) => (fact === 'fewHosts' ? 'of it from < 3 hosts' : fact)).join(' | ')} |`,
    `| --- | ---: |${' ---: |'.repeat(FACTS.length)}`,
    ...[...rows, ...totals].map(
      (row) =>
        `| ${row.vendor} | ${row.releases} | ${FACTS.map((fact) => share(row[fact], row.releases)).join(' | ')} |`,
    ),
  ];
}

type Counts = Pick<CoverageRow, 'vendor' | 'releases' | (typeof FACTS)[number]>;

function totalOf(rows: readonly CoverageRow[], vendor: string): Counts {
  const sum = (of: (typeof FACTS)[number] | 'releases'): number => rows.reduce((total, row) => total + row[of], 0);
  return {
    ...{ vendor, releases: sum('releases'), date: sum('date'), params: sum('params'), context: sum('context') },
    ...{ licence: sum('licence'), languages: sum('languages'), modalities: sum('modalities') },
    ...{ capabilities: sum('capabilities'), architecture: sum('architecture'), price: sum('price') },
    ...{ fewHosts: sum('fewHosts'), adoption: sum('adoption'), benchmark: sum('benchmark') },
  };
}

const share = (known: number, of: number): string => (of === 0 ? '–' : `${Math.round((100 * known) / of)} %`);
