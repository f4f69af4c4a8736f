import { firstByRole, hostOf, roleOf, type FactRole } from './fact-roles.js';
import type { NameDate } from './name-date.js';
import { parseReleaseName, type ReleaseName } from './release-name.js';
import type { Fact } from './release.js';

/** A value that cannot be right, and why; it belongs into quarantine. */
export interface RefusedFact {
  readonly fact: Fact;
  readonly reason: string;
}

export interface Decision<F extends Fact> {
  readonly winner?: F;
  readonly refused: readonly RefusedFact[];
}

const DAY_MS = 86_400_000;
/** A release date further than this from the date in the name is a mistake. */
const NAME_DATE_TOLERANCE_DAYS = 62;
/** Before this nothing that a catalogue lists was published. */
const EARLIEST = '2018-01-01';

const DATE_ROLES: readonly FactRole[] = ['VENDOR', 'CANONICAL', 'GPUSTACK', 'OPENROUTER', 'HUB'];

/**
 * Vendor > canonical row with day precision, the earliest > gpustack > OpenRouter > hub creation > the hosts' most common
 * value > the name. Refuses impossible dates, the future and what is more than 62 days from the date in the name.
 */
export function decideReleaseDate(
  facts: readonly Fact<'releaseDate'>[],
  name: ReleaseName | undefined,
): Decision<Fact<'releaseDate'>> {
  const refused = facts.flatMap((fact) => {
    const reason = roleOf(fact) === 'NAME' ? undefined : (impossible(fact) ?? tooFar(fact, name?.date));
    return reason === undefined ? [] : [{ fact, reason }];
  });
  const rejected = new Set<Fact>(refused.map(({ fact }) => fact));
  const possible = facts.filter((fact) => !rejected.has(fact));
  const exact = possible.filter((fact) => roleOf(fact) !== 'CANONICAL' || fact.value.precision === 'DAY');
  const earliestFirst = [...exact].sort((a, b) =>
    a.value.date < b.value.date ? -1 : a.value.date > b.value.date ? 1 : 0,
  );
  const winner =
    firstByRole(earliestFirst, DATE_ROLES) ??
    mostCommon(possible.filter((fact) => ['HOST', 'CANONICAL', 'OTHER'].includes(roleOf(fact)))) ??
    firstByRole(possible, ['NAME']);
  return { winner, refused };
}

function impossible({ value, observedAt }: Fact<'releaseDate'>): string | undefined {
  const time = Date.parse(value.date);
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value.date);
  if (!isReal) return `${value.date} is no date`;
  if (value.date < EARLIEST) return `${value.date} is before ${EARLIEST}`;
  return time > Date.parse(observedAt) + DAY_MS ? `${value.date} is later than the payload that says it` : undefined;
}

function tooFar({ value }: Fact<'releaseDate'>, named: NameDate | undefined): string | undefined {
  if (named === undefined) return undefined;
  const away = daysFromNameDate(value.date, named);
  return away > NAME_DATE_TOLERANCE_DAYS
    ? `${value.date} is ${Math.round(away)} days from the date in the name`
    : undefined;
}

/** Days between a day and the nearest day that the name allows: the whole month, or that day in any year. */
function daysFromNameDate(date: string, { year, month, day }: NameDate): number {
  const time = Date.parse(date);
  const around = Number(date.slice(0, 4));
  const years = year === undefined ? [around - 1, around, around + 1] : [year];
  const distances = years.map((each) => {
    const first = Date.UTC(each, month - 1, day ?? 1);
    const last = day === undefined ? Date.UTC(each, month, 0) : first;
    return Math.max(first - time, time - last, 0);
  });
  return Math.min(...distances) / DAY_MS;
}

/** The value that most hosts give; of several as common ones the earliest. */
function mostCommon(facts: readonly Fact<'releaseDate'>[]): Fact<'releaseDate'> | undefined {
  const voters = new Map<string, { fact: Fact<'releaseDate'>; hosts: Set<string> }>();
  for (const fact of facts) {
    const vote = `${fact.value.date} ${fact.value.precision}`;
    const known = voters.get(vote) ?? { fact, hosts: new Set<string>() };
    known.hosts.add(hostOf(fact));
    voters.set(vote, known);
  }
  const ranked = [...voters].sort(([a, x], [b, y]) => y.hosts.size - x.hosts.size || (a < b ? -1 : 1));
  return ranked[0]?.[1].fact;
}

/** Vendor > total in the name > the larger of gpustack and Xinference > stored values of unpacked weights > other sources. */
export function decideTotalParams(
  facts: readonly Fact<'totalParamsB'>[],
  name: ReleaseName | undefined,
): Decision<Fact<'totalParamsB'>> {
  const refused = facts.flatMap((fact) => {
    const reason = notTotal(fact, name);
    return reason === undefined ? [] : [{ fact, reason }];
  });
  const rejected = new Set<Fact>(refused.map(({ fact }) => fact));
  const possible = facts.filter((fact) => !rejected.has(fact));
  const largest = possible
    .filter((fact) => ['GPUSTACK', 'XINFERENCE'].includes(roleOf(fact)))
    .reduce<Fact<'totalParamsB'> | undefined>(
      (best, fact) => (best === undefined || fact.value > best.value ? fact : best),
      undefined,
    );
  const winner =
    firstByRole(possible, ['VENDOR', 'NAME']) ??
    largest ??
    firstByRole(possible, ['HUB', 'OTHER', 'CANONICAL', 'OPENROUTER', 'HOST']);
  return { winner, refused };
}

function notTotal(fact: Fact<'totalParamsB'>, name: ReleaseName | undefined): string | undefined {
  if (!(fact.value > 0)) return `${fact.value} is no number of parameters`;
  const role = roleOf(fact);
  if (role === 'VENDOR' || role === 'NAME' || name === undefined) return undefined;
  if (fact.value === name.effectiveParamsB) return `${fact.value} B is what the name calls effective, not the total`;
  if (fact.value === name.activeParamsB && name.totalParamsB !== fact.value)
    return `${fact.value} B is the active count, not the total`;
  if (role === 'HUB' && parseReleaseName(fact.sourceRef).isPacked)
    return 'packed weights store several parameters in one value';
  return undefined;
}

/** Vendor > canonical row (the smallest) > the smallest value that two sources agree on > the smallest value. */
export function decideContext(facts: readonly Fact<'contextTokens'>[]): Fact<'contextTokens'> | undefined {
  const vendor = firstByRole(facts, ['VENDOR']);
  if (vendor !== undefined) return vendor;
  const ascending = [...facts].sort((a, b) => a.value - b.value);
  const canonical = firstByRole(ascending, ['CANONICAL']);
  if (canonical !== undefined) return canonical;
  const agreed = ascending.find(
    (fact) => new Set(facts.filter(({ value }) => value === fact.value).map(hostOf)).size >= 2,
  );
  return agreed ?? ascending[0];
}
