import type { Task } from '../catalogue/domain/vocabulary.js';
import type { Coupling, DataClass, SwitchingEffort, ToolUsage } from './domain/vocabulary.js';
import type { Holds } from './holds.sql.js';
import { personJson } from './models.sql.js';
import type { GoldenSet, PersonRef, StoredMateriality, StoredRequirements } from './portfolio.types.js';

/** The model that serves a tool. */
export interface ServingRow {
  readonly assignmentId: string;
  readonly modelId: string;
  readonly modelName: string;
  readonly releaseId: string;
  readonly releaseKey: string;
  readonly since: string;
  readonly fallbackTestedAt: string | null;
}

export interface ToolRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly ownerTeam: string;
  readonly owner: PersonRef;
  readonly businessUnit: string;
  readonly task: Task;
  readonly materiality: StoredMateriality;
  readonly dataClass: DataClass;
  readonly requirements: StoredRequirements;
  readonly coupling: Coupling;
  readonly goldenSet: GoldenSet;
  readonly usage: ToolUsage;
  readonly switchingEffort: SwitchingEffort;
  readonly ownerConfirmedAt: Date | null;
  readonly retiredAt: Date | null;
  readonly openRequests: number;
  readonly primary: ServingRow | null;
  readonly fallbacks: readonly ServingRow[];
  readonly openFlags: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const SERVING = `json_build_object('assignmentId', a.id, 'modelId', m.id, 'modelName', m.name, 'releaseId', r.id,
  'releaseKey', r.key, 'since', a.valid_from, 'fallbackTestedAt', a.fallback_tested_at)`;

const servedBy = (holds: Holds): string => `FROM assignment a JOIN model m ON m.id = a.model_id
  JOIN release r ON r.id = m.release_id WHERE a.tool_id = t.id AND ${holds('a')}`;

/** One row per tool with everything that lists and details show of it; what serves it then, the rest as of today. */
export const toolSelect = (holds: Holds): string => `
  SELECT t.id, t.version, t.name, t.description, t.owner_team AS "ownerTeam", t.business_unit AS "businessUnit", t.task,
    jsonb_build_object('impact', t.impact, 'complexity', t.complexity, 'reliance', t.reliance, 'level', t.materiality) AS materiality,
    array_position(ARRAY['LOW','MEDIUM','HIGH'], t.materiality) AS "materialityRank",
    t.data_class AS "dataClass", t.coupling, t.golden_set AS "goldenSet", t.usage, t.switching_effort AS "switchingEffort",
    jsonb_build_object('minContextTokens', t.min_context_tokens, 'languages', t.languages,
      'capabilities', t.capabilities, 'inputModalities', t.input_modalities) AS requirements,
    t.owner_confirmed_at AS "ownerConfirmedAt", t.retired_at AS "retiredAt", t.open_requests AS "openRequests",
    t.created_at AS "createdAt", t.updated_at AS "updatedAt", t.owner_id AS "ownerId",
    ${personJson('o')} AS owner,
    (SELECT ${SERVING} ${servedBy(holds)} AND a.purpose = 'PRIMARY') AS primary,
    (SELECT coalesce(json_agg(${SERVING} ORDER BY m.name), '[]') ${servedBy(holds)} AND a.purpose = 'FALLBACK') AS fallbacks,
    (SELECT count(*)::int FROM flag_finding ft
      WHERE ft.tool_id = t.id AND ft.active AND ft.analysis_state IN ('OPEN','IN_TRIAGE')) AS "openFlags"
  FROM tool t LEFT JOIN person o ON o.id = t.owner_id`;
