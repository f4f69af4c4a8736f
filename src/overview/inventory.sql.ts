import type { LicenceClass, Task } from '../catalogue/domain/vocabulary.js';
import { List } from '../database/list.js';
import type { Coupling, DataClass, Hosting, Materiality, SwitchingEffort } from '../portfolio/domain/vocabulary.js';
import type { Validation, Waiver } from '../portfolio/portfolio.types.js';
import { heldAt } from '../portfolio/holds.sql.js';

/** One use of AI: a tool with the model that serves it. Null is not recorded. */
export interface InventoryRow {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly businessUnit: string;
  readonly task: Task;
  readonly materiality: Materiality;
  readonly dataClass: DataClass;
  readonly owner: string;
  readonly ownerTeam: string;
  readonly ownerConfirmedAt: string | null;
  readonly coupling: Coupling;
  readonly switchingEffort: SwitchingEffort;
  readonly model: InventoryModel | null;
  readonly fallbacks: readonly InventoryFallback[];
  readonly approvals: readonly { readonly by: string; readonly role: string; readonly at: string }[];
}

export interface InventoryFallback {
  readonly modelId: string;
  readonly name: string;
  /** The exact release. */
  readonly version: string;
  readonly provider: string;
  readonly providerCountry: string;
  readonly testedAt: string | null;
}

export interface InventoryModel {
  readonly id: string;
  readonly name: string;
  readonly since: string;
  readonly lifecycle: string;
  readonly approvedScope: string | null;
  readonly maxDataClass: DataClass;
  readonly jurisdictions: readonly string[];
  readonly hosting: Hosting;
  readonly location: string | null;
  readonly endpointUrl: string | null;
  /** Exactly what runs: the release's identity, its packaging and the digest of its weights. */
  readonly releaseKey: string;
  readonly quantisation: string | null;
  readonly weightsDigest: string | null;
  readonly mirrorLocation: string | null;
  readonly provider: string;
  readonly providerGroup: string;
  readonly providerCountry: string;
  readonly releaseDate: string | null;
  readonly licenceId: string | null;
  readonly licenceClass: LicenceClass | null;
  readonly concludedLicence: string | null;
  readonly supportEnds: string | null;
  readonly weightsUrl: string | null;
  readonly family: string | null;
  readonly contextTokens: number | null;
  readonly inputModalities: readonly string[] | null;
  readonly outputModalities: readonly string[] | null;
  /** Release that it was made from. */
  readonly baseKey: string | null;
  readonly baseRelation: string | null;
  readonly validation: Validation;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly waivers: readonly Waiver[];
}

const MODEL = `jsonb_build_object('id', m.id, 'name', m.name, 'since', a.valid_from, 'lifecycle', m.lifecycle,
  'approvedScope', m.approved_scope, 'maxDataClass', m.max_data_class, 'jurisdictions', m.jurisdictions,
  'hosting', m.hosting, 'location', pool.location, 'endpointUrl', m.endpoint_url, 'releaseKey', r.key,
  'quantisation', artifact.quantisation, 'weightsDigest', artifact.weights_digest, 'mirrorLocation', m.mirror_location,
  'provider', v.name, 'providerGroup', coalesce(parent.name, v.name), 'providerCountry', v.country,
  'releaseDate', r.release_date, 'licenceId', r.licence_id, 'licenceClass', r.licence_class,
  'concludedLicence', m.concluded_licence, 'supportEnds', r.support_end ->> 'date', 'weightsUrl', r.weights_url,
  'family', r.family, 'contextTokens', r.context_tokens, 'inputModalities', r.input_modalities,
  'outputModalities', r.output_modalities, 'baseKey', r.base_key, 'baseRelation', r.base_relation)
  || jsonb_build_object('validation', m.validation, 'approvedBy', approver.display_name, 'approvedAt', m.approved_at,
  'waivers', m.waivers)`;

const served = heldAt('$4');

/** $1 materiality, $2 data class, $3 text, $4 the moment: what served then, everything else as of today. */
export const INVENTORY = new List<InventoryRow, 'name' | 'materiality'>({
  name: 'overview.inventory',
  filterCount: 4,
  select: `
    SELECT t.id, t.name, t.description AS purpose, t.business_unit AS "businessUnit", t.task, t.materiality,
      array_position(ARRAY['LOW','MEDIUM','HIGH'], t.materiality) AS "materialityRank", t.data_class AS "dataClass",
      owner.display_name AS owner, t.owner_team AS "ownerTeam", t.owner_confirmed_at::text AS "ownerConfirmedAt",
      t.coupling, t.switching_effort AS "switchingEffort", CASE WHEN m.id IS NOT NULL THEN ${MODEL} END AS model,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('modelId', f.id, 'name', f.name, 'version', fr.key,
         'provider', fv.name, 'providerCountry', fv.country, 'testedAt', b.fallback_tested_at) ORDER BY f.name), '[]')
       FROM assignment b JOIN model f ON f.id = b.model_id JOIN release fr ON fr.id = f.release_id
       JOIN vendor fv ON fv.id = fr.vendor_id
       WHERE b.tool_id = t.id AND b.purpose = 'FALLBACK' AND ${served('b')}) AS fallbacks,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('by', p.display_name, 'role', s.as_role, 'at', s.approved_at)
         ORDER BY s.approved_at), '[]')
       FROM swap_approval s JOIN person p ON p.id = s.approver_id
       WHERE s.swap_request_id = a.swap_request_id AND s.purpose = 'APPROVAL' AND s.voided_at IS NULL) AS approvals
    FROM tool t JOIN person owner ON owner.id = t.owner_id
    LEFT JOIN assignment a ON a.tool_id = t.id AND a.purpose = 'PRIMARY' AND ${served('a')}
    LEFT JOIN LATERAL (SELECT s.quantisation, s.weights_digest FROM served_artifact s
      WHERE s.assignment_id = a.id AND s.valid_from <= $4 ORDER BY s.valid_from DESC LIMIT 1) artifact ON true
    LEFT JOIN model m ON m.id = a.model_id LEFT JOIN release r ON r.id = m.release_id
    LEFT JOIN vendor v ON v.id = r.vendor_id LEFT JOIN vendor parent ON parent.id = v.parent_vendor_id
    LEFT JOIN gpu_pool pool ON pool.id = m.gpu_pool_id LEFT JOIN person approver ON approver.id = m.approved_by
    WHERE t.created_at <= $4::timestamptz AND (t.retired_at IS NULL OR t.retired_at > $4::timestamptz) AND ($1::text IS NULL OR t.materiality = $1) AND ($2::text IS NULL OR t.data_class = $2)
      AND ($3::text IS NULL OR position(lower($3) IN lower(concat_ws(' ', t.name, t.description, m.name, r.key, v.name))) > 0)`,
  sorts: {
    name: { expression: 'name', type: 'text' },
    materiality: { expression: '"materialityRank"', type: 'integer' },
  },
});
