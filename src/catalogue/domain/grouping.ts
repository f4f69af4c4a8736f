import { groupBy } from '../../kernel/group-by.js';
import type { Identity } from './identity.js';
import { classify } from './lineage.js';
import { isSameNameDate } from './name-date.js';
import type { ReleaseName } from './release-name.js';

/** One release with everything that speaks of it. */
export interface ReleaseGroup<T> {
  /** Lower-case key: the hub id where any member reveals it, else `vendor/name`. */
  readonly key: string;
  readonly displayKey: string;
  readonly vendorSlug: string;
  /** HUB: a source native to the hub names the repository. VENDOR: known by its vendor's name only. */
  readonly evidence: 'HUB' | 'VENDOR';
  readonly identity: Identity;
  readonly members: readonly T[];
}

/** A name that no release can be told from: shown for a person to decide, never guessed. */
export interface Unresolved<T> {
  readonly item: T;
  readonly reason: 'ROLLING' | 'API_ONLY' | 'AMBIGUOUS' | 'UNKNOWN';
  /** Keys of the releases that it fits, where there are several. */
  readonly candidates: readonly string[];
}

export interface Grouping<T> {
  readonly groups: readonly ReleaseGroup<T>[];
  readonly unresolved: readonly Unresolved<T>[];
}

interface Anchor {
  readonly key: string;
  readonly displayKey: string;
  readonly evidence: 'HUB' | 'VENDOR';
  readonly identity: Identity;
  readonly isBase: boolean;
}

/**
 * Partitions identities into releases, the same for every order of the items. A hub repository is a release;
 * a host's name joins the one release that it fits, or that a hub-native source gave the very same name;
 * a name that fits several is left unresolved. A name without any such release founds one only if the source names its vendor.
 */
export function groupByRelease<T extends { readonly identity: Identity }>(items: readonly T[]): Grouping<T> {
  const anchors = [...hubAnchors(items), ...vendorAnchors(items)];
  const byVendor = groupBy(anchors, ({ identity }) => identity.vendorSlug);
  const aliases = aliasIndex(items);
  const members = new Map<string, T[]>(anchors.map(({ key }) => [key, []]));
  const unresolved: Unresolved<T>[] = [];
  for (const item of items) {
    const outcome = resolve(item.identity, byVendor.get(item.identity.vendorSlug) ?? [], aliases);
    if (typeof outcome === 'string') members.get(outcome)?.push(item);
    else unresolved.push({ item, ...outcome });
  }
  const groups = anchors.map(({ key, displayKey, evidence, identity }) => ({
    key,
    displayKey,
    vendorSlug: identity.vendorSlug,
    evidence,
    identity,
    members: members.get(key) ?? [],
  }));
  return { groups: groups.sort((a, b) => compare(a.key, b.key)), unresolved };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Outcome = string | Omit<Unresolved<never>, 'item'>;

function resolve(
  identity: Identity,
  anchors: readonly Anchor[],
  aliases: ReadonlyMap<string, ReadonlySet<string>>,
): Outcome {
  if (identity.key !== undefined) return identity.key;
  if (identity.isRolling) return { reason: 'ROLLING', candidates: [] };
  if (identity.isApiOnly) return { reason: 'API_ONLY', candidates: [] };
  const named = new Set(identity.aliases.flatMap((alias) => [...(aliases.get(alias) ?? [])]));
  const [sameAlias] = named;
  const isMeant = ({ key, isBase }: Anchor): boolean => key === sameAlias && !(isBase && identity.isServed);
  if (named.size === 1 && sameAlias !== undefined && anchors.some(isMeant)) return sameAlias;
  const fitting = fittingAnchors(identity, anchors);
  const [only] = fitting;
  if (only === undefined) return { reason: 'UNKNOWN', candidates: [] };
  if (fitting.length === 1 && fitsSurely(identity, only.identity)) return only.key;
  return { reason: 'AMBIGUOUS', candidates: fitting.map(({ key }) => key).sort(compare) };
}

/** The releases that a host's name fits; one that says exactly the same beats those that say more. Hosts serve no base models. */
function fittingAnchors(identity: Identity, anchors: readonly Anchor[]): readonly Anchor[] {
  const wantsBase = identity.name.postTraining === 'BASE';
  const served = anchors.filter(({ isBase }) => isBase === wantsBase);
  const exact = served.filter((anchor) => anchor.identity.signature === identity.signature);
  if (exact.length > 0) return exact;
  return served.filter((anchor) => fits(identity.name, anchor.identity.name));
}

function hubAnchors(items: readonly { readonly identity: Identity }[]): readonly Anchor[] {
  const byKey = groupBy(
    items.map(({ identity }) => identity).filter(({ key }) => key !== undefined),
    ({ key }) => key ?? '',
  );
  return [...byKey].map(([key, identities]) => {
    const first = [...identities].sort((a, b) => compare(displayOf(a), displayOf(b)))[0];
    // groupBy never makes an empty group.
    if (first === undefined) throw new RangeError(`no identity for ${key}`);
    return anchor(key, displayOf(first), 'HUB', first);
  });
}

/** Names published by the vendor itself: an unpackaged repository shows the spelling best. */
const displayOf = (identity: Identity): string => identity.displayKey ?? vendorKey(identity);
const vendorKey = ({ vendorSlug, name }: Identity): string => `${vendorSlug}/${name.spelt}`;
/** Of several spellings the shortest, then the first. */
const compareSpelling = (a: string, b: string): number => a.length - b.length || compare(a, b);

function anchor(key: string, displayKey: string, evidence: 'HUB' | 'VENDOR', identity: Identity): Anchor {
  return { key, displayKey, evidence, identity, isBase: classify(identity.name, identity.vendorSlug).kind === 'BASE' };
}

/** Releases known by name only: those that fit no hub repository and no name that says more. */
function vendorAnchors(items: readonly { readonly identity: Identity }[]): readonly Anchor[] {
  const hub = groupBy(hubAnchors(items), ({ identity }) => identity.vendorSlug);
  const aliases = aliasIndex(items);
  const names = new Map<string, Identity>();
  for (const { identity } of items) {
    if (!canFound(identity)) continue;
    const anchors = hub.get(identity.vendorSlug) ?? [];
    const isTaken = typeof resolve(identity, anchors, aliases) === 'string';
    if (isTaken || fittingAnchors(identity, anchors).some((found) => fitsSurely(identity, found.identity))) continue;
    const known = names.get(identity.signature);
    if (known === undefined || compareSpelling(vendorKey(identity), vendorKey(known)) < 0)
      names.set(identity.signature, identity);
  }
  const all = [...names.values()];
  const most = all.filter((identity) => !all.some((other) => saysMore(other, identity)));
  const byKey = new Map(
    most.map((identity) => [vendorKey(identity), anchor(vendorKey(identity), vendorKey(identity), 'VENDOR', identity)]),
  );
  return [...byKey.values()];
}

/** A release may rest on a name alone if it says which model it is, and its vendor is named or the name leaves nothing open. */
function canFound({ key, vendorSlug, isVendorNamed, isRepackaged, isRolling, isApiOnly, name }: Identity): boolean {
  if (key !== undefined || isRepackaged || isRolling || isApiOnly) return false;
  // Hosts serve no base models, so a name that reads as one has left its tuning out.
  if (classify(name, vendorSlug).kind === 'BASE' && name.postTraining !== 'BASE') return false;
  if (!isVendorNamed) return name.generation !== undefined && name.totalParamsB !== undefined;
  const { generation, totalParamsB, activeParamsB, date } = name;
  return [generation, totalParamsB, activeParamsB, date].some((each) => each !== undefined);
}

function saysMore(other: Identity, identity: Identity): boolean {
  if (other.signature === identity.signature || other.vendorSlug !== identity.vendorSlug) return false;
  return fitsSurely(identity, other) && !fits(other.name, identity.name);
}

/** Which hub repositories a hub-native source gave a name to, by that name with its organisation. */
function aliasIndex(items: readonly { readonly identity: Identity }[]): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>();
  for (const { identity } of items) {
    if (identity.key === undefined) continue;
    for (const alias of identity.aliases.filter((name) => name.includes('/'))) {
      index.set(alias, (index.get(alias) ?? new Set()).add(identity.key));
    }
  }
  return index;
}

/** Whether everything that the short name says is true of the full one, and the full one adds no other model's words. */
export function fits(short: ReleaseName, full: ReleaseName): boolean {
  const hasSameCore = short.core.join() === full.core.join() || isCoreByDate(short, full);
  return hasSameCore && fitsSize(short, full) && fitsDate(short, full) && fitsTuning(short, full);
}

/** Vendors that put a date only on a revision: their name without a date means the first edition, or nobody knows which. */
const DATE_MEANS_REVISION = new Set(['deepseek', 'alibaba', 'moonshotai', 'stepfun']);

/** As `fits`, and the date that the short name leaves out does not tell a revision from the first edition. */
function fitsSurely(short: Identity, full: Identity): boolean {
  if (!fits(short.name, full.name)) return false;
  const leavesDateOut = short.name.date === undefined && full.name.date !== undefined;
  if (!leavesDateOut || !DATE_MEANS_REVISION.has(full.vendorSlug)) return true;
  // The first Qwen3 is one hybrid model: Instruct and Thinking came with the revision.
  return full.vendorSlug === 'alibaba' && short.name.postTraining !== undefined;
}

/** `mistral-small-2506` for Mistral-Small-3.2-24B-Instruct-2506: the date stands for the version. */
function isCoreByDate(short: ReleaseName, full: ReleaseName): boolean {
  if (short.date === undefined || full.date === undefined || short.generation !== undefined) return false;
  const versionless = full.core.filter((word) => !/^v?\d+(\.\d+)*$/.test(word));
  return versionless.join() === short.core.join();
}

function fitsSize(short: ReleaseName, full: ReleaseName): boolean {
  const agrees = (a: number | undefined, b: number | undefined): boolean => a === undefined || a === b;
  return (
    agrees(short.totalParamsB, full.totalParamsB) &&
    agrees(short.activeParamsB, full.activeParamsB) &&
    agrees(short.experts, full.experts) &&
    agrees(short.contextTokens, full.contextTokens)
  );
}

function fitsDate(short: ReleaseName, full: ReleaseName): boolean {
  if (short.date === undefined) return true;
  return full.date !== undefined && isSameNameDate(short.date, full.date);
}

/** A tuning that the short name claims must be the full one's. */
const fitsTuning = (short: ReleaseName, full: ReleaseName): boolean =>
  short.postTraining === undefined || short.postTraining === full.postTraining;
