import type { RegisterCommand } from '../config/command.js';
import { StartupError } from '../config/startup-error.js';
import { Clock } from '../kernel/clock.js';
import { dimensionOf } from './domain/named-report.js';
import type { NamedReport } from './domain/named-report.js';
import { momentOf } from '../kernel/moment.js';
import { percent } from './domain/charts.js';
import { BASIS_WORDS, counted, DIMENSION_WORDS, STATUS_WORDS, SUBSTITUTABILITY_WORDS } from './domain/wording.js';
import { SUBSTITUTABILITIES } from './domain/vocabulary.js';
import { LockInService } from './lock-in.service.js';

interface Options {
  readonly asOf?: string;
  readonly json?: boolean;
}

/** `modelfolio report`: the lock-in report in plain text, every figure with what it is made of. */
export const registerReportCommand: RegisterCommand = (program, { withApp, print }) => {
  program
    .command('report')
    .description('Print the lock-in report.')
    .option('--as-of <day>', 'the portfolio as it stood at the end of this day, YYYY-MM-DD')
    .option('--json', 'as JSON')
    .action(({ asOf, json }: Options) =>
      withApp(async (app) => {
        if (asOf !== undefined && Number.isNaN(Date.parse(asOf)))
          throw new StartupError('--as-of takes a day, YYYY-MM-DD.');
        const at = momentOf(asOf, app.get(Clock, { strict: false }).now());
        const report = await app.get(LockInService, { strict: false }).report(at);
        if (json === true) return print(JSON.stringify(report, null, 2));
        for (const line of [...report.summary, '', ...figuresOf(report)]) print(line);
      }),
    );
};

/** The figures that the manual works out by hand. */
function figuresOf(report: NamedReport): readonly string[] {
  return [...sharesOf(report), '', ...concentrationOf(report), '', ...leavingOf(report), '', ...indexOf(report)];
}

const fixed = (value: number | null, digits = 2): string => value?.toFixed(digits) ?? 'not judged';

const sharesOf = ({ bases }: NamedReport): readonly string[] =>
  (['VENDOR', 'COUNTRY'] as const).flatMap((dimension) => [
    `Weight by ${DIMENSION_WORDS[dimension].toLowerCase()}:`,
    ...(dimensionOf(bases, dimension)?.shares ?? []).map(
      ({ name, weight, share }) => `  ${name.padEnd(16)} ${String(weight).padStart(4)}  ${percent(share)}`,
    ),
  ]);

const concentrationOf = ({ bases }: NamedReport): readonly string[] =>
  (bases[0]?.dimensions ?? []).map((each) => {
    const { dimension, hhi, floor, effectiveNumber, topShare, top3Share, elephantFactor, status } = each;
    const index = `HHI ${hhi.toFixed(0)} (floor ${floor.toFixed(0)}), effective number ${effectiveNumber.toFixed(2)}`;
    const top = `largest ${percent(topShare)}, top three ${percent(top3Share)}, elephant factor ${elephantFactor}`;
    return `${DIMENSION_WORDS[dimension].padEnd(14)} ${index}, ${top}: ${STATUS_WORDS[status]}`;
  });

const leavingOf = ({ tools, bases: [basis] }: NamedReport): readonly string[] => [
  ...SUBSTITUTABILITIES.map((each) => {
    const found = tools.filter(({ substitutability }) => substitutability === each);
    const weight = found.reduce((sum, tool) => sum + tool.weight, 0);
    return `${SUBSTITUTABILITY_WORDS[each].padEnd(22)} ${counted(found.length, 'tool')}, weight ${weight}`;
  }),
  `Substitutability ${fixed(basis?.substitutability ?? null, 4)}, exit readiness ${fixed(basis?.exitReadiness ?? null, 4)}`,
];

const indexOf = ({ bases }: NamedReport): readonly string[] =>
  bases.flatMap(({ basis, index }) => [
    ...(basis === 'MATERIALITY' ? strainsOf(index) : []),
    `${BASIS_WORDS[basis].padEnd(15)} index ${fixed(index.index, 1)} = 100 · (${index.parts.map(({ weight, value }) => `${weight} · ${fixed(value, 4)}`).join(' + ')}), floor ${index.floor.toFixed(1)}`,
  ]);

const strainsOf = ({ concentration }: NamedReport['bases'][number]['index']): readonly string[] =>
  concentration.map(
    ({ dimension, weight, topShare, limit, value }) =>
      `Strain of ${DIMENSION_WORDS[dimension].toLowerCase().padEnd(12)} ${weight} · c(${topShare.toFixed(4)}, ${limit}) = ${weight} · ${value.toFixed(4)}`,
  );
