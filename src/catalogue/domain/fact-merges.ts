import { groupBy } from '../../kernel/group-by.js';
import { languageCode } from '../../kernel/language-code.js';
import { hostOf, isHosted, latestWords, median, roleOf } from './fact-roles.js';
import type { Capability, Modality } from './vocabulary.js';
import type { Adoption, Fact, LanguageClaim, Price, ReleaseFields } from './release.js';

/** Hosts that have to speak before their majority or median says something. */
export const MIN_HOSTS = 3;

/** A value that no source said alone, with the facts that it was made of. */
function derived<F extends keyof ReleaseFields>(
  field: F,
  value: ReleaseFields[F],
  from: readonly Fact<F>[],
): Fact<F> | undefined {
  const [newest] = latestWords(from);
  if (newest === undefined) return undefined;
  const sources = [...new Set(from.map(hostOf))].sort();
  return {
    field,
    value,
    source: 'derived',
    sourceRef: sources.join(' '),
    observedAt: newest.observedAt,
    status: 'DERIVED',
  };
}

type Listed<E> = Omit<Fact, 'value'> & { readonly value: readonly E[] };

/** Vendor > the canonical rows together > what the majority of at least three hosts lists; else unknown. */
function decideList<E extends string, T extends Listed<E>>(
  facts: readonly T[],
  make: (value: readonly E[], from: readonly T[]) => T | undefined,
): T | undefined {
  const vendor = facts.find((fact) => roleOf(fact) === 'VENDOR');
  if (vendor !== undefined) return vendor;
  const canonical = facts.filter((fact) => roleOf(fact) === 'CANONICAL');
  if (canonical.length > 0) return canonical.length === 1 ? canonical[0] : make(union(canonical), canonical);
  const hosts = [...groupBy(facts.filter(isHosted), hostOf).values()];
  if (hosts.length < MIN_HOSTS) return undefined;
  const isMajority = (element: E): boolean =>
    2 * hosts.filter((rows) => rows.some(({ value }) => value.includes(element))).length > hosts.length;
  return make(union<E>(hosts.flat()).filter(isMajority), hosts.flat());
}

const union = <E extends string>(facts: readonly Listed<E>[]): readonly E[] =>
  [...new Set(facts.flatMap(({ value }) => [...value]))].sort();

export const decideCapabilities = (facts: readonly Fact<'capabilities'>[]): Fact<'capabilities'> | undefined =>
  decideList<Capability, Fact<'capabilities'>>(facts, (value, from) => derived('capabilities', value, from));
export const decideInputs = (facts: readonly Fact<'inputModalities'>[]): Fact<'inputModalities'> | undefined =>
  decideList<Modality, Fact<'inputModalities'>>(facts, (value, from) => derived('inputModalities', value, from));
export const decideOutputs = (facts: readonly Fact<'outputModalities'>[]): Fact<'outputModalities'> | undefined =>
  decideList<Modality, Fact<'outputModalities'>>(facts, (value, from) => derived('outputModalities', value, from));

/** Prices per token times a million leave stray binary digits; a ten-thousandth of a cent is exact enough. */
const cents = (price: number): number => Math.round(price * 1e6) / 1e6;
const blended = ({ input, output }: Price): number => 3 * input + output;

/**
 * US$ per million tokens: every host says its price in a fact of its own (`hosts: 1`, one fact per row of the host). A host
 * counts once, with its cheapest paid row; the price is the median over such hosts and says how many there are, for whoever
 * needs several of them.
 */
export function decidePrice(facts: readonly Fact<'pricePerMTokens'>[]): Fact<'pricePerMTokens'> | undefined {
  const paid = facts.filter(({ value }) => value.input > 0 && value.output > 0 && value.hosts === 1);
  const hosts = [...groupBy(paid, hostOf).values()].map((rows) =>
    rows.reduce((best, row) => (blended(row.value) < blended(best.value) ? row : best)),
  );
  if (hosts.length === 0) return undefined;
  const value = {
    input: cents(median(hosts.map((fact) => fact.value.input))),
    output: cents(median(hosts.map((fact) => fact.value.output))),
    hosts: hosts.length,
  };
  return derived('pricePerMTokens', value, hosts);
}

/** Every figure of familiarity from the latest fact that has it; the snapshot is that of the downloads. */
export function decideAdoption(facts: readonly Fact<'adoption'>[]): Fact<'adoption'> | undefined {
  const latest = latestWords(facts);
  if (latest.length === 1) return latest[0];
  const figure = (of: 'downloads30d' | 'likes' | 'pulls' | 'derivatives'): Fact<'adoption'> | undefined =>
    latest.find(({ value }) => value[of] !== undefined);
  const value: Adoption = {
    downloads30d: figure('downloads30d')?.value.downloads30d,
    likes: figure('likes')?.value.likes,
    pulls: figure('pulls')?.value.pulls,
    derivatives: figure('derivatives')?.value.derivatives,
    snapshot: (figure('downloads30d') ?? latest[0])?.value.snapshot,
  };
  return derived('adoption', value, latest);
}

/** What any source claims or measured; a measured language beats a claimed one, a later word an earlier one. */
export function decideLanguages(facts: readonly Fact<'languages'>[]): Fact<'languages'> | undefined {
  const latest = latestWords(facts);
  if (latest.length === 1) return latest[0];
  const claims = [...byLanguage(latest.flatMap(({ value }) => value))].sort((a, b) => (a.code < b.code ? -1 : 1));
  return derived('languages', claims, latest);
}

/** One claim for each language, whichever code a source gives it. */
export function byLanguage(claims: readonly LanguageClaim[]): readonly LanguageClaim[] {
  const known = new Map<string, LanguageClaim>();
  for (const claim of claims) {
    const code = languageCode(claim.code);
    const before = known.get(code);
    if (before === undefined || (before.evidence === 'CLAIMED' && claim.evidence === 'MEASURED'))
      known.set(code, { ...claim, code });
  }
  return [...known.values()];
}

/** All engines that any source says serve it. */
export function decideEngines(facts: readonly Fact<'servingEngines'>[]): Fact<'servingEngines'> | undefined {
  if (facts.length === 1) return facts[0];
  return derived('servingEngines', [...new Set(facts.flatMap(({ value }) => value))].sort(), facts);
}
