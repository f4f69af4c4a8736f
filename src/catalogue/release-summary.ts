import { groupBy } from '../kernel/group-by.js';
import { DEFAULT_CONCURRENT_TOKENS, footprint, nativeQuantisation } from './domain/footprint.js';
import { ALWAYS } from './domain/derived-facts.js';
import { hostOf, isHosted, isOf, roleOf } from './domain/fact-roles.js';
import { resolveFacts, type FactConflict } from './domain/precedence.js';
import type { RefusedFact } from './domain/fact-rules.js';
import type { Fact, FactField, ReleaseFields } from './domain/release.js';
import type { Capability, FactStatus, Modality, Quantisation } from './domain/vocabulary.js';

export interface FieldSource {
  readonly source: string;
  readonly sourceRef: string;
  /** Absent where the name or a table of the product says so: nobody observed that on a day. */
  readonly observedAt?: string;
  readonly status: FactStatus;
}
export type FieldSources = Readonly<Partial<Record<FactField, FieldSource>>>;
export type HostVotes = Readonly<Partial<Record<Capability | Modality, { readonly yes: number; readonly no: number }>>>;

/** A third host that stops serving says nothing about the weights; the vendor, or its own endpoint, does. */
export interface SupportEnd {
  readonly date: string;
  readonly statedBy: 'VENDOR' | 'OWN_ENDPOINT' | 'THIRD_HOST';
  readonly source: FieldSource;
}

/** A release as its facts tell it. */
export interface ReleaseSummary {
  readonly fields: Partial<ReleaseFields>;
  readonly sources: FieldSources;
  readonly winners: readonly Fact[];
  readonly conflicts: readonly FactConflict[];
  readonly refused: readonly RefusedFact[];
  readonly hostVotes: HostVotes | null;
  readonly supportEnd: SupportEnd | null;
  readonly needGb: number | null;
}

export interface Summarised {
  readonly key: string;
  readonly vendorSlug: string;
  readonly facts: readonly Fact[];
  readonly artifacts: readonly { readonly hubId: string; readonly quantisation: Quantisation }[];
}

/** Decides every field from the facts, and what follows from them; pure and independent of the order of the facts. */
export function summarise({ key, vendorSlug, facts, artifacts }: Summarised): ReleaseSummary {
  const { fields, winners, conflicts, refused } = resolveFacts(facts, { key, vendorSlug });
  const sources = Object.fromEntries([...winners].map(([field, fact]) => [field, sourceOf(fact)]));
  return {
    fields,
    sources,
    winners: [...winners.values()],
    conflicts,
    refused,
    hostVotes: votesOf(facts),
    supportEnd: supportEndOf(facts),
    needGb: needOf(key, fields, artifacts),
  };
}

const sourceOf = ({ source, sourceRef, observedAt, status }: Fact): FieldSource => ({
  source,
  sourceRef,
  ...(observedAt === ALWAYS ? {} : { observedAt }),
  status,
});

/** One voice per host: it offers what any of its rows lists. */
function votesOf(facts: readonly Fact[]): HostVotes | null {
  const hosted = facts.filter(isHosted);
  const votes = [
    ...votesOn(hosted.flatMap((fact) => (isOf(fact, 'capabilities') ? [fact] : []))),
    ...votesOn(hosted.flatMap((fact) => (isOf(fact, 'inputModalities') ? [fact] : []))),
  ];
  return votes.length === 0 ? null : Object.fromEntries(votes);
}

type Vote = readonly [what: Capability | Modality, count: { readonly yes: number; readonly no: number }];

function votesOn(facts: readonly (Fact<'capabilities'> | Fact<'inputModalities'>)[]): readonly Vote[] {
  const hosts = [...groupBy(facts, hostOf).values()].map((rows) => new Set(rows.flatMap(({ value }) => [...value])));
  const named = [...new Set(hosts.flatMap((offered) => [...offered]))].sort();
  return named.map((what) => {
    const yes = hosts.filter((offered) => offered.has(what)).length;
    return [what, { yes, no: hosts.length - yes }];
  });
}

const STATED_BY = ['VENDOR', 'OWN_ENDPOINT', 'THIRD_HOST'] as const;

/** Whoever knows best speaks; of equals the earliest date. */
function supportEndOf(facts: readonly Fact[]): SupportEnd | null {
  const ends = facts
    .flatMap((fact): readonly SupportEnd[] =>
      isOf(fact, 'retirementDate') ? [{ date: fact.value, statedBy: speakerOf(fact), source: sourceOf(fact) }] : [],
    )
    .sort((a, b) => rank(a) - rank(b) || (textOf(a) < textOf(b) ? -1 : 1));
  return ends[0] ?? null;
}

const rank = ({ statedBy }: SupportEnd): number => STATED_BY.indexOf(statedBy);
const textOf = ({ date, source }: SupportEnd): string => [date, source.source, source.sourceRef].join(' ');

/** LiteLLM lists the end of vendors' own endpoints, and only those are taken from it. */
function speakerOf(fact: Fact): SupportEnd['statedBy'] {
  const role = roleOf(fact);
  if (role === 'VENDOR' || role === 'MANUAL') return 'VENDOR';
  return fact.source.toLowerCase().startsWith('litellm') ? 'OWN_ENDPOINT' : 'THIRD_HOST';
}

function needOf(key: string, fields: Partial<ReleaseFields>, artifacts: Summarised['artifacts']): number | null {
  const packagings = [nativeQuantisation(key, artifacts), ...artifacts.map(({ quantisation }) => quantisation)];
  const needs = packagings.flatMap((each) => footprint(fields, each, DEFAULT_CONCURRENT_TOKENS)?.needGB ?? []);
  return needs.length === 0 ? null : Number(Math.min(...needs).toFixed(3));
}
