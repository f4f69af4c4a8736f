import { groupByRelease } from '../../catalogue/domain/grouping.js';
import { identify } from '../../catalogue/domain/identity.js';
import type { Identity } from '../../catalogue/domain/identity.js';
import type { FoundName } from '../../catalogue/domain/identity.js';

interface Told {
  readonly identity: Identity;
  /** Undefined for a name that a dated payload showed. */
  readonly position?: number;
}

/**
 * Which undated items (by index) speak of a release that the dated names have shown: only those may be learnt yet, so that
 * no undated source gives a release away before its day.
 */
export function shownItems(shown: readonly FoundName[], undated: readonly FoundName[]): ReadonlySet<number> {
  const told = [
    ...shown.flatMap((name): Told[] => toldOf(name)),
    ...undated.flatMap((name, position): Told[] => toldOf(name, position)),
  ];
  const { groups } = groupByRelease(told);
  const known = groups.filter(({ members }) => members.some(({ position }) => position === undefined));
  return new Set(known.flatMap(({ members }) => members.flatMap(({ position }) => position ?? [])));
}

function toldOf(name: FoundName, position?: number): Told[] {
  const identity = identify(name);
  return identity === undefined ? [] : [{ identity, ...(position === undefined ? {} : { position }) }];
}
