import { billions, gigabytes, words } from '../components/words.ts';

export interface Difference {
  readonly text: string;
  readonly tone?: 'better' | 'worse';
}

const FREEDOM = [
  'OSI_PERMISSIVE',
  'PERMISSIVE_WITH_CONDITIONS',
  'COMMUNITY_RESTRICTED',
  'RESEARCH_ONLY',
  'PROPRIETARY',
];

const list = (values: readonly string[]): string => values.map((value) => words(value).toLowerCase()).join(', ');

function share(before: number, after: number, what: string): Difference {
  const percent = Math.round((after / before - 1) * 100);
  if (percent === 0) return { text: 'the same' };
  return percent > 0
    ? { text: `${percent} % more ${what}`, tone: 'worse' }
    : { text: `${-percent} % less ${what}`, tone: 'better' };
}

function sets(before: readonly string[], after: readonly string[]): Difference {
  const added = after.filter((each) => !before.includes(each));
  const lost = before.filter((each) => !after.includes(each));
  if (lost.length > 0) return { text: `lacks ${list(lost)}`, tone: 'worse' };
  return added.length > 0 ? { text: `adds ${list(added)}`, tone: 'better' } : { text: 'the same' };
}

const DAY_MS = 86_400_000;

function age(before: string, after: string): Difference {
  const days = Math.round((Date.parse(after) - Date.parse(before)) / DAY_MS);
  const size = Math.abs(days) < 60 ? `${Math.abs(days)} days` : `${Math.round(Math.abs(days) / 30.4)} months`;
  return days < 0 ? { text: `${size} older`, tone: 'worse' } : { text: `${size} newer`, tone: 'better' };
}

function context(before: number, after: number): Difference {
  if (after === before) return { text: 'the same' };
  const times = after > before ? after / before : before / after;
  const size = times === 2 ? 'twice' : `${times.toFixed(1).replace('.0', '')} times`;
  return after > before ? { text: `${size} as long`, tone: 'better' } : { text: `${size} shorter`, tone: 'worse' };
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

function numbers(field: string, before: number, after: number): Difference {
  if (field === 'contextTokens') return context(before, after);
  if (field === 'activeParamsB') return share(before, after, 'compute');
  if (field === 'needGb') {
    if (after === before) return { text: 'the same' };
    return after > before
      ? { text: `${gigabytes(after - before)} more`, tone: 'worse' }
      : { text: `${gigabytes(before - after)} less`, tone: 'better' };
  }
  const more = after - before;
  return { text: more === 0 ? 'the same' : `${billions(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'}` };
}

function licence(before: string, after: string): Difference {
  const step = FREEDOM.indexOf(after) - FREEDOM.indexOf(before);
  if (step === 0 || !FREEDOM.includes(after) || !FREEDOM.includes(before)) return { text: words(after).toLowerCase() };
  return step < 0 ? { text: 'fewer duties', tone: 'better' } : { text: 'more duties', tone: 'worse' };
}

/** Three words are read for each that is written, as tasks of an enterprise have it. */
const blended = (value: unknown): number | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { input, output } = value as { input?: unknown; output?: unknown };
  return isNumber(input) && isNumber(output) ? (3 * input + output) / 4 : undefined;
};

function price(before: unknown, after: unknown): Difference {
  const [then, now] = [blended(before), blended(after)];
  if (!then || now === undefined) return { text: 'differs' };
  const percent = Math.round((now / then - 1) * 100);
  if (percent === 0) return { text: 'the same' };
  return percent > 0
    ? { text: `${percent} % dearer`, tone: 'worse' }
    : { text: `${-percent} % cheaper`, tone: 'better' };
}

/** What changes from the release in use to the candidate, in words, and whether that helps where it is clear. */
export function differenceOf(field: string, before: unknown, after: unknown): Difference {
  if (before == null || after == null) return { text: before == null && after == null ? '' : 'cannot be compared' };
  if (JSON.stringify(before) === JSON.stringify(after)) return { text: 'the same' };
  if (isNumber(before) && isNumber(after)) return numbers(field, before, after);
  if (field === 'generation')
    return { text: `${String(before).replaceAll(',', '.')} → ${String(after).replaceAll(',', '.')}` };
  if (isStrings(before) && isStrings(after)) return sets(before, after);
  if (field === 'releaseDate') return age(String(before), String(after));
  if (field === 'pricePerMTokens') return price(before, after);
  if (field === 'licenceClass') return licence(String(before), String(after));
  return { text: 'differs' };
}
