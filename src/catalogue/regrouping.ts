import { groupByRelease, type ReleaseGroup } from './domain/grouping.js';
import type { Identity } from './domain/identity.js';
import type { UnresolvedReason } from './release-alias.entity.js';

/** A name with what is known of it. */
export interface KnownName {
  readonly subject: string;
  readonly mentionOnly: boolean;
  readonly decidedKey: string | null;
  readonly releaseId: string | null;
  readonly unresolved: UnresolvedReason | null;
  readonly candidates: readonly string[];
  readonly identity: Identity;
}

export interface KnownRelease {
  readonly id: string;
  readonly key: string;
  readonly vendorSlug: string;
}

/** What a name means from now on: a release, or why none. */
export interface Meaning {
  readonly subject: string;
  readonly releaseId: string | null;
  readonly unresolved: UnresolvedReason | null;
  readonly candidates: readonly string[];
}

export interface Regrouping {
  readonly created: readonly KnownRelease[];
  readonly renamed: readonly KnownRelease[];
  readonly merged: readonly { readonly from: string; readonly into: string }[];
  /** Releases that no name means any more. */
  readonly orphaned: readonly string[];
  readonly moved: readonly Meaning[];
}

type Group = Pick<ReleaseGroup<unknown>, 'key' | 'displayKey' | 'vendorSlug'> & { readonly names: KnownName[] };
type Open = Omit<Meaning, 'releaseId'>;

/**
 * Finds which name means which release, over all names of the vendors concerned, and what that changes. The older id
 * survives a merge. Depends on the set of names alone, never on the order in which they came.
 */
export function regroup(
  names: readonly KnownName[],
  releases: readonly KnownRelease[],
  newId: () => string,
): Regrouping {
  const { groups, open } = partition(names);
  const { ids, merged, orphaned } = assignIds(groups, releases);
  const known = new Map(releases.map((release) => [release.id, release]));
  const created: KnownRelease[] = [];
  const renamed: KnownRelease[] = [];
  const meanings: Meaning[] = open.map((each) => ({ ...each, releaseId: null }));
  for (const group of groups) {
    const before = known.get(ids.get(group.key) ?? '');
    const release = { id: before?.id ?? newId(), key: group.displayKey, vendorSlug: group.vendorSlug };
    if (before === undefined) created.push(release);
    else if (before.key !== release.key || before.vendorSlug !== release.vendorSlug) renamed.push(release);
    for (const { subject } of group.names)
      meanings.push({ subject, releaseId: release.id, unresolved: null, candidates: [] });
  }
  const before = new Map(names.map((name) => [name.subject, name]));
  return {
    created,
    renamed,
    merged,
    orphaned,
    moved: meanings.filter((each) => differs(each, before.get(each.subject))),
  };
}

const differs = (now: Meaning, before: KnownName | undefined): boolean =>
  now.releaseId !== before?.releaseId ||
  now.unresolved !== before.unresolved ||
  now.candidates.join() !== before.candidates.join();

function partition(names: readonly KnownName[]): { groups: readonly Group[]; open: readonly Open[] } {
  const founding = new Set(
    names.filter(({ mentionOnly }) => !mentionOnly).flatMap(({ identity }) => identity.key ?? []),
  );
  const decided = names.filter(({ decidedKey }) => decidedKey !== null);
  const items = names
    .filter(({ decidedKey }) => decidedKey === null)
    .map((name) => ({ name, identity: name.mentionOnly ? asMention(name.identity, founding) : name.identity }));
  const { groups, unresolved } = groupByRelease(items);
  const result = groups.map((group) => ({ ...group, names: group.members.map(({ name }) => name) }));
  const byKey = new Map(result.map((group) => [group.key, group]));
  const open: Open[] = unresolved.map(({ item, reason, candidates }) => ({
    subject: item.name.subject,
    unresolved: reason,
    candidates,
  }));
  for (const name of decided) {
    const group = byKey.get(name.decidedKey?.toLowerCase() ?? '');
    if (group === undefined) open.push({ subject: name.subject, unresolved: 'UNKNOWN', candidates: [] });
    else group.names.push(name);
  }
  return { groups: result, open };
}

/** A source that only speaks about releases never makes one. */
const asMention = (identity: Identity, founding: ReadonlySet<string>): Identity =>
  identity.key !== undefined && founding.has(identity.key)
    ? identity
    : { ...identity, key: undefined, displayKey: undefined, isVendorNamed: false, isRepackaged: true };

interface Assignment {
  readonly ids: ReadonlyMap<string, string>;
  readonly merged: Regrouping['merged'];
  readonly orphaned: readonly string[];
}

/** Keeps ids where their names went; an id that two groups claim stays with its key, else with the first of them. */
function assignIds(groups: readonly Group[], releases: readonly KnownRelease[]): Assignment {
  const keyOf = new Map(releases.map(({ id, key }) => [id, key.toLowerCase()]));
  const idOf = new Map(releases.map(({ id, key }) => [key.toLowerCase(), id]));
  const owners = new Map<string, string>();
  for (const group of groups) {
    const claims = new Set(group.names.flatMap(({ releaseId }) => releaseId ?? []));
    const sameKey = idOf.get(group.key);
    if (sameKey !== undefined) claims.add(sameKey);
    for (const id of claims) {
      if (!keyOf.has(id)) continue;
      const owner = owners.get(id);
      if (owner === undefined || keyOf.get(id) === group.key || (keyOf.get(id) !== owner && group.key < owner)) {
        owners.set(id, group.key);
      }
    }
  }
  const ids = new Map<string, string>();
  for (const [id, key] of [...owners].sort(([a], [b]) => (a < b ? -1 : 1))) if (!ids.has(key)) ids.set(key, id);
  const merged = [...owners].flatMap(([from, key]) => {
    const into = ids.get(key);
    return into === undefined || into === from ? [] : [{ from, into }];
  });
  return { ids, merged, orphaned: releases.map(({ id }) => id).filter((id) => !owners.has(id)) };
}
