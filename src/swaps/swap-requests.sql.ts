import { List } from '../database/list.js';
import type { Materiality } from '../portfolio/domain/vocabulary.js';
import { awaits } from './swap-awaiting.sql.js';
import type { ChangeType, Stage, SwapState } from './domain/vocabulary.js';

export interface PersonName {
  readonly id: string;
  readonly displayName: string;
}

export interface ModelName {
  readonly id: string;
  readonly name: string;
  readonly lifecycle: string;
}

export interface ReleaseName {
  readonly id: string;
  readonly key: string;
  readonly displayName: string;
}

export interface SwapListRow {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  readonly state: SwapState;
  readonly changeType: ChangeType;
  readonly failOver: boolean;
  readonly tool: { readonly id: string; readonly name: string; readonly materiality: Materiality };
  readonly from: { readonly model: ModelName; readonly release: ReleaseName } | null;
  readonly to: { readonly model: ModelName | null; readonly release: ReleaseName };
  readonly requestedBy: PersonName;
  readonly implementer: PersonName | null;
  readonly stage: Stage | null;
  readonly approvals: number;
  readonly reviewDueAt: Date | null;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const personJson = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN jsonb_build_object('id', ${alias}.id, 'displayName', ${alias}.display_name) END`;
export const modelJson = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'lifecycle', ${alias}.lifecycle) END`;
const releaseJson = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'key', ${alias}.key, 'displayName', ${alias}.display_name)`;

export const SWAP_COLUMNS = `
  r.id, r.version, r.revision, r.state, r.change_type AS "changeType", r.fail_over AS "failOver",
  jsonb_build_object('id', t.id, 'name', t.name, 'materiality', t.materiality) AS tool,
  CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('model', ${modelJson('f')}, 'release', ${releaseJson('fr')}) END AS "from",
  jsonb_build_object('model', ${modelJson('m')}, 'release', ${releaseJson('tr')}) AS "to",
  ${personJson('q')} AS "requestedBy", ${personJson('i')} AS implementer, r.stage,
  (SELECT count(*)::int FROM swap_approval a WHERE a.swap_request_id = r.id AND a.voided_at IS NULL
     AND a.revision = r.revision AND a.digest = r.digest AND a.purpose = 'APPROVAL') AS approvals,
  r.review_due_at AS "reviewDueAt", r.expires_at AS "expiresAt", r.created_at AS "createdAt", r.updated_at AS "updatedAt"`;

export const SWAP_FROM = `
  FROM swap_request r
  JOIN tool t ON t.id = r.tool_id
  LEFT JOIN model f ON f.id = r.from_model_id
  LEFT JOIN release fr ON fr.id = f.release_id
  LEFT JOIN model m ON m.id = r.to_model_id
  JOIN release tr ON tr.id = r.to_release_id
  JOIN person q ON q.id = r.requested_by
  LEFT JOIN person i ON i.id = r.implementer_id`;

const CALLER = { id: '$4::uuid', teams: '$5::text[]', roles: '$6::text[]' };

export const SWAP_SORTS = ['createdAt', 'updatedAt', 'tool'] as const;

/** $1 state, $2 tool, $3 text, $4–$6 whose turn it is. */
export const SWAPS = new List<SwapListRow, (typeof SWAP_SORTS)[number]>({
  name: 'swaps.list',
  filterCount: 6,
  select: `SELECT ${SWAP_COLUMNS} ${SWAP_FROM}
    WHERE ($1::text[] IS NULL OR r.state = ANY ($1))
      AND ($2::uuid IS NULL OR r.tool_id = $2)
      AND ($3::text IS NULL OR position(lower($3) IN lower(t.name || ' ' || tr.display_name || ' ' || r.justification)) > 0)
      AND ($4::uuid IS NULL OR ${awaits(CALLER)})`,
  sorts: {
    createdAt: { expression: '"createdAt"', type: 'timestamptz' },
    updatedAt: { expression: '"updatedAt"', type: 'timestamptz' },
    tool: { expression: `lower(tool ->> 'name')`, type: 'text' },
  },
});
