import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { newId } from '../kernel/id.js';
import type { RunStatus, RunTrigger } from './feed-run.entity.js';

export interface NewRun {
  /** A run that was planned before its payload came; left out, a new one. */
  readonly id?: string;
  readonly feed: string;
  readonly trigger: RunTrigger;
  readonly asOf: Date | null;
  readonly payloadId: string | null;
  readonly startedBy: string | null;
  readonly status: RunStatus;
  readonly at: Date;
}

export interface RunTask {
  readonly id: string;
  readonly feed: string;
  readonly asOf: Date;
  readonly payloadId: string;
  readonly status: RunStatus;
  readonly sha256: string;
}

/** What a run has done so far, counted in releases. */
export interface RunCounts {
  readonly total: number;
  readonly done: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly quarantined: number;
}

const INSERT = statement(
  'feed-runs.insert',
  `INSERT INTO feed_run (id, feed, trigger, status, as_of, payload_id, started_by, created_at, finished_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CASE WHEN $4 = 'UNCHANGED' THEN $8::timestamptz END)
   ON CONFLICT (id) DO UPDATE SET status = excluded.status, as_of = excluded.as_of, payload_id = excluded.payload_id,
     finished_at = excluded.finished_at
   WHERE feed_run.status IN ('QUEUED', 'RUNNING')`,
);
/** A run of a process that died is taken up again by whoever gets its job. */
const START = statement<RunTask>(
  'feed-runs.start',
  `UPDATE feed_run r SET status = 'RUNNING', started_at = $2
   FROM feed_payload p
   WHERE r.id = $1 AND p.id = r.payload_id AND r.status IN ('QUEUED', 'RUNNING')
   RETURNING r.id, r.feed, r.as_of AS "asOf", r.payload_id AS "payloadId", r.status, p.sha256`,
);
const PROGRESS = statement(
  'feed-runs.progress',
  `UPDATE feed_run SET total = $2, done = $3, added = $4, changed = $5, unchanged = $6, quarantined = $7 WHERE id = $1`,
);
/** A run fails once: its first reason stays. */
const FINISH = statement<{ id: string }>(
  'feed-runs.finish',
  `UPDATE feed_run SET status = $2, error = $3, finished_at = $4
   WHERE id = $1 AND ($2 = 'SUCCEEDED' OR status IN ('QUEUED', 'RUNNING')) RETURNING id`,
);

export async function insertRun(tx: Tx, run: NewRun): Promise<string> {
  const id = run.id ?? newId();
  await tx.run(INSERT, [id, run.feed, run.trigger, run.status, run.asOf, run.payloadId, run.startedBy, run.at]);
  return id;
}

/** Takes the run up; undefined where it is finished already. */
export const startRun = (tx: Tx, runId: string, at: Date): Promise<RunTask | undefined> => tx.one(START, [runId, at]);

export async function reportProgress(tx: Tx, runId: string, counts: RunCounts): Promise<void> {
  const { total, done, added, changed, unchanged, quarantined } = counts;
  await tx.run(PROGRESS, [runId, total, done, added, changed, unchanged, quarantined]);
}

/** Ends the run; false where it had failed already. */
export async function finishRun(
  tx: Tx,
  runId: string,
  status: RunStatus,
  error: string | null,
  at: Date,
): Promise<boolean> {
  return (await tx.one(FINISH, [runId, status, error, at])) !== undefined;
}
