import { Option } from 'commander';
import { LICENCE_CLASSES } from '../catalogue/domain/vocabulary.js';
import type { LicenceClass } from '../catalogue/domain/vocabulary.js';
import type { RegisterCommand } from '../config/command.js';
import { StartupError } from '../config/startup-error.js';
import { Clock } from '../kernel/clock.js';
import { percent } from './domain/charts.js';
import type { ExitDrill } from './domain/exit-drill.js';
import { momentOf } from '../kernel/moment.js';
import type { Reported } from './domain/named-report.js';
import { namesOf } from './domain/names.js';
import { shockOf } from './domain/shock.js';
import { counted, EFFORT_WORDS } from './domain/wording.js';
import { ExitDrillView } from './dto/exit-drill.view.js';
import { LockInService } from './lock-in.service.js';

interface Options {
  readonly vendor?: string;
  readonly country?: string;
  readonly licenceClass?: LicenceClass;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** `modelfolio drill`: what stops if a vendor, a country or a licence class is gone tomorrow. */
export const registerDrillCommand: RegisterCommand = (program, { withApp, print }) => {
  program
    .command('drill')
    .description('Print what stops without a vendor, a country or a licence class.')
    .option('--vendor <slug>', 'a vendor group, such as alibaba')
    .option('--country <code>', 'a country, such as CN')
    .addOption(new Option('--licence-class <class>', 'a class of licences').choices(LICENCE_CLASSES))
    .option('--as-of <day>', 'the portfolio as it stood at the end of this day, YYYY-MM-DD')
    .option('--json', 'as JSON')
    .action(({ vendor, country, licenceClass, asOf, json }: Options) => {
      const asked = [vendor, country, licenceClass].filter((each) => each !== undefined);
      if (asked.length !== 1) throw new StartupError('Name exactly one of --vendor, --country and --licence-class.');
      if (asOf !== undefined && Number.isNaN(Date.parse(asOf)))
        throw new StartupError('--as-of takes a day, YYYY-MM-DD.');
      return withApp(async (app) => {
        const at = momentOf(asOf, app.get(Clock, { strict: false }).now());
        const lockIn = app.get(LockInService, { strict: false });
        const drill = await lockIn.drill(shockOf({ vendor, country, licenceClass }), at);
        if (json === true) return print(JSON.stringify(ExitDrillView.from(drill), null, 2));
        for (const line of linesOf(drill)) print(line);
      });
    });
};

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

function linesOf({ result, facts }: Reported<ExitDrill>): readonly string[] {
  const names = namesOf(facts);
  const { tools, hitByMateriality: hit, shareWithoutTestedFallback, longestItem } = result;
  const what = names.key(result.shock.by, result.shock.key);
  if (shareWithoutTestedFallback === null) return [`Nothing stops without ${what}.`];
  const longest =
    longestItem === null
      ? []
      : [
          `Longest single item: ${EFFORT_WORDS[longestItem.item]} of ${names.tool(longestItem.toolId)}, ${longestItem.days} person-days.`,
        ];
  return [
    `Without ${what}, ${counted(tools.length, 'tool')} would stop: ${hit.HIGH} of high, ${hit.MEDIUM} of medium, ${hit.LOW} of low materiality.`,
    `Without a tested fallback: ${percent(shareWithoutTestedFallback)}.`,
    `To leave: ${counted(result.effortDays, 'person-day')}; ${counted(result.toolsWithoutEstimate.length, 'tool')} without an estimate.`,
    ...longest,
    '',
    ...tools.map((tool) => {
      const { materiality, testedFallback, effortDays, nextBest } = tool;
      const days = effortDays === null ? 'not estimated' : counted(effortDays, 'person-day');
      const next = nextBest.length === 0 ? 'nowhere known' : nextBest.map(names.model).join(', ');
      return `${materiality.padEnd(7)} ${names.tool(tool.toolId)} on ${names.model(tool.modelId)}: tested fallback ${yesOrNo(testedFallback)}, ${days}, next: ${next}`;
    }),
  ];
}
