import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { FeedPlans } from './feed-plans.reader.js';

/** How many of a vendor's releases have each fact. */
export interface CoverageRow {
  readonly vendor: string;
  /** One of the vendors whose organisations are listed on the hub. */
  readonly followed: boolean;
  readonly releases: number;
  readonly date: number;
  readonly params: number;
  readonly context: number;
  readonly licence: number;
  readonly languages: number;
  readonly modalities: number;
  readonly capabilities: number;
  readonly architecture: number;
  readonly price: number;
  /** Of `price` those that fewer than three hosts ask, which the score does not rely on. */
  readonly fewHosts: number;
  readonly adoption: number;
  readonly benchmark: number;
}

/** Languages count from one claimed language on, a price from one host that charges, adoption from downloads or pulls. */
const COVERAGE = statement<CoverageRow>(
  'catalogue.coverage',
  `SELECT v.name AS vendor, bool_or(v.hub_organisations && $2) AS followed, count(*)::int AS releases,
     count(r.release_date)::int AS date,
     count(r.total_params_b)::int AS params,
     count(r.context_tokens)::int AS context,
     (count(*) FILTER (WHERE r.licence_class <> 'UNKNOWN'))::int AS licence,
     (count(*) FILTER (WHERE jsonb_array_length(r.languages) > 0))::int AS languages,
     count(r.input_modalities)::int AS modalities,
     count(r.capabilities)::int AS capabilities,
     count(r.architecture)::int AS architecture,
     count(r.price)::int AS price,
     (count(*) FILTER (WHERE (r.price ->> 'hosts')::int < 3))::int AS "fewHosts",
     (count(*) FILTER (WHERE r.adoption ? 'downloads30d' OR r.adoption ? 'pulls'))::int AS adoption,
     (count(*) FILTER (WHERE EXISTS (SELECT FROM benchmark_result b WHERE b.release_id = r.id)))::int AS benchmark
   FROM release r JOIN vendor v ON v.id = r.vendor_id
   WHERE r.kind = 'CHAT' AND r.release_date >= $1
   GROUP BY v.name ORDER BY count(*) DESC, v.name COLLATE "C"`,
);

@Injectable()
export class CoverageReader {
  constructor(
    private readonly database: Database,
    private readonly plans: FeedPlans,
  ) {}

  /** Returns, vendor by vendor, of how many generative releases since a day (YYYY-MM-DD) each fact is known. */
  async read(since: string): Promise<CoverageRow[]> {
    const { organisations } = await this.plans.of('hugging-face');
    return this.database.read(COVERAGE, [since, organisations]);
  }
}
