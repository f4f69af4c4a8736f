import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { isNewer } from './domain/newer.js';
import type { FactField, ReleaseFields } from './domain/release.js';
import type { FactStatus, Kind, Quantisation, ReleaseFunction } from './domain/vocabulary.js';
import type { ConclusionRow } from './licence-conclusions.service.js';
import type { ReleaseRow } from './release-row.js';
import { ReleasesReader } from './releases.reader.js';

export interface FactRow {
  readonly id: string;
  readonly field: FactField;
  readonly value: ReleaseFields[FactField];
  readonly source: string;
  readonly sourceRef: string;
  readonly observedAt: Date;
  readonly status: FactStatus;
  readonly wins: boolean;
  readonly reason: string | null;
  readonly recordedBy: string | null;
  readonly revertedAt: Date | null;
}

export interface ArtifactRow {
  readonly id: string;
  readonly hubId: string;
  readonly quantisation: Quantisation;
  readonly bits: number;
  readonly sizeBytes: number | null;
  readonly source: string;
}

export interface BenchmarkRow {
  readonly id: string;
  readonly benchmark: string;
  readonly benchmarkVersion: string;
  readonly metric: string;
  readonly harness: string;
  readonly mode: string;
  readonly score: number;
  readonly higherIsBetter: boolean;
  readonly source: string;
  readonly sourceRef: string;
  readonly measuredOn: string | null;
}

export interface RelativeRow {
  readonly id: string;
  readonly key: string;
  readonly displayName: string;
  readonly kind: Kind | null;
  readonly function: ReleaseFunction | null;
  readonly family: string | null;
  readonly generation: readonly number[] | null;
  readonly releaseDate: string | null;
  readonly releaseDatePrecision: 'DAY' | 'MONTH' | 'YEAR' | null;
  readonly firstSeenAt: Date;
  readonly totalParamsB: number | null;
}

export interface UseRow {
  readonly modelId: string;
  readonly model: string;
  readonly lifecycle: string;
  readonly toolId: string | null;
  readonly tool: string | null;
  readonly purpose: string | null;
}

export interface Lineage {
  readonly base: { readonly key: string; readonly relation: string; readonly id: string | null } | null;
  /** What the vendor itself names the successor. */
  readonly declaredSuccessor: { readonly key: string; readonly id: string | null } | null;
  /** Newer releases of the same family, kind and function, newest first. */
  readonly successors: readonly RelativeRow[];
  /** The others of the same family and kind. */
  readonly siblings: readonly RelativeRow[];
}

export interface ReleaseDetail {
  readonly release: ReleaseRow;
  readonly facts: readonly FactRow[];
  readonly aliases: readonly string[];
  readonly artifacts: readonly ArtifactRow[];
  readonly benchmarks: readonly BenchmarkRow[];
  readonly lineage: Lineage;
  readonly usedBy: readonly UseRow[];
  readonly conclusion: ConclusionRow | null;
}

const FACTS = statement<FactRow>(
  'release-detail.facts',
  `SELECT f.id, f.field, f.value, f.source, f.source_ref AS "sourceRef", f.observed_at AS "observedAt", f.status, f.wins,
     f.reason, p.display_name AS "recordedBy", f.reverted_at AS "revertedAt"
   FROM release_fact f LEFT JOIN person p ON p.id = f.recorded_by WHERE f.release_id = $1
   ORDER BY f.field, f.wins DESC, f.source, f.source_ref, f.observed_at DESC, f.id`,
);
const ALIASES = statement<{ alias: string }>(
  'release-detail.aliases',
  `SELECT DISTINCT alias FROM release_alias WHERE release_id = $1 ORDER BY alias`,
);
const ARTIFACTS = statement<ArtifactRow>(
  'release-detail.artifacts',
  `SELECT id, hub_id AS "hubId", quantisation, bits, size_bytes AS "sizeBytes", source FROM artifact
   WHERE release_id = $1 ORDER BY bits DESC, hub_id, id`,
);
const BENCHMARKS = statement<BenchmarkRow>(
  'release-detail.benchmarks',
  `SELECT id, benchmark, benchmark_version AS "benchmarkVersion", metric, harness, mode, score,
     higher_is_better AS "higherIsBetter", source, source_ref AS "sourceRef", measured_on AS "measuredOn"
   FROM benchmark_result WHERE release_id = $1 ORDER BY benchmark, benchmark_version, metric, harness, mode, source`,
);
const RELATIVES = statement<RelativeRow>(
  'release-detail.relatives',
  `SELECT o.id, o.key, o.display_name AS "displayName", o.kind, o.function, o.family, o.generation,
     o.release_date AS "releaseDate", o.release_date_precision AS "releaseDatePrecision",
     o.first_seen_at AS "firstSeenAt", o.total_params_b AS "totalParamsB"
   FROM release r JOIN release o ON o.vendor_id = r.vendor_id AND o.family = r.family AND o.kind = r.kind AND o.id <> r.id
   WHERE r.id = $1 ORDER BY o.release_date DESC NULLS LAST, o.key`,
);
const LINKS = statement<{ asked: string; id: string }>(
  'release-detail.links',
  `SELECT asked, coalesce(r.id, (SELECT a.release_id FROM release_alias a WHERE a.alias_norm = lower(asked) AND a.release_id IS NOT NULL LIMIT 1)) AS id
   FROM unnest($1::text[]) asked LEFT JOIN release r ON r.key_norm = lower(asked)`,
);
const USES = statement<UseRow>(
  'release-detail.uses',
  `SELECT m.id AS "modelId", m.name AS model, m.lifecycle, t.id AS "toolId", t.name AS tool, a.purpose
   FROM model m LEFT JOIN assignment a ON a.model_id = m.id AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to > $2)
   LEFT JOIN tool t ON t.id = a.tool_id WHERE m.release_id = $1 ORDER BY m.name, t.name, a.purpose`,
);
const CONCLUSION = statement<ConclusionRow>(
  'release-detail.conclusion',
  `SELECT c.id, c.decision, CASE WHEN c.release_key IS NULL THEN 'TEXT' ELSE 'RELEASE' END AS scope,
     c.licence_text_hash AS "licenceTextHash", c.release_key AS "releaseKey", c.conditions,
     p.display_name AS "concludedBy", c.concluded_at AS "concludedAt"
   FROM licence_conclusion c JOIN person p ON p.id = c.concluded_by
   WHERE lower(c.release_key) = lower($1) OR c.licence_text_hash = $2
   ORDER BY (c.release_key IS NOT NULL) DESC, c.concluded_at DESC, c.id DESC LIMIT 1`,
);

/** Everything about one release for its page. */
@Injectable()
export class ReleaseDetailReader {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesReader,
  ) {}

  /** Returns the release with all that is known of it; `now` decides which assignments hold. Throws 'release-not-found'. */
  async get(id: string, now: Date): Promise<ReleaseDetail> {
    const release = await this.releases.get(id);
    const of = [release.id];
    const [facts, aliases, artifacts, benchmarks, lineage, usedBy, conclusion] = await Promise.all([
      this.database.read(FACTS, of),
      this.database.read(ALIASES, of),
      this.database.read(ARTIFACTS, of),
      this.database.read(BENCHMARKS, of),
      this.lineage(release),
      this.database.read(USES, [release.id, now]),
      this.database.readOne(CONCLUSION, [release.key, release.licenceTextHash]),
    ]);
    const names = aliases
      .map(({ alias }) => alias)
      .filter((alias) => alias.toLowerCase() !== release.key.toLowerCase());
    return { release, facts, aliases: names, artifacts, benchmarks, lineage, usedBy, conclusion: conclusion ?? null };
  }

  private async lineage(release: ReleaseRow): Promise<Lineage> {
    const { baseKey, baseRelation, declaredSuccessor } = release;
    const [relatives, links] = await Promise.all([
      this.database.read(RELATIVES, [release.id]),
      this.database.read(LINKS, [[baseKey, declaredSuccessor].filter((key) => key !== null)]),
    ]);
    const idOf = (key: string): string | null => links.find(({ asked }) => asked === key)?.id ?? null;
    const isSuccessor = (other: RelativeRow): boolean =>
      other.function === release.function && isNewer(aged(other), aged(release));
    return {
      base:
        baseKey === null || baseRelation === null ? null : { key: baseKey, relation: baseRelation, id: idOf(baseKey) },
      declaredSuccessor: declaredSuccessor === null ? null : { key: declaredSuccessor, id: idOf(declaredSuccessor) },
      successors: relatives.filter(isSuccessor),
      siblings: relatives.filter((other) => !isSuccessor(other)),
    };
  }
}

const aged = (row: RelativeRow | ReleaseRow): Parameters<typeof isNewer>[0] => ({
  key: row.key,
  family: row.family ?? '',
  generation: row.generation ?? undefined,
  releaseDate:
    row.releaseDate === null || row.releaseDatePrecision === null
      ? undefined
      : { date: row.releaseDate, precision: row.releaseDatePrecision },
  firstSeenAt: row.firstSeenAt.toISOString(),
});
