import type { Kind, LicenceClass, Quantisation, Task } from '../catalogue/domain/vocabulary.js';
import type { DataClass, Hosting, Lifecycle, Materiality, Purpose } from './domain/vocabulary.js';
import type { Holds } from './holds.sql.js';
import type { PersonRef, Validation, Waiver } from './portfolio.types.js';

export interface ModelReleaseRow {
  readonly id: string;
  readonly key: string;
  readonly displayName: string;
  readonly vendor: { readonly slug: string; readonly name: string; readonly country: string };
  readonly kind: Kind;
  readonly family: string | null;
  readonly releaseDate: string | null;
  readonly totalParamsB: number | null;
  readonly activeParamsB: number | null;
  readonly contextTokens: number | null;
  readonly licenceId: string | null;
  readonly licenceClass: LicenceClass | null;
}

export interface ModelRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly release: ModelReleaseRow;
  readonly lifecycle: Lifecycle;
  readonly ownerTeam: string;
  readonly steward: PersonRef;
  readonly registeredBy: PersonRef;
  readonly approvedBy: PersonRef | null;
  readonly approvedAt: Date | null;
  readonly quantisation: Quantisation | null;
  readonly gpuPool: { readonly id: string; readonly name: string } | null;
  readonly endpointUrl: string | null;
  readonly hosting: Hosting;
  readonly weightsDigest: string | null;
  readonly mirrorLocation: string | null;
  readonly approvedScope: string | null;
  readonly maxDataClass: DataClass;
  readonly jurisdictions: readonly string[];
  readonly validation: Validation;
  readonly concludedLicence: string | null;
  readonly waivers: readonly Waiver[];
  /** Tools that it serves then, in any purpose. */
  readonly tools: number;
  /** The highest of those tools; null when it serves none. */
  readonly highestMateriality: Materiality | null;
  readonly openFlags: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ModelUseRow {
  readonly toolId: string;
  readonly name: string;
  readonly task: Task;
  readonly materiality: Materiality;
  readonly dataClass: DataClass;
  readonly ownerTeam: string;
  readonly purpose: Purpose;
  readonly since: Date;
  readonly assignmentId: string;
}

export interface BehindRow {
  readonly releaseId: string;
  readonly releaseKey: string;
  readonly releaseDate: string;
  readonly days: number;
}

export const personJson = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'displayName', ${alias}.display_name, 'active', ${alias}.active)`;

/**
 * One row per model with everything that lists and details show of it; the tools it serves then, the rest as of today. The joins are outer ones though each finds its
 * row: PostgreSQL leaves them out where only the models are counted.
 */
export const modelSelect = (holds: Holds): string => `
  SELECT m.id, m.version, m.name, m.lifecycle, m.owner_team AS "ownerTeam", m.quantisation, m.endpoint_url AS "endpointUrl",
    m.hosting, m.weights_digest AS "weightsDigest", m.mirror_location AS "mirrorLocation",
    m.approved_scope AS "approvedScope", m.max_data_class AS "maxDataClass", m.jurisdictions, m.validation,
    m.concluded_licence AS "concludedLicence", m.waivers, m.approved_at AS "approvedAt",
    m.created_at AS "createdAt", m.updated_at AS "updatedAt",
    jsonb_build_object('id', r.id, 'key', r.key, 'displayName', r.display_name, 'kind', r.kind, 'family', r.family,
      'vendor', jsonb_build_object('slug', v.slug, 'name', v.name, 'country', v.country),
      'releaseDate', r.release_date, 'totalParamsB', r.total_params_b, 'activeParamsB', r.active_params_b,
      'contextTokens', r.context_tokens, 'licenceId', r.licence_id, 'licenceClass', r.licence_class) AS release,
    ${personJson('s')} AS steward, ${personJson('g')} AS "registeredBy",
    CASE WHEN a.id IS NOT NULL THEN ${personJson('a')} END AS "approvedBy",
    CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS "gpuPool",
    (SELECT count(*)::int FROM assignment x WHERE x.model_id = m.id AND ${holds('x')}) AS tools,
    (SELECT (ARRAY['LOW','MEDIUM','HIGH'])[max(array_position(ARRAY['LOW','MEDIUM','HIGH'], t.materiality))]
      FROM assignment x JOIN tool t ON t.id = x.tool_id
      WHERE x.model_id = m.id AND ${holds('x')}) AS "highestMateriality",
    (SELECT count(*)::int FROM replacement_flag f
      WHERE f.model_id = m.id AND f.active AND f.state IN ('OPEN','IN_TRIAGE')) AS "openFlags"
  FROM model m
  LEFT JOIN release r ON r.id = m.release_id
  LEFT JOIN vendor v ON v.id = r.vendor_id
  LEFT JOIN person s ON s.id = m.steward_id
  LEFT JOIN person g ON g.id = m.registered_by
  LEFT JOIN person a ON a.id = m.approved_by
  LEFT JOIN gpu_pool p ON p.id = m.gpu_pool_id`;
