import { groupByRelease } from '../../catalogue/domain/grouping.js';
import { isOf } from '../../catalogue/domain/fact-roles.js';
import { decideReleaseDate } from '../../catalogue/domain/fact-rules.js';
import { identify } from '../../catalogue/domain/identity.js';
import type { FoundName, Identity } from '../../catalogue/domain/identity.js';
import { parseReleaseName } from '../../catalogue/domain/release-name.js';
import type { Fact, FoundRelease, ReleaseDate } from '../../catalogue/domain/release.js';

/** One item with the feed that it comes from. */
export interface SourcedItem {
  readonly source: string;
  readonly item: FoundRelease;
}

export interface Shown {
  /** Names that were shown before. */
  readonly shown: readonly FoundName[];
  /** What the payloads of the day say. */
  readonly told: readonly SourcedItem[];
  /** What sources without a date say. */
  readonly undated: readonly SourcedItem[];
  /** The first day on which any of it may have been seen: the one after the payload before. */
  readonly from?: string;
  /** Lower-case keys of releases that somebody runs: they are known from their own day. */
  readonly inUse: ReadonlySet<string>;
  /** The day of the payloads. */
  readonly day: string;
}

/**
 * Items about releases that no earlier payload showed, by the day on which somebody who looks daily would first have seen
 * them: the release's own day, yet not before `from`. What is shown already, dated on the payload's day or not dated is left out.
 */
export function releaseDays({
  shown,
  told,
  undated,
  inUse,
  from = '',
  day,
}: Shown): ReadonlyMap<string, readonly SourcedItem[]> {
  const members = [
    ...shown.flatMap((name) => memberOf(name)),
    ...[...told, ...undated].flatMap((each) => memberOf(each.item, each)),
  ];
  const isTold = new Set(told);
  const days = new Map<string, SourcedItem[]>();
  for (const { key, displayKey, members: group } of groupByRelease(members).groups) {
    const items = group.flatMap(({ sourced }) => sourced ?? []);
    if (items.length < group.length || !items.some((item) => isTold.has(item))) continue;
    const published = publishedOn(displayKey, items);
    if (published === undefined) continue;
    const first = published > from || inUse.has(key) ? published : from;
    if (first < day) days.set(first, [...(days.get(first) ?? []), ...items]);
  }
  return days;
}

interface Member {
  readonly identity: Identity;
  /** Absent for a name that was shown before. */
  readonly sourced?: SourcedItem;
}

function memberOf(name: FoundName, sourced?: SourcedItem): Member[] {
  const identity = identify(name);
  return identity === undefined ? [] : [{ identity, ...(sourced === undefined ? {} : { sourced }) }];
}

/** Late enough that a date after the payload counts: then a host gave the name of this release to another one before it. */
const observedAt = '9999-12-31T00:00:00Z';

/** The release date by the catalogue's own rule, as a day; of a month or a year the last one, so that nobody knows it too early. */
function publishedOn(key: string, items: readonly SourcedItem[]): string | undefined {
  const facts = items.flatMap(({ source, item }) =>
    item.facts.map((fact): Fact => ({ sourceRef: item.position, ...fact, source, observedAt })),
  );
  const dates = facts.filter((fact) => isOf(fact, 'releaseDate'));
  const found = decideReleaseDate(dates, parseReleaseName(key)).winner?.value;
  return found === undefined ? undefined : lastDayOf(found);
}

function lastDayOf({ date, precision }: ReleaseDate): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  if (precision === 'DAY') return date;
  return new Date(Date.UTC(year, precision === 'MONTH' ? month : 12, 0)).toISOString().slice(0, 10);
}
