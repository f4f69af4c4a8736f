import { Injectable } from '@nestjs/common';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import { FEEDS, feedNamed, type FeedDefinition } from './feed-definitions.js';
import { keyOf, partsOf } from './feed-parts.js';
import { FeedPlans } from './feed-plans.reader.js';
import type { RunStatus, RunTrigger } from './feed-run.entity.js';
import { HEARD } from './feed-sources.store.js';

export interface FeedRunRow {
  readonly id: string;
  readonly feed: string;
  readonly trigger: RunTrigger;
  readonly status: RunStatus;
  readonly asOf: Date | null;
  readonly sha256: string | null;
  readonly sizeBytes: number | null;
  readonly items: number;
  readonly done: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly quarantined: number;
  readonly error: string | null;
  readonly startedBy: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** A feed with what is known of its runs. */
export interface FeedRow extends FeedDefinition {
  readonly id: string;
  /** The latest moment of which its facts speak, those of the bundled catalogue among them; null while there are none. */
  readonly asOf: Date | null;
  /** Hours between two scheduled polls; null where it is not polled. */
  readonly everyHours: number | null;
  /** Organisations whose repositories it lists; null where it lists none. */
  readonly organisations: readonly string[] | null;
  readonly version: number;
  /** Polled by schedule and older than twice the interval, or one of its addresses was last heard before that. */
  readonly isStale: boolean;
  readonly lastRun: FeedRunRow | null;
  /** Failed runs since the last good one. */
  readonly failures: number;
  readonly held: number;
}

export const RUN_SORTS = ['created'] as const;
export const FEED_SORTS = ['name'] as const;

const RUN = `
  SELECT r.id, r.feed, r.trigger, r.status, r.as_of AS "asOf", p.sha256, p.size_bytes AS "sizeBytes", r.total AS items, r.done,
    r.added, r.changed, r.unchanged, r.quarantined, r.error, person.display_name AS "startedBy",
    r.created_at AS "createdAt", r.started_at AS "startedAt", r.finished_at AS "finishedAt"
  FROM feed_run r LEFT JOIN feed_payload p ON p.id = r.payload_id LEFT JOIN person ON person.id = r.started_by`;

const RUNS = new List<FeedRunRow, (typeof RUN_SORTS)[number]>({
  name: 'feed-runs',
  select: `${RUN} WHERE r.feed = $1 AND ($2::text IS NULL OR r.status = $2)`,
  filterCount: 2,
  sorts: { created: { expression: '"createdAt"', type: 'timestamptz' } },
});
const RUN_BY_ID = statement<FeedRunRow>('feed-runs.by-id', `${RUN} WHERE r.feed = $1 AND r.id = $2`);
const LAST_RUNS = statement<FeedRunRow>(
  'feeds.last-runs',
  `SELECT DISTINCT ON (feed) * FROM (${RUN} WHERE r.feed = ANY($1)) run ORDER BY feed, "createdAt" DESC, id DESC`,
);
const FRESHNESS = statement<{ feed: string; asOf: Date | null; failures: number; held: number }>(
  'feeds.freshness',
  `SELECT name AS feed,
     greatest(
       (SELECT max(as_of) FROM feed_run g WHERE g.feed = name AND g.status IN ('SUCCEEDED', 'UNCHANGED')),
       (SELECT max(observed_at) FROM release_fact WHERE source = name),
       (SELECT max(observed_at) FROM benchmark_result WHERE source = name)) AS "asOf",
     (SELECT count(*)::int FROM feed_run f WHERE f.feed = name AND f.status = 'FAILED' AND NOT EXISTS (
        SELECT FROM feed_run g WHERE g.feed = name AND g.status IN ('SUCCEEDED', 'UNCHANGED')
          AND (g.created_at, g.id) > (f.created_at, f.id))) AS failures,
     (SELECT count(*)::int FROM quarantined_item q WHERE q.feed = name AND q.status = 'HELD') AS held
   FROM unnest($1::text[]) name`,
);

@Injectable()
export class FeedsReader {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly plans: FeedPlans,
    private readonly clock: Clock,
  ) {}

  /** Returns one page of the feeds, which are few and known to the product itself. */
  async list(request: PageRequest, q?: string): Promise<Page<FeedRow>> {
    const words = q?.toLowerCase() ?? '';
    const asked = FEEDS.filter(({ name, title }) => `${name} ${title}`.toLowerCase().includes(words)).map(
      ({ name }) => name,
    );
    asked.sort((a, b) => (a < b ? -1 : 1));
    if (request.descending) asked.reverse();
    const start = request.after === null ? 0 : asked.indexOf(String(request.after[0])) + 1;
    const names = asked.slice(start, start + request.limit);
    const last = names.at(-1);
    const hasMore = start + request.limit < asked.length;
    return {
      items: await this.rows(names),
      next: hasMore && last !== undefined ? [last, last] : null,
      total: asked.length,
    };
  }

  /** Returns the feed; throws 'feed-not-found'. */
  async get(name: string): Promise<FeedRow> {
    feedNamed(name);
    const [row] = await this.rows([name]);
    if (row === undefined) throw new TypeError(`feed ${name} was not read`);
    return row;
  }

  /** Returns one page of the feed's runs, those of one status if it is given; throws 'feed-not-found'. */
  runs(name: string, request: PageRequest, status?: RunStatus): Promise<Page<FeedRunRow>> {
    feedNamed(name);
    return this.database.list(RUNS, request, [name, status ?? null]);
  }

  /** Returns one run of the feed; throws 'feed-not-found', 'run-not-found'. */
  async run(name: string, runId: string): Promise<FeedRunRow> {
    feedNamed(name);
    const row = await this.database.readOne(RUN_BY_ID, [name, runId]);
    if (row === undefined) throw new DomainError('not-found', 'run-not-found', `The feed "${name}" has no such run.`);
    return row;
  }

  private async rows(names: readonly string[]): Promise<FeedRow[]> {
    const [plans, heard, runs, freshness] = await Promise.all([
      this.plans.all(names),
      this.database.read(HEARD, [names]),
      this.database.read(LAST_RUNS, [names]),
      this.database.read(FRESHNESS, [names]),
    ]);
    const runOf = new Map(runs.map((run) => [run.feed, run]));
    const heardAt = new Map(heard.map(({ feed, address, polledAt }) => [`${feed} ${address}`, polledAt]));
    const stateOf = new Map(freshness.map((state) => [state.feed, state]));
    return names.map((name) => {
      const { asOf = null, failures = 0, held = 0 } = stateOf.get(name) ?? {};
      const plan = plans.get(name);
      const everyHours = plan?.isScheduled === true ? plan.everyHours : null;
      const { organisations = null, version = 0 } = plan ?? {};
      const parts = partsOf(name, this.config, organisations ?? []).map((part) =>
        heardAt.get(`${name} ${keyOf(part)}`),
      );
      // Nothing but uploads: the addresses do not count.
      const moments = parts.every((moment) => moment === undefined) ? [asOf] : [asOf, ...parts];
      const now = this.clock.now();
      const isStale = everyHours !== null && moments.some((moment) => isOlderThan(moment, 2 * everyHours, now));
      const lastRun = runOf.get(name) ?? null;
      const row = { ...feedNamed(name), id: name, asOf, everyHours, organisations, version, isStale };
      return { ...row, failures, held, lastRun };
    });
  }
}

const isOlderThan = (moment: Date | null | undefined, hours: number, now: Date): boolean =>
  moment === null || moment === undefined || now.getTime() - moment.getTime() > hours * 3_600_000;
