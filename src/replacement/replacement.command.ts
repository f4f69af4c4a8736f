import type { RegisterCommand } from '../config/command.js';
import { Assessor } from './assessor.js';
import { FlagsReader } from './flags.reader.js';
import type { FlagListRow } from './flags.sql.js';

const MOST = 100;
const NOBODY = { personId: '00000000-0000-0000-0000-000000000000', displayName: '', roles: [], teams: [] };

/** `modelfolio flags`: assesses everything now and prints the open findings, the most severe first. */
export const registerFlagsCommand: RegisterCommand = (program, { withApp, print }) => {
  program
    .command('flags')
    .description('Assess the portfolio now and print the open flags.')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) =>
      withApp(async (app) => {
        const counts = await app.get(Assessor).assess();
        const request = { limit: MOST, sort: 'severity', descending: true, after: null };
        const { items, total } = await app.get(FlagsReader).list(request, { active: true }, NOBODY);
        if (json === true) return print(JSON.stringify(items, null, 2));
        for (const flag of items) print(lineOf(flag));
        print(`${total} flags on ${counts.models} models, judged against ${counts.releases} releases.`);
      }),
    );
};

const lineOf = ({ severity, state, confidence, title }: FlagListRow): string =>
  `${severity.padEnd(4)}  ${state.padEnd(9)}  ${confidence.toLowerCase().padEnd(9)}  ${title}`;
