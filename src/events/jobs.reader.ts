import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import type { Page, PageRequest } from '../kernel/page.js';
import { DEAD_LETTERS } from './job-queue.js';

export const JOB_STATES = ['WAITING', 'RUNNING', 'RETRYING', 'DEAD'] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface JobRow {
  readonly id: string;
  readonly queue: string;
  readonly state: JobState;
  /** Runs that have failed. */
  readonly failures: number;
  readonly createdAt: Date;
  /** When it is due, or since when it is dead. */
  readonly dueAt: Date;
  readonly lastError: string | null;
  readonly data: Record<string, unknown> | null;
}

/** Jobs that are not done; names of the library's own queues begin with two underscores. */
const JOBS = new List<JobRow, 'createdAt'>({
  name: 'jobs.list',
  select: `
    SELECT id, queue, state, failures, "createdAt", "dueAt", "lastError", data
    FROM (
      SELECT id, coalesce(source_name, name) AS queue,
        CASE WHEN name = '${DEAD_LETTERS}' THEN 'DEAD' WHEN state = 'active' THEN 'RUNNING'
             WHEN state = 'retry' THEN 'RETRYING' ELSE 'WAITING' END AS state,
        CASE WHEN name = '${DEAD_LETTERS}' THEN source_retry_count + 1
             WHEN state = 'retry' THEN retry_count + 1 ELSE retry_count END AS failures,
        coalesce(source_created_on, created_on) AS "createdAt", start_after AS "dueAt",
        coalesce(source_output, output) ->> 'message' AS "lastError", data
      FROM pgboss.job
      WHERE state < 'completed' AND name NOT LIKE '\\_\\_%'
    ) job
    WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR queue = $2)`,
  filterCount: 2,
  sorts: { createdAt: { expression: '"createdAt"', type: 'timestamptz' } },
});

@Injectable()
export class JobsReader {
  constructor(private readonly database: Database) {}

  get sorts(): readonly string[] {
    return JOBS.sorts;
  }

  list(request: PageRequest, { state, queue }: { state?: JobState; queue?: string }): Promise<Page<JobRow>> {
    return this.database.list(JOBS, request, [state ?? null, queue ?? null]);
  }
}
