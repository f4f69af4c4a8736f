import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';

/** How many of a vendor's releases have each fact. */
export interface CoverageRow {
  readonly vendor: string;
  readonly releases: number;
  readonly date: number;
  readonly params: number;
  readonly context: number;
  readonly licence: number;
  readonly languages: number;
  readonly capabilities: number;
  readonly architecture: number;
  readonly price: number;
  readonly adoption: number;
  readonly benchmark: number;
}

/** A day alone dates a release; a capability is known as soon as what it takes in and can do are. */
const COVERAGE = statement<CoverageRow>(
  'catalogue.coverage',
  `SELECT v.name AS vendor, count(*)::int AS releases,
     count(r.release_date)::int AS date,
     count(r.total_params_b)::int AS params,
     count(r.context_tokens)::int AS context,
     (count(*) FILTER (WHERE r.licence_class <> 'UNKNOWN'))::int AS licence,
     (count(*) FILTER (WHERE jsonb_array_length(r.languages) > 0))::int AS languages,
     (count(*) FILTER (WHERE r.capabilities IS NOT NULL AND r.input_modalities IS NOT NULL))::int AS capabilities,
     count(r.architecture)::int AS architecture,
     count(r.price)::int AS price,
     (count(*) FILTER (WHERE r.adoption ? 'downloads30d' OR r.adoption ? 'pulls'))::int AS adoption,
     (count(*) FILTER (WHERE EXISTS (SELECT FROM benchmark_result b WHERE b.release_id = r.id)))::int AS benchmark
   FROM release r JOIN vendor v ON v.id = r.vendor_id
   WHERE r.kind = 'CHAT' AND r.release_date >= $1
   GROUP BY v.name ORDER BY count(*) DESC, v.name COLLATE "C"`,
);

@Injectable()
export class CoverageReader {
  constructor(private readonly database: Database) {}

  /** Returns, vendor by vendor, of how many generative releases since a day (YYYY-MM-DD) each fact is known. */
  read(since: string): Promise<CoverageRow[]> {
    return this.database.read(COVERAGE, [since]);
  }
}
