import type { ReleaseDate } from './release.js';

/** The date that a name carries: `2507` has no day, `0528` has no year. */
export interface NameDate {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

export interface FoundDate {
  readonly date: NameDate;
  /** Words of the name it was read from: index and count. */
  readonly at: number;
  readonly length: number;
}

const isMonth = (month: number): boolean => month >= 1 && month <= 12;
const isDay = (day: number): boolean => day >= 1 && day <= 31;
const isShortYear = (year: number): boolean => year >= 22 && year <= 39;

/** Reads the date out of the words of a name; Ai2 writes month and year (`1124`), everyone else year and month or month and day. */
export function dateIn(words: readonly string[]): FoundDate | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const found = longDate(words, at) ?? shortDate(words, at);
    if (found !== undefined) return { ...found, at };
  }
  return undefined;
}

type Found = Omit<FoundDate, 'at'>;

function longDate(words: readonly string[], at: number): Found | undefined {
  const [first = '', second = '', third = ''] = words.slice(at, at + 3);
  if (/^20\d\d$/.test(first) && /^\d\d$/.test(second) && isMonth(Number(second))) {
    const hasDay = /^\d\d$/.test(third) && isDay(Number(third));
    const date = { year: Number(first), month: Number(second) };
    return hasDay ? { date: { ...date, day: Number(third) }, length: 3 } : { date, length: 2 };
  }
  if (/^\d\d$/.test(first) && /^20\d\d$/.test(second) && isMonth(Number(first))) {
    return { date: { year: Number(second), month: Number(first) }, length: 2 };
  }
  const isPair = /^\d\d$/.test(first) && /^\d\d$/.test(second) && third === '';
  if (isPair && isMonth(Number(first)) && isDay(Number(second))) {
    return { date: { month: Number(first), day: Number(second) }, length: 2 };
  }
  return undefined;
}

function shortDate(words: readonly string[], at: number): Found | undefined {
  const word = words[at] ?? '';
  if (/^20\d{6}$/.test(word)) return compact(word.slice(2));
  if (/^\d{6}$/.test(word)) return compact(word);
  if (!/^\d{4}$/.test(word)) return undefined;
  const [left, right] = [Number(word.slice(0, 2)), Number(word.slice(2))];
  if (isShortYear(left) && isMonth(right)) return { date: { year: 2000 + left, month: right }, length: 1 };
  if (!isMonth(left)) return undefined;
  const isAi2 = words.some((other) => /^olmo|^molmo/.test(other));
  if (isAi2 && isShortYear(right)) return { date: { year: 2000 + right, month: left }, length: 1 };
  return isDay(right) ? { date: { month: left, day: right }, length: 1 } : undefined;
}

function compact(text: string): Found | undefined {
  const [year, month, day] = [Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4))];
  if (!isShortYear(year) || !isMonth(month) || !isDay(day)) return undefined;
  return { date: { year: 2000 + year, month, day }, length: 1 };
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** The date in a name as a release date; a name without a year takes `year` (that of the release), and without one is undefined. */
export function toReleaseDate(date: NameDate, year?: number): ReleaseDate | undefined {
  const knownYear = date.year ?? year;
  if (knownYear === undefined) return undefined;
  const month = `${knownYear}-${pad(date.month)}`;
  return date.day === undefined
    ? { date: `${month}-01`, precision: 'MONTH' }
    : { date: `${month}-${pad(date.day)}`, precision: 'DAY' };
}

export function isSameNameDate(a: NameDate, b: NameDate): boolean {
  return a.month === b.month && a.year === b.year && a.day === b.day;
}
