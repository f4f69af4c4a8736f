import { Injectable } from '@nestjs/common';
import type { BenchmarkResultEntity } from './benchmark-result.entity.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { licenceDiff, termsOf, type LicenceDiff } from './domain/licence.js';
import type { ReleaseRow } from './release-row.js';
import { ReleasesReader } from './releases.reader.js';

export interface ComparedField {
  readonly field: string;
  readonly values: readonly unknown[];
  readonly differs: boolean;
}

export interface ComparedBenchmark extends Pick<
  BenchmarkResultEntity,
  'benchmark' | 'benchmarkVersion' | 'metric' | 'harness' | 'mode' | 'higherIsBetter'
> {
  readonly scores: readonly (number | null)[];
  /** Who measured, and where it stands. */
  readonly figures: readonly { readonly source: string; readonly sourceRef: string }[];
}

/** What the licence of a release asks beyond, or no longer, than that of the first release; null where either is unknown. */
export interface ComparedLicence {
  readonly releaseId: string;
  readonly diff: LicenceDiff | null;
}

export interface Comparison {
  readonly releases: readonly ReleaseRow[];
  readonly fields: readonly ComparedField[];
  readonly benchmarks: readonly ComparedBenchmark[];
  readonly licences: readonly ComparedLicence[];
}

const COMPARED = [
  'vendorName',
  'country',
  'kind',
  'family',
  'generation',
  'function',
  'tier',
  'postTraining',
  'releaseDate',
  'status',
  'retirementDate',
  'totalParamsB',
  'activeParamsB',
  'needGb',
  'contextTokens',
  'inputModalities',
  'outputModalities',
  'capabilities',
  'languages',
  'licenceId',
  'licenceClass',
  'baseKey',
  'pricePerMTokens',
  'adoption',
  'servingEngines',
] as const satisfies readonly (keyof ReleaseRow)[];

/** Several sources of one result are averaged: they measured the same thing in the same way. */
const RESULTS = statement<Omit<ComparedBenchmark, 'scores'> & { readonly scores: Readonly<Record<string, number>> }>(
  'comparison.results',
  `SELECT benchmark, benchmark_version AS "benchmarkVersion", metric, harness, mode, bool_and(higher_is_better) AS "higherIsBetter",
     jsonb_object_agg(release_id, score) AS scores, jsonb_path_query_array(jsonb_agg(figures), '$[*][*]') AS figures
   FROM (SELECT release_id, benchmark, benchmark_version, metric, harness, mode, bool_and(higher_is_better) AS higher_is_better,
           avg(score) AS score, jsonb_agg(jsonb_build_object('source', source, 'sourceRef', source_ref)) AS figures
         FROM benchmark_result WHERE release_id = ANY($1)
         GROUP BY release_id, benchmark, benchmark_version, metric, harness, mode) measured
   GROUP BY benchmark, benchmark_version, metric, harness, mode
   ORDER BY count(*) DESC, benchmark, benchmark_version, metric, harness, mode`,
);

@Injectable()
export class ComparisonReader {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesReader,
  ) {}

  /** Returns two to four releases side by side, in the order asked for; throws 'release-not-found'. */
  async compare(ids: readonly string[]): Promise<Comparison> {
    const releases = await this.releases.getMany(ids);
    const results = await this.database.read(RESULTS, [releases.map(({ id }) => id)]);
    const fields = COMPARED.map((field) => {
      const values = releases.map((release) => release[field]);
      const known = new Set(values.filter((value) => value !== null).map((value) => JSON.stringify(value)));
      return { field, values, differs: known.size > 1 };
    });
    const benchmarks = results.map(({ scores, ...rest }) => ({
      ...rest,
      scores: releases.map(({ id }) => scores[id] ?? null),
    }));
    return { releases, fields, benchmarks, licences: licencesOf(releases) };
  }
}

function licencesOf([first, ...others]: readonly ReleaseRow[]): readonly ComparedLicence[] {
  const from = first?.licenceId ?? null;
  return others.map(({ id, licenceId }) => ({
    releaseId: id,
    diff: from === null || licenceId === null ? null : licenceDiff(termsOf(from), termsOf(licenceId)),
  }));
}
