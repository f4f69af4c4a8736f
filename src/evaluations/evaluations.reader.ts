import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';

interface ReleaseName {
  readonly releaseId: string;
  readonly key: string;
  readonly displayName: string;
}

export interface EvaluationRow {
  readonly id: string;
  readonly toolId: string;
  readonly goldenSetId: string;
  readonly champion: ReleaseName;
  readonly challenger: ReleaseName;
  readonly metric: string;
  readonly higherIsBetter: boolean;
  readonly n: number;
  readonly championScore: number;
  readonly challengerScore: number;
  readonly halfWidth: number | null;
  readonly regressions: number | null;
  readonly championLatencyMs: number | null;
  readonly challengerLatencyMs: number | null;
  readonly championDigest: string | null;
  readonly challengerDigest: string | null;
  readonly passed: boolean;
  readonly policyVersion: number;
  readonly ranAt: Date;
  readonly recordedBy: { readonly id: string; readonly displayName: string };
  readonly recordedAt: Date;
  readonly note: string | null;
}

const releaseName = (alias: string): string =>
  `jsonb_build_object('releaseId', ${alias}.id, 'key', ${alias}.key, 'displayName', ${alias}.display_name)`;

const SELECT = `
  SELECT e.id, e.tool_id AS "toolId", e.golden_set_id AS "goldenSetId", ${releaseName('m')} AS champion,
    ${releaseName('c')} AS challenger, e.metric, e.higher_is_better AS "higherIsBetter", e.n,
    e.champion_score AS "championScore", e.challenger_score AS "challengerScore", e.half_width AS "halfWidth",
    e.regressions, e.champion_latency_ms AS "championLatencyMs", e.challenger_latency_ms AS "challengerLatencyMs",
    e.champion_digest AS "championDigest", e.challenger_digest AS "challengerDigest", e.passed,
    e.policy_version AS "policyVersion", e.ran_at AS "ranAt", e.recorded_at AS "recordedAt", e.note,
    jsonb_build_object('id', p.id, 'displayName', p.display_name) AS "recordedBy"
  FROM evaluation_run e
  JOIN release m ON m.id = e.champion_release_id
  JOIN release c ON c.id = e.challenger_release_id
  JOIN person p ON p.id = e.recorded_by`;

const BY_ID = statement<EvaluationRow>('evaluations.by-id', `${SELECT} WHERE e.id = $1 AND e.tool_id = $2`);

/** $1 tool, $2 release, $3 passed, $4 text. */
export const EVALUATIONS = new List<EvaluationRow, 'ranAt'>({
  name: 'evaluations',
  filterCount: 4,
  select: `${SELECT}
    WHERE e.tool_id = $1
      AND ($2::uuid IS NULL OR $2 IN (e.champion_release_id, e.challenger_release_id))
      AND ($3::boolean IS NULL OR e.passed = $3)
      AND ($4::text IS NULL OR position(lower($4) IN lower(e.golden_set_id || ' ' || m.key || ' ' || c.key)) > 0)`,
  sorts: { ranAt: { expression: '"ranAt"', type: 'timestamptz' } },
});

export interface EvaluationFilters {
  readonly release?: string;
  readonly passed?: boolean;
  readonly q?: string;
}

@Injectable()
export class EvaluationsReader {
  constructor(private readonly db: Database) {}

  ofTool(
    toolId: string,
    request: PageRequest,
    { release, passed, q }: EvaluationFilters,
  ): Promise<Page<EvaluationRow>> {
    return this.db.list(EVALUATIONS, request, [toolId, release ?? null, passed ?? null, q ?? null]);
  }

  /** Throws `evaluation-not-found`. */
  async get(toolId: string, id: string, tx?: Tx): Promise<EvaluationRow> {
    const row = await this.db.readOne(BY_ID, [id, toolId], tx);
    if (row === undefined)
      throw new DomainError('not-found', 'evaluation-not-found', 'There is no evaluation run with this id.');
    return row;
  }
}
