import type { Adoption, Architecture, LanguageClaim, Price } from './domain/release.js';
import type {
  BaseRelation,
  Capability,
  DatePrecision,
  Kind,
  LicenceClass,
  Modality,
  PostTraining,
  ReleaseFunction,
  ReleaseStatus,
} from './domain/vocabulary.js';
import type { FieldSources, SupportEnd } from './release-summary.js';

/** A release as lists and pages read it: the winning value of each field, null where no source gave one. */
export interface ReleaseRow {
  readonly id: string;
  readonly key: string;
  readonly displayName: string;
  readonly vendor: string;
  readonly vendorName: string;
  readonly country: string;
  readonly kind: Kind | null;
  readonly family: string | null;
  readonly generation: readonly number[] | null;
  readonly function: ReleaseFunction | null;
  readonly tier: string | null;
  readonly postTraining: PostTraining | null;
  readonly releaseDate: string | null;
  readonly releaseDatePrecision: DatePrecision | null;
  readonly firstSeenAt: Date;
  readonly status: ReleaseStatus;
  readonly deprecationDate: string | null;
  readonly retirementDate: string | null;
  readonly totalParamsB: number | null;
  readonly activeParamsB: number | null;
  readonly contextTokens: number | null;
  readonly inputModalities: readonly Modality[] | null;
  readonly outputModalities: readonly Modality[] | null;
  readonly capabilities: readonly Capability[] | null;
  readonly languages: readonly LanguageClaim[] | null;
  readonly licenceId: string | null;
  readonly licenceClass: LicenceClass | null;
  readonly licenceTextHash: string | null;
  readonly weightsUrl: string | null;
  readonly baseKey: string | null;
  readonly baseRelation: BaseRelation | null;
  readonly declaredSuccessor: string | null;
  readonly architecture: Architecture | null;
  readonly pricePerMTokens: Price | null;
  readonly adoption: Adoption | null;
  readonly servingEngines: readonly string[] | null;
  /** Who gave the value of each field. */
  readonly sources: FieldSources;
  /** When support ends, and who says so. */
  readonly supportEnd: SupportEnd | null;
  /** Memory that the leanest packaging needs, in GB, with 8,192 tokens in its cache; null where parameters are unknown. */
  readonly needGb: number | null;
  readonly inPortfolio: boolean;
  /** Public results that are known of it. */
  readonly benchmarkCount: number;
  readonly version: number;
  readonly updatedAt: Date;
}

/** The columns of a ReleaseRow over `release r JOIN vendor v`. */
export const RELEASE_COLUMNS = `
  r.id, r.key, r.display_name AS "displayName", v.slug AS vendor, v.name AS "vendorName", v.country,
  r.kind, r.family, r.generation, r.function, r.tier, r.post_training AS "postTraining",
  r.release_date AS "releaseDate", r.release_date_precision AS "releaseDatePrecision",
  r.first_seen_at AS "firstSeenAt", r.status, r.deprecation_date AS "deprecationDate",
  r.retirement_date AS "retirementDate", r.total_params_b AS "totalParamsB", r.active_params_b AS "activeParamsB",
  r.context_tokens AS "contextTokens", r.input_modalities AS "inputModalities",
  r.output_modalities AS "outputModalities", r.capabilities, r.languages, r.licence_id AS "licenceId",
  r.licence_class AS "licenceClass", r.licence_text_hash AS "licenceTextHash", r.weights_url AS "weightsUrl",
  r.base_key AS "baseKey", r.base_relation AS "baseRelation", r.declared_successor_key AS "declaredSuccessor",
  r.architecture, r.price AS "pricePerMTokens", r.adoption, r.serving_engines AS "servingEngines",
  r.sources, r.support_end AS "supportEnd", r.need_gb AS "needGb", r.version, r.updated_at AS "updatedAt",
  EXISTS (SELECT FROM model m WHERE m.release_id = r.id AND m.lifecycle <> 'RETIRED') AS "inPortfolio",
  (SELECT count(*)::integer FROM benchmark_result b WHERE b.release_id = r.id) AS "benchmarkCount"`;
