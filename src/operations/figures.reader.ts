import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { DEAD_LETTERS, OUTBOX } from '../events/job-queue.js';
import { FeedsReader } from '../feeds/feeds.reader.js';
import { Clock } from '../kernel/clock.js';

export interface Figures {
  readonly jobs: readonly { readonly queue: string; readonly state: string; readonly count: number }[];
  readonly outboxLagSeconds: number;
  readonly feeds: readonly {
    readonly name: string;
    /** Null while the feed has brought nothing yet. */
    readonly ageSeconds: number | null;
    readonly isStale: boolean;
    readonly held: number;
  }[];
  readonly flags: readonly { readonly severity: string; readonly count: number }[];
}

/** Every queue is named, also while it is empty, so that a rule can tell "nothing waits" from "nobody knows". */
const JOBS = statement<Figures['jobs'][number]>(
  'figures.jobs',
  `SELECT q.name AS queue, s.state, count(j.id)::int AS count
   FROM pgboss.queue q
   CROSS JOIN (VALUES ('waiting'), ('running'), ('dead')) s (state)
   LEFT JOIN pgboss.job j ON j.name = q.name AND j.state < 'completed'
     AND s.state = CASE WHEN j.name = '${DEAD_LETTERS}' THEN 'dead' WHEN j.state = 'active' THEN 'running' ELSE 'waiting' END
   WHERE q.name NOT LIKE '\\_\\_%' AND (q.name = '${DEAD_LETTERS}') = (s.state = 'dead')
   GROUP BY q.name, s.state`,
);
const LAG = statement<{ seconds: number }>(
  'figures.outbox-lag',
  `SELECT coalesce(greatest(extract(epoch FROM now() - min(created_on)), 0), 0)::float8 AS seconds
   FROM pgboss.job WHERE name = '${OUTBOX}' AND state < 'completed'`,
);
const FLAGS = statement<Figures['flags'][number]>(
  'figures.flags',
  `SELECT s.severity, count(f.id)::int AS count FROM (VALUES ('INFO'), ('WARN'), ('FAIL')) s (severity)
   LEFT JOIN replacement_flag f ON f.severity = s.severity AND f.active AND f.state IN ('OPEN', 'IN_TRIAGE')
   GROUP BY s.severity`,
);
const ALL_FEEDS = { limit: 200, after: null, sort: 'name', descending: false } as const;

/** Reads what the metrics tell of the database. */
@Injectable()
export class FiguresReader {
  constructor(
    private readonly database: Database,
    private readonly feeds: FeedsReader,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<Figures> {
    const [jobs, lag, flags, feeds] = await Promise.all([
      this.database.read(JOBS, []),
      this.database.readOne(LAG, []),
      this.database.read(FLAGS, []),
      this.feeds.list(ALL_FEEDS),
    ]);
    const now = this.clock.now().getTime();
    return {
      jobs,
      outboxLagSeconds: lag?.seconds ?? 0,
      flags,
      feeds: feeds.items.map(({ name, asOf, isStale, held }) => ({
        ...{ name, isStale, held },
        ageSeconds: asOf === null ? null : Math.max(0, (now - asOf.getTime()) / 1000),
      })),
    };
  }
}
