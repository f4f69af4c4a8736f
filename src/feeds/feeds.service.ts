import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../audit/audit.writer.js';
import { Job } from '../events/handlers.js';
import { JobQueue } from '../events/job-queue.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { FeedPoller } from './feed-poller.js';
import { FeedRunner } from './feed-runner.js';
import { FeedsReader, type FeedRunRow } from './feeds.reader.js';

const IMPORT = 'feed.import';

interface ImportJob {
  readonly runId: string;
  readonly actor: Actor | null;
}

/** Payloads that people carry in, and the job that reads them. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly runner: FeedRunner,
    private readonly poller: FeedPoller,
    private readonly reader: FeedsReader,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Keeps the payload and plans its run; throws 'feed-not-found', 'empty-payload', 'as-of-in-future'. */
  async upload(
    feed: string,
    bytes: Buffer,
    contentType: string | undefined,
    asOf: Date | undefined,
    actor: Actor,
  ): Promise<FeedRunRow> {
    const now = this.clock.now();
    if (bytes.byteLength === 0) throw new DomainError('unprocessable', 'empty-payload', 'The payload is empty.');
    if (asOf !== undefined && asOf > now) {
      const detail = 'A payload cannot have been taken in the future.';
      throw new DomainError('unprocessable', 'as-of-in-future', detail, [
        { pointer: '?asOf', code: 'as-of-in-future', detail },
      ]);
    }
    const options = { asOf: asOf ?? now, isFresh: asOf === undefined, trigger: 'UPLOAD', actor } as const;
    const { runId } = await this.runner.accept({ feed, bytes, contentType }, options, (tx, id) =>
      this.jobs.send(tx, IMPORT, { runId: id, actor } satisfies ImportJob),
    );
    return this.reader.run(feed, runId);
  }

  /** Plans a poll of the feed now; throws 'feed-not-found', 'feed-not-polled' with the reason. */
  async pollNow(feed: string, actor: Actor): Promise<FeedRunRow> {
    const runId = await this.poller.plan(feed, actor);
    return this.reader.run(feed, runId);
  }

  /** A payload that cannot be read fails its run for good: the run says why, repeating would not help. */
  @Job<ImportJob>(IMPORT, { concurrency: 1, expireSeconds: 900 })
  async read({ runId, actor }: ImportJob): Promise<void> {
    try {
      await this.runner.run(runId, actor ?? SYSTEM);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'unavailable' || error.kind === 'conflict') throw error;
    }
  }
}
