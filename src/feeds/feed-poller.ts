import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../audit/audit.writer.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import { Egress } from '../egress/egress.client.js';
import { Job } from '../events/handlers.js';
import { JobQueue } from '../events/job-queue.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { feedNamed } from './feed-definitions.js';
import { ComeBackLater, fetchList, fetchOne, type Fetched } from './feed-fetch.js';
import { keyOf, partsOf, type Part } from './feed-parts.js';
import { FeedPlans } from './feed-plans.reader.js';
import type { RunTrigger } from './feed-run.entity.js';
import { FeedRunner } from './feed-runner.js';
import { insertRun } from './feed-runs.store.js';
import { KNOWN_SOURCE, rememberSource, type KnownSource } from './feed-sources.store.js';

export const POLL = 'feed.poll';

interface PollJob {
  readonly feed: string;
  readonly trigger: RunTrigger;
  /** The run that was planned for it. */
  readonly runId?: string;
  readonly actor: Actor | null;
}

/** What comes would be refused the same again. */
const FINAL: ReadonlySet<string> = new Set(['unprocessable', 'too-large']);

/** Fetches feeds from where they are published, or from the enterprise's mirror, and reads what came. */
@Injectable()
export class FeedPoller {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly egress: Egress,
    private readonly jobs: JobQueue,
    private readonly plans: FeedPlans,
    private readonly runner: FeedRunner,
    private readonly clock: Clock,
  ) {}

  /** Plans a poll as a job and returns its first run; throws 'feed-not-found', 'feed-not-polled'. */
  async plan(feed: string, actor: Actor): Promise<string> {
    await this.parts(feed);
    return this.database.transaction(async (tx) => {
      const runId = await insertRun(tx, this.emptyRun(feed, 'MANUAL', actor));
      await this.jobs.send(tx, POLL, { feed, trigger: 'MANUAL', runId, actor } satisfies PollJob);
      return runId;
    });
  }

  @Job<PollJob>(POLL, { concurrency: 1, retries: 3, retryDelaySeconds: 60, expireSeconds: 1800 })
  async poll(job: PollJob): Promise<void> {
    await this.fetch(job);
  }

  /** Polls every address of a feed and returns the runs; one that fails says so on its run, the schedule tries again. */
  async fetch({ feed, trigger, runId, actor }: PollJob): Promise<readonly string[]> {
    const runs: string[] = [];
    for (const [index, part] of (await this.parts(feed)).entries()) {
      const planned = index === 0 ? runId : undefined;
      const run = this.emptyRun(feed, trigger, actor);
      const id = planned ?? (await this.database.transaction((tx) => insertRun(tx, run)));
      runs.push(id);
      try {
        await this.pollPart(feed, part, id, trigger, actor);
      } catch (error) {
        await this.refused(error, { feed, trigger, runId: id, actor });
      }
    }
    return runs;
  }

  private async pollPart(feed: string, part: Part, runId: string, trigger: RunTrigger, actor: Actor | null) {
    const [address] = part;
    const key = keyOf(part);
    const known = await this.database.readOne(KNOWN_SOURCE, [feed, key]);
    const fetched =
      part.length === 1 ? await fetchOne(this.egress, address, known) : await fetchList(this.egress, part);
    const by: Actor | typeof SYSTEM = actor ?? SYSTEM;
    if (fetched === undefined) return this.unchanged(feed, key, runId, trigger, known, actor);
    const { bytes, contentType } = fetched;
    const lastPayloadId = known?.payloadId;
    const options = { asOf: this.clock.now(), isFresh: true, lastPayloadId, trigger, actor: by, runId };
    const { isUnchanged } = await this.runner.accept({ feed, bytes, contentType }, options, (tx, _, payloadId) =>
      rememberSource(tx, feed, key, sourceOf(fetched, payloadId), this.clock.now()),
    );
    if (!isUnchanged) await this.runner.run(runId, by, bytes);
  }

  /** The source itself says that nothing changed: its facts are as fresh as this moment. */
  private async unchanged(
    feed: string,
    key: string,
    runId: string,
    trigger: RunTrigger,
    known: KnownSource | undefined,
    actor: Actor | null,
  ): Promise<void> {
    const at = this.clock.now();
    const run = { ...this.emptyRun(feed, trigger, actor), id: runId, asOf: at, payloadId: known?.payloadId ?? null };
    await this.database.transaction(async (tx) => {
      await insertRun(tx, { ...run, status: 'UNCHANGED' });
      if (known !== undefined) await rememberSource(tx, feed, key, known, at);
    });
  }

  private async refused(error: unknown, job: Required<PollJob>): Promise<void> {
    const { feed, runId, actor } = job;
    const isFinal = error instanceof DomainError && (FINAL.has(error.kind) || error.code === 'feed-unreachable');
    if (!isFinal && !(error instanceof ComeBackLater)) throw error;
    await this.runner.fail({ id: runId, feed }, error.message, actor ?? SYSTEM);
    if (error instanceof ComeBackLater) {
      const again: PollJob = { feed, trigger: job.trigger, actor };
      await this.database.transaction((tx) => this.jobs.send(tx, POLL, again, { startAfter: error.seconds }));
    }
  }

  private emptyRun(feed: string, trigger: RunTrigger, actor: Actor | null) {
    const startedBy = actor?.personId ?? null;
    return { feed, trigger, asOf: null, payloadId: null, startedBy, status: 'QUEUED', at: this.clock.now() } as const;
  }

  private async parts(feed: string): Promise<readonly Part[]> {
    feedNamed(feed);
    const { missing, organisations } = await this.plans.of(feed);
    if (missing !== undefined)
      throw new DomainError('conflict', 'feed-not-polled', `The feed "${feed}" cannot be polled: ${missing}.`);
    return partsOf(feed, this.config, organisations ?? []);
  }
}

const sourceOf = ({ etag, lastModified }: Fetched, payloadId: string): KnownSource => ({
  etag,
  lastModified,
  payloadId,
});
