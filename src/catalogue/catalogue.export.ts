import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { groupBy } from '../kernel/group-by.js';
import {
  BUNDLE_VERSION,
  type Bundle,
  type BundledArtifact,
  type BundledBenchmark,
  type BundledName,
  type BundledStatement,
  type BundledVendor,
} from './bundle.js';
import type { FactField, ReleaseFields } from './domain/release.js';
import type { FactStatus } from './domain/vocabulary.js';

interface NameRow extends Omit<BundledName, 'facts' | 'artifacts' | 'benchmarks'> {
  readonly subject: string;
  readonly key: string | null;
}
interface FactRow {
  readonly subject: string;
  readonly field: FactField;
  readonly value: ReleaseFields[FactField];
  readonly source: string;
  readonly ref: string;
  readonly at: string;
  readonly status: FactStatus;
  readonly reason: string | null;
}

/** RFC 3339, as a day alone where it is midnight. */
const moment = (column: string): string =>
  `CASE WHEN ${column} = date_trunc('day', ${column}, 'UTC') THEN to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD')
   ELSE to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') END`;

const VENDORS = statement<BundledVendor>(
  'export.vendors',
  `SELECT v.slug, v.name, v.country, p.slug AS "parentVendor", v.hub_organisations AS "hubOrganisations"
   FROM vendor v LEFT JOIN vendor p ON p.id = v.parent_vendor_id ORDER BY v.slug COLLATE "C"`,
);
const NAMES = statement<NameRow>(
  'export.names',
  `SELECT a.subject, r.key, a.alias AS name, a.hub_id AS "hubId", a.vendor_hint AS "vendorHint",
     nullif(a.mention_only, false) AS "mentionOnly", nullif(a.vendor_named, false) AS "vendorNamed",
     ${moment('a.first_seen_at')} AS since
   FROM release_alias a LEFT JOIN release r ON r.id = a.release_id ORDER BY r.key_norm COLLATE "C", a.subject COLLATE "C"`,
);
const FACTS = statement<FactRow>(
  'export.facts',
  `SELECT subject, field, value, source, source_ref AS ref, ${moment('observed_at')} AS at, status, reason
   FROM release_fact WHERE reverted_at IS NULL
   ORDER BY subject, source COLLATE "C", source_ref COLLATE "C", observed_at, status, reason, field COLLATE "C", value`,
);
const ARTIFACTS = statement<BundledArtifact & { subject: string }>(
  'export.artifacts',
  `SELECT subject, hub_id AS "hubId", quantisation, size_bytes AS "sizeBytes", source, ${moment('first_seen_at')} AS at
   FROM artifact ORDER BY subject, hub_id COLLATE "C", quantisation`,
);
const BENCHMARKS = statement<BundledBenchmark & { subject: string }>(
  'export.benchmarks',
  `SELECT subject, benchmark, benchmark_version AS "benchmarkVersion", metric, harness, mode, score,
     higher_is_better AS "higherIsBetter", measured_on AS "measuredOn", source, source_ref AS ref, ${moment('observed_at')} AS at
   FROM benchmark_result ORDER BY subject, benchmark, benchmark_version, metric, harness, mode, source COLLATE "C"`,
);
const AS_OF = statement<{ asOf: string | null }>(
  'export.as-of',
  `SELECT ${moment('max(m.at)')} AS "asOf" FROM (SELECT max(observed_at) AS at FROM release_fact WHERE reverted_at IS NULL
     UNION ALL SELECT max(first_seen_at) FROM release_alias) m`,
);

/** Writes the catalogue as a file that `catalogue.seed` loads into another database to the same state. */
@Injectable()
export class CatalogueExport {
  constructor(private readonly database: Database) {}

  /** Returns the whole catalogue, in an order that depends on its content alone. */
  async export(): Promise<Bundle> {
    const [vendors, names, facts, artifacts, benchmarks, asOf] = await Promise.all([
      this.database.read(VENDORS, []),
      this.database.read(NAMES, []),
      this.database.read(FACTS, []),
      this.database.read(ARTIFACTS, []),
      this.database.read(BENCHMARKS, []),
      this.database.readOne(AS_OF, []),
    ]);
    const factsOf = groupBy(facts, ({ subject }) => subject);
    const artifactsOf = groupBy(artifacts, ({ subject }) => subject);
    const benchmarksOf = groupBy(benchmarks, ({ subject }) => subject);
    const bundled = names.map(({ subject, key, ...name }) => {
      const known = {
        ...name,
        facts: statementsOf(factsOf.get(subject) ?? []),
        ...some('artifacts', artifactsOf.get(subject)),
        ...some('benchmarks', benchmarksOf.get(subject)),
      };
      return { key, name: known };
    });
    const releases = [...groupBy(bundled, ({ key }) => key)].flatMap(([key, of]) =>
      key === null ? [] : [{ key, names: of.map(({ name }) => name) }],
    );
    return {
      schemaVersion: BUNDLE_VERSION,
      asOf: asOf?.asOf ?? '1970-01-01',
      vendors,
      releases,
      openNames: bundled.filter(({ key }) => key === null).map(({ name }) => name),
    };
  }
}

/** The file's text: one release a line, so that two versions can be compared. */
export function bundleText({ schemaVersion, asOf, vendors, releases, openNames }: Bundle): string {
  const lines = (rows: readonly object[]): string =>
    `[\n${rows.map((row) => JSON.stringify(row, withoutNulls)).join(',\n')}\n]`;
  return `{"schemaVersion":${schemaVersion},"asOf":${JSON.stringify(asOf)},
"vendors":${lines(vendors)},
"releases":${lines(releases)},
"openNames":${lines(openNames)}}
`;
}

/** What the database holds as NULL is absent from the file. */
const withoutNulls = (_key: string, value: unknown): unknown => value ?? undefined;

const some = <K extends string, T extends { subject: string }>(name: K, rows: readonly T[] | undefined) =>
  rows === undefined ? {} : { [name]: rows.map(({ subject: _, ...row }) => row) };

/** One statement for all that a source says in one place at one moment. */
function statementsOf(facts: readonly FactRow[]): readonly BundledStatement[] {
  const places = groupBy(facts, ({ source, ref, at, status, reason }) =>
    JSON.stringify([source, ref, at, status, reason]),
  );
  return [...places.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { source, ref, at, status, reason } = first;
    return {
      source,
      ref,
      at,
      ...(status === 'CLAIMED' ? {} : { status }),
      ...(reason === null ? {} : { reason }),
      values: Object.fromEntries(rows.map(({ field, value }) => [field, value])),
    };
  });
}
