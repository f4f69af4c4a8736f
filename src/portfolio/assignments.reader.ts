import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { moment } from '../database/moment.js';
import { statement } from '../database/statement.js';
import type { Purpose } from './domain/vocabulary.js';
import type { PersonRef } from './portfolio.types.js';
import { personJson } from './models.sql.js';
import { toolNotFound } from './tools.reader.js';

export interface AssignmentRow {
  readonly id: string;
  readonly version: number;
  readonly toolId: string;
  readonly purpose: Purpose;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly fallbackTestedAt: Date | null;
  readonly swapRequestId: string | null;
  /** The request that began it; null where it began without one. */
  readonly swapRequest: SwapReference | null;
  readonly assignedBy: PersonRef;
  readonly model: { readonly id: string; readonly name: string };
  /** What of the model served, newest first: its packaging may change while it serves. */
  readonly artifacts: readonly ServedArtifact[];
  readonly release: { readonly id: string; readonly key: string; readonly displayName: string };
}

/** Exactly what ran over a part of the assignment; null is what nobody had stated by then. Moments in RFC 3339. */
export interface ServedArtifact {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly releaseKey: string;
  readonly quantisation: string | null;
  readonly weightsDigest: string | null;
}

/** Who asked for the change, who agreed to exactly what, and who carried it out. */
export interface SwapReference {
  readonly id: string;
  readonly changeType: string;
  readonly state: string;
  readonly justification: string;
  readonly requestedBy: PersonRef;
  readonly implementer: PersonRef | null;
  readonly approvals: readonly SwapApproval[];
  /** SHA-256 of tool, models and evidence, as it was approved. */
  readonly digest: string;
}

export interface SwapApproval {
  readonly approver: PersonRef;
  readonly asRole: string;
  /** APPROVAL before the rollout, REVIEW after an emergency. */
  readonly purpose: string;
  readonly approvedAt: string;
}

/** Approvals that were void by the time of the move had no part in it. */
const SWAP_REFERENCE = `CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'changeType', s.change_type,
    'state', s.state, 'justification', s.justification, 'digest', s.digest,
    'requestedBy', ${personJson('sq')}, 'implementer', CASE WHEN si.id IS NOT NULL THEN ${personJson('si')} END,
    'approvals', (SELECT coalesce(json_agg(json_build_object('approver', ${personJson('ap')}, 'asRole', sa.as_role,
        'purpose', sa.purpose, 'approvedAt', ${moment('sa.approved_at')})
        ORDER BY sa.approved_at, sa.id), '[]')
      FROM swap_approval sa JOIN person ap ON ap.id = sa.approver_id
      WHERE sa.swap_request_id = s.id AND sa.revision = s.revision AND sa.voided_at IS NULL)) END`;

/** $2 NULL: every part; a moment: the one that served then. */
const ARTIFACTS = `(SELECT coalesce(json_agg(json_build_object('validFrom', ${moment('f.valid_from')}, 'validTo', ${moment('f.valid_to')},
      'releaseKey', f.release_key, 'quantisation', f.quantisation, 'weightsDigest', f.weights_digest) ORDER BY f.valid_from DESC), '[]')
    FROM (SELECT s.*, coalesce(lead(s.valid_from) OVER (ORDER BY s.valid_from), a.valid_to) AS valid_to
      FROM served_artifact s WHERE s.assignment_id = a.id) f
    WHERE $2::timestamptz IS NULL OR (f.valid_from <= $2 AND (f.valid_to IS NULL OR f.valid_to > $2)))`;

const SELECT = `
  SELECT a.id, a.version, a.tool_id AS "toolId", a.purpose, a.valid_from AS "validFrom", a.valid_to AS "validTo",
    a.fallback_tested_at AS "fallbackTestedAt", a.swap_request_id AS "swapRequestId",
    ${SWAP_REFERENCE} AS "swapRequest",
    ${personJson('p')} AS "assignedBy",
    json_build_object('id', m.id, 'name', m.name) AS model,
    ${ARTIFACTS} AS artifacts,
    json_build_object('id', r.id, 'key', r.key, 'displayName', r.display_name) AS release
  FROM assignment a
  JOIN model m ON m.id = a.model_id
  JOIN release r ON r.id = m.release_id
  JOIN person p ON p.id = a.assigned_by
  LEFT JOIN swap_request s ON s.id = a.swap_request_id
  LEFT JOIN person sq ON sq.id = s.requested_by
  LEFT JOIN person si ON si.id = s.implementer_id`;

const TOOL = statement<{ id: string }>('assignments.tool', `SELECT id FROM tool WHERE id = $1`);

/** $2 NULL: the whole history; a moment: what served the tool then. */
const OF_TOOL = statement<AssignmentRow>(
  'assignments.of-tool',
  `${SELECT} WHERE a.tool_id = $1
     AND ($2::timestamptz IS NULL OR (a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to > $2)))
   ORDER BY a.valid_from DESC, a.purpose DESC, a.id`,
);

const ONE = statement<AssignmentRow>('assignments.one', `${SELECT} WHERE a.tool_id = $1 AND a.id = $3`);

@Injectable()
export class AssignmentsReader {
  constructor(private readonly db: Database) {}

  /** What served the tool at that moment, or ever when none is given; newest first. Throws `tool-not-found`. */
  async ofTool(toolId: string, asOf?: Date): Promise<AssignmentRow[]> {
    if ((await this.db.readOne(TOOL, [toolId])) === undefined) throw toolNotFound();
    return this.db.read(OF_TOOL, [toolId, asOf ?? null]);
  }

  one(toolId: string, id: string): Promise<AssignmentRow | undefined> {
    return this.db.readOne(ONE, [toolId, null, id]);
  }
}
