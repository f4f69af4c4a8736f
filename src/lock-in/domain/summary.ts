import { percent } from './charts.js';
import { dimensionOf } from './named-report.js';
import type { NamedDimension, NamedReport } from './named-report.js';
import type { LimitCheck } from './concentration-report.js';
import type { Dimension, Substitutability } from './vocabulary.js';
import { counted } from './wording.js';

/** The report in plain sentences, made from its figures alone; figures are on the materiality basis. */
export function summaryOf(report: NamedReport): readonly string[] {
  if (report.tools.length === 0) return ['No tool is served by a model, so there is nothing to be locked into.'];
  return [
    indexSentence(report),
    shareSentence(report, 'VENDOR', (name) => `${name} carries`),
    rootSentence(report),
    shareSentence(report, 'COUNTRY', countrySubject),
    licenceSentence(report),
    substitutionSentence(report),
    fallbackSentence(report),
    drillSentence(report),
    behindSentence(report),
    sizeSentence(report),
  ].filter((sentence) => sentence !== '');
}

export const PART_WORDS = {
  concentration: 'concentration',
  substitutability: 'models that cannot easily be substituted',
  exitReadiness: 'tools that are not ready to leave',
} as const;

function indexSentence({ bases: [basis], scope }: NamedReport): string {
  if (basis === undefined) return '';
  const { index, parts, floor } = basis.index;
  const count = `${counted(scope.tools, 'tool')} on ${counted(scope.models, 'model')}`;
  if (index === null) return `The lock-in index of ${count} cannot be given: a part of it could not be judged.`;
  const heaviest = [...parts].sort((a, b) => b.weight * (b.value ?? 0) - a.weight * (a.value ?? 0))[0];
  const why = heaviest === undefined ? '' : `, most of it for ${PART_WORDS[heaviest.name]}`;
  return `The lock-in index of ${count} is ${index.toFixed(1)} of 100${why}; the number of suppliers alone sets a floor of ${floor.toFixed(1)}.`;
}

/** China carries; “unknown country” carries. */
const countrySubject = (name: string): string => `Models from ${name === 'Unknown' ? 'unknown countries' : name} carry`;

function shareSentence(report: NamedReport, dimension: Dimension, subject: (name: string) => string): string {
  const found = dimensionOf(report.bases, dimension);
  const top = found?.shares[0];
  if (found === undefined || top === undefined) return '';
  const limit = found.limits.find(({ figure }) => figure === 'TOP_SHARE');
  return `${subject(top.name)} ${percent(top.share)} of the portfolio weighted by materiality${against(limit)}.`;
}

function against(limit: LimitCheck | undefined): string {
  if (limit === undefined || limit.status === 'NO_LIMIT') return '';
  const [warn, breach] = [limit.warn, limit.breach].map((share) => (share === null ? undefined : percent(share)));
  if (limit.status === 'BREACH') return `, beyond the limit of ${breach}`;
  const stillInside = breach === undefined ? '' : ` and inside the limit of ${breach}`;
  if (limit.status === 'WARN') return `, past the warning line of ${warn}${stillInside}`;
  return `, inside ${warn === undefined ? `the limit of ${breach}` : `the warning line of ${warn}`}`;
}

/** Only where looking through to base models tells another story. */
function rootSentence(report: NamedReport): string {
  const [vendor, root] = [dimensionOf(report.bases, 'VENDOR'), dimensionOf(report.bases, 'ROOT_VENDOR')];
  const [top] = root?.shares ?? [];
  if (top === undefined || isSame(vendor, root)) return '';
  return `Looking through to base models, ${top.name} stands behind ${percent(top.share)}.`;
}

const isSame = (a: NamedDimension | undefined, b: NamedDimension | undefined): boolean =>
  a?.shares[0]?.key === b?.shares[0]?.key && a?.shares[0]?.weight === b?.shares[0]?.weight;

function licenceSentence({ bases }: NamedReport): string {
  const limit = dimensionOf(bases, 'LICENCE_CLASS')?.limits[0];
  if (limit === undefined) return '';
  if (limit.value === 0) return 'Everything runs under permissive open-source licences.';
  return `${percent(limit.value)} runs under licences that are not plainly permissive${against(limit)}.`;
}

const CLASS_WORDS: Readonly<Record<Substitutability, string>> = {
  EASILY_SUBSTITUTABLE: 'can easily move',
  MEDIUM_COMPLEXITY: 'can move with some work',
  HIGHLY_COMPLEX: 'can move only with much work or to a model whose quality is not known',
  NOT_SUBSTITUTABLE: 'cannot move to any registered model',
  UNDETERMINED: 'cannot be judged for want of facts',
};

function substitutionSentence({ tools }: NamedReport): string {
  const said = (Object.keys(CLASS_WORDS) as Substitutability[]).flatMap((each) => {
    const count = tools.filter(({ substitutability }) => substitutability === each).length;
    return count === 0 ? [] : `${count} ${CLASS_WORDS[each]}`;
  });
  return `Of ${counted(tools.length, 'tool')} in service, ${joined(said)}.`;
}

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

function fallbackSentence({ tools, toolsWithoutFallback }: NamedReport): string {
  const tested = tools.filter(({ exitItems }) => exitItems.some(({ item, met }) => item === 'FALLBACK_TESTED' && met));
  const untested = tools.length - toolsWithoutFallback.length - tested.length;
  return `${counted(tested.length, 'tool has', 'tools have')} a fallback that was tested within 180 days, ${untested} have one that was not, and ${toolsWithoutFallback.length} have none.`;
}

function drillSentence({ drills }: NamedReport): string {
  const vendor = drills.find(({ by }) => by === 'VENDOR');
  if (vendor === undefined) return '';
  const { name, tools, effortDays, toolsWithoutEstimate, withoutTestedFallback } = vendor;
  const unestimated =
    toolsWithoutEstimate === 0 ? '' : ` (${counted(toolsWithoutEstimate, 'tool')} without an estimate)`;
  const caught =
    withoutTestedFallback === tools
      ? 'none of them with a tested fallback'
      : `${withoutTestedFallback} of them without a tested fallback`;
  return `If ${name} turned against us, ${counted(tools, 'tool')} would stop, ${caught}, and leaving would take about ${Math.round(effortDays)} person-days${unestimated}.`;
}

function behindSentence({ behind: [most] }: NamedReport): string {
  if (most === undefined || most.newest === null || most.days === null || most.days === 0) return '';
  return `${most.model.name} is furthest behind: ${most.newest.name}, which could replace it, is ${counted(most.days, 'day')} newer.`;
}

function sizeSentence({ size }: NamedReport): string {
  const { modelsInUse, target, modelsWithoutTools } = size;
  const idle = modelsWithoutTools.length === 0 ? '' : `; ${modelsWithoutTools.length} registered serve no tool`;
  return `${counted(modelsInUse, 'model is', 'models are')} in use against a target of ${target}${idle}.`;
}
