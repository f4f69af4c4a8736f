import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { Events } from '../events/events.writer.js';
import { Job } from '../events/handlers.js';
import { JobQueue } from '../events/job-queue.js';
import { Clock } from '../kernel/clock.js';
import { FEEDS } from './feed-definitions.js';
import { POLL } from './feed-poller.js';
import { FeedPlans } from './feed-plans.reader.js';
import { FeedsReader } from './feeds.reader.js';

const HOUR_MS = 3_600_000;
/** Polls of one hour are spread over this, so that installations do not call all at once. */
const JITTER_S = 900;
/** A run without an end after this died with its process. */
const LONGEST_RUN_HOURS = 2;

/** Each address of a feed has a run of its own; a poll has failed where one of them has. */
const LAST_POLLS = statement<{ feed: string; failed: boolean; createdAt: Date }>(
  'feed-schedule.last-polls',
  `WITH poll AS (SELECT feed, status, created_at FROM feed_run WHERE trigger IN ('SCHEDULE', 'MANUAL')),
     last AS (SELECT feed, max(created_at) AS at FROM poll GROUP BY feed)
   SELECT feed, last.at AS "createdAt", bool_or(poll.status = 'FAILED') AS failed
   FROM last JOIN poll USING (feed) WHERE poll.created_at > last.at - interval '30 minutes' GROUP BY feed, last.at`,
);
const INTERRUPT = statement(
  'feed-schedule.interrupt',
  `UPDATE feed_run SET status = 'FAILED', error = 'The run was interrupted.', finished_at = $1
   WHERE status IN ('QUEUED', 'RUNNING') AND created_at < $2`,
);
const TURN_STALE = statement<{ feed: string }>(
  'feed-schedule.turn-stale',
  'INSERT INTO feed_staleness (feed, stale_since) VALUES ($1, $2) ON CONFLICT (feed) DO NOTHING RETURNING feed',
);
const TURN_FRESH = statement('feed-schedule.turn-fresh', 'DELETE FROM feed_staleness WHERE feed = $1');

/** Every hour: polls what is due, and tells once of each feed that has gone stale. */
@Injectable()
export class FeedSchedule {
  constructor(
    private readonly plans: FeedPlans,
    private readonly database: Database,
    private readonly reader: FeedsReader,
    private readonly jobs: JobQueue,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  @Job('feed.schedule', { cron: '5 * * * *' })
  async tick(): Promise<void> {
    const now = this.clock.now();
    const limit = new Date(now.getTime() - LONGEST_RUN_HOURS * HOUR_MS);
    await this.database.transaction((tx) => tx.run(INTERRUPT, [now, limit]));
    await this.pollDue(now);
    await this.tellStale(now);
  }

  /** A failed feed is tried again in the next hour. */
  private async pollDue(now: Date): Promise<void> {
    const last = new Map((await this.database.read(LAST_POLLS, [])).map((run) => [run.feed, run]));
    const due = (await this.scheduled()).filter(({ name, everyHours }) => {
      const run = last.get(name);
      const hours = run?.failed === true ? 1 : everyHours;
      return run === undefined || now.getTime() - run.createdAt.getTime() >= (hours - 0.5) * HOUR_MS;
    });
    await this.database.transaction(async (tx) => {
      for (const { name } of due) {
        const startAfter = Math.floor(Math.random() * JITTER_S);
        const job = { feed: name, trigger: 'SCHEDULE', actor: null };
        await this.jobs.send(tx, POLL, job, { startAfter, singletonKey: name });
      }
    });
  }

  private async tellStale(now: Date): Promise<void> {
    for (const { name } of await this.scheduled()) {
      const { asOf, isStale } = await this.reader.get(name);
      await this.database.transaction(async (tx) => {
        if (!isStale) await tx.run(TURN_FRESH, [name]);
        else if ((await tx.one(TURN_STALE, [name, now])) !== undefined)
          await this.events.publish(tx, { kind: 'feed.stale', feed: name, asOf: asOf?.toISOString() ?? null });
      });
    }
  }

  private async scheduled(): Promise<readonly { name: string; everyHours: number }[]> {
    const plans = await this.plans.all(FEEDS.map(({ name }) => name));
    return [...plans].flatMap(([name, { everyHours, isScheduled }]) =>
      isScheduled && everyHours !== null ? [{ name, everyHours }] : [],
    );
  }
}
