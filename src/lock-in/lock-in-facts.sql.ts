import { VENDOR_GROUPS } from '../catalogue/vendor-group.sql.js';
import { statement } from '../database/statement.js';
import type { CatalogueSource } from './domain/facts.js';
import type { SwitchingEffort } from '../portfolio/domain/vocabulary.js';

export interface ModelMirrorRow {
  readonly id: string;
  readonly weightsMirrored: boolean;
  readonly groupName: string;
}

/** What concentration needs of the models that were registered by $1, beyond what an assessment reads. */
export const MODEL_MIRRORS = statement<ModelMirrorRow>(
  'lock-in.model-mirrors',
  `WITH ${VENDOR_GROUPS}
   SELECT m.id, (m.mirror_location IS NOT NULL AND m.weights_digest IS NOT NULL) AS "weightsMirrored",
     g.name AS "groupName"
   FROM model m JOIN release r ON r.id = m.release_id JOIN vendor_group g ON g.id = r.vendor_id
   WHERE m.created_at <= $1`,
);

export interface ToolExitRow {
  readonly id: string;
  readonly fallbackTestedAt: string | null;
  readonly goldenSetLastRunAt: string | null;
  readonly rollbackRehearsedAt: string | null;
  readonly switchingEffort: SwitchingEffort;
}

/** How ready each tool of that day is to leave, as far as it is recorded, at $1. */
export const TOOL_EXITS = statement<ToolExitRow>(
  'lock-in.tool-exits',
  `WITH first_fallback AS (
     SELECT DISTINCT ON (tool_id) tool_id, fallback_tested_at FROM assignment
     WHERE purpose = 'FALLBACK' AND valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)
     ORDER BY tool_id, valid_from, id)
   SELECT t.id, t.switching_effort AS "switchingEffort", t.golden_set ->> 'lastRunAt' AS "goldenSetLastRunAt",
     t.coupling ->> 'rollbackRehearsedOn' AS "rollbackRehearsedAt",
     to_char(f.fallback_tested_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "fallbackTestedAt"
   FROM tool t LEFT JOIN first_fallback f ON f.tool_id = t.id
   WHERE t.created_at <= $1 AND (t.retired_at IS NULL OR t.retired_at > $1)`,
);

/** Which sources gave the facts about the registered models, at $1: found release by release, not among all facts. */
export const SOURCES = statement<CatalogueSource>(
  'lock-in.sources',
  `SELECT f.source AS name, count(*)::int AS facts,
     to_char(max(f.observed_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS latest
   FROM (SELECT DISTINCT release_id FROM model) m CROSS JOIN LATERAL (
     SELECT source, observed_at FROM release_fact WHERE release_id = m.release_id AND observed_at <= $1 OFFSET 0) f
   GROUP BY f.source ORDER BY facts DESC, f.source`,
);
