import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { FeedPlans } from './feed-plans.reader.js';

/** When a fact of a release `r` counts as known. */
const KNOWN = {
  date: 'r.release_date IS NOT NULL',
  params: 'r.total_params_b IS NOT NULL',
  context: 'r.context_tokens IS NOT NULL',
  licence: `r.licence_class <> 'UNKNOWN'`,
  languages: 'jsonb_array_length(r.languages) > 0',
  modalities: 'r.input_modalities IS NOT NULL',
  capabilities: 'r.capabilities IS NOT NULL',
  architecture: 'r.architecture IS NOT NULL',
  price: 'r.price IS NOT NULL',
  adoption: `(r.adoption ? 'downloads30d' OR r.adoption ? 'pulls')`,
  benchmark: 'EXISTS (SELECT FROM benchmark_result b WHERE b.release_id = r.id)',
} as const;

export type CoveredFact = keyof typeof KNOWN;
export const COVERED_FACTS: readonly CoveredFact[] = [
  'date',
  'params',
  'context',
  'licence',
  'languages',
  'modalities',
  'capabilities',
  'architecture',
  'price',
  'adoption',
  'benchmark',
];

/** How many of a vendor's releases have each fact. */
export interface CoverageRow extends Readonly<Record<CoveredFact, number>> {
  readonly slug: string;
  readonly vendor: string;
  /** One of the vendors whose organisations are listed on the hub. */
  readonly followed: boolean;
  readonly releases: number;
  /** Of `price` those that fewer than three hosts ask, which the score does not rely on. */
  readonly fewHosts: number;
}

/** A release that lacks a fact. */
export interface IncompleteRelease {
  readonly slug: string;
  readonly vendor: string;
  readonly followed: boolean;
  readonly key: string;
  readonly missing: readonly CoveredFact[];
}

const each = (make: (fact: CoveredFact, known: string) => string): string =>
  COVERED_FACTS.map((fact) => make(fact, KNOWN[fact])).join(', ');
const GENERATIVE = `FROM release r JOIN vendor v ON v.id = r.vendor_id WHERE r.kind = 'CHAT' AND r.release_date >= $1`;

const COVERAGE = statement<CoverageRow>(
  'catalogue.coverage',
  `SELECT v.slug, v.name AS vendor, bool_or(v.hub_organisations && $2) AS followed, count(*)::int AS releases,
     ${each((fact, known) => `(count(*) FILTER (WHERE ${known}))::int AS "${fact}"`)},
     (count(*) FILTER (WHERE (r.price ->> 'hosts')::int < 3))::int AS "fewHosts"
   ${GENERATIVE} GROUP BY v.slug, v.name ORDER BY count(*) DESC, v.name COLLATE "C"`,
);
const INCOMPLETE = statement<IncompleteRelease>(
  'catalogue.incomplete',
  `SELECT * FROM (
     SELECT v.slug, v.name AS vendor, v.hub_organisations && $2 AS followed, r.key,
       array_remove(ARRAY[${each((fact, known) => `CASE WHEN ${known} THEN NULL ELSE '${fact}' END`)}], NULL) AS missing
     ${GENERATIVE}) one
   WHERE cardinality(missing) > 0 ORDER BY vendor COLLATE "C", key COLLATE "C"`,
);

@Injectable()
export class CoverageReader {
  constructor(
    private readonly database: Database,
    private readonly plans: FeedPlans,
  ) {}

  /** Returns, vendor by vendor, of how many generative releases since a day (YYYY-MM-DD) each fact is known. */
  async read(since: string): Promise<CoverageRow[]> {
    return this.database.read(COVERAGE, [since, await this.followed()]);
  }

  /** Returns the generative releases since a day (YYYY-MM-DD) that lack a fact, with the facts they lack. */
  async incomplete(since: string): Promise<IncompleteRelease[]> {
    return this.database.read(INCOMPLETE, [since, await this.followed()]);
  }

  private async followed(): Promise<readonly string[] | null> {
    return (await this.plans.of('hugging-face')).organisations;
  }
}
