import { Injectable } from '@nestjs/common';
import { Audit, SYSTEM } from '../audit/audit.writer.js';
import { CatalogueWriter } from '../catalogue/catalogue.writer.js';
import type { Found, RejectedItem } from '../catalogue/domain/release.js';
import { byRelease } from '../catalogue/found-order.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { feedNamed } from './feed-definitions.js';
import type { RunTrigger } from './feed-run.entity.js';
import { finishRun, insertRun, reportProgress, startRun, type RunCounts, type RunTask } from './feed-runs.store.js';
import { isKnown, payloadBytes, storePayload, type Payload } from './payload.store.js';
import { holdItems } from './quarantine.store.js';
import { RunTally } from './run-tally.js';

export interface ImportOptions {
  /** The run that was planned for it; left out, a new one. */
  readonly runId?: string;
  /** The moment of which the payload speaks. */
  readonly asOf: Date;
  /** Taken just now, not on a day that somebody names. */
  readonly isFresh?: boolean;
  /** What its source said the last time. */
  readonly lastPayloadId?: string | null;
  readonly trigger: RunTrigger;
  readonly actor: Actor | typeof SYSTEM;
}

export interface Accepted {
  readonly runId: string;
  /** The content was recorded before: nothing is left to do. */
  readonly isUnchanged: boolean;
}

type FailedRun = Pick<RunTask, 'id' | 'feed'> & Partial<Pick<RunTask, 'asOf' | 'sha256'>>;

/** Items per transaction: a payload lands in pieces, so that others may write in between. */
const CHUNK = 200;

/** Reads payloads into the catalogue; adds and changes, never deletes. */
@Injectable()
export class FeedRunner {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueWriter,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Stores and reads the payload at once and returns the id of its run; throws DomainError when it is unreadable. */
  async import(payload: Payload, options: ImportOptions): Promise<string> {
    const { runId, isUnchanged } = await this.accept(payload, options);
    if (!isUnchanged) await this.run(runId, options.actor, payload.bytes);
    return runId;
  }

  /** Stores the payload and plans its run, unless the content is known; `also` joins the transaction. Throws 'feed-not-found'. */
  async accept(
    payload: Payload,
    { asOf, isFresh = false, lastPayloadId, trigger, actor, runId: id }: ImportOptions,
    also: (tx: Tx, runId: string, payloadId: string) => Promise<void> = async () => undefined,
  ): Promise<Accepted> {
    feedNamed(payload.feed);
    const at = this.clock.now();
    const startedBy = actor === SYSTEM ? null : actor.personId;
    return this.database.transaction(async (tx) => {
      const { id: payloadId, sha256 } = await storePayload(tx, payload, at);
      const isUnchanged = payloadId === lastPayloadId || (await isKnown(tx, payloadId, asOf, isFresh));
      const status = isUnchanged ? 'UNCHANGED' : 'QUEUED';
      const run = { id, feed: payload.feed, trigger, asOf, payloadId, startedBy, status, at } as const;
      const runId = await insertRun(tx, run);
      if (isUnchanged) await this.trail(tx, { feed: payload.feed, runId, sha256, status, actor, asOf });
      await also(tx, runId, payloadId);
      return { runId, isUnchanged };
    });
  }

  /** Reads the payload of a planned run into the catalogue, item by item; throws DomainError when it is unreadable. `bytes`: the payload, where the caller has it still. */
  async run(runId: string, actor: Actor | typeof SYSTEM, bytes?: Buffer): Promise<void> {
    const task = await this.database.transaction((tx) => startRun(tx, runId, this.clock.now()));
    if (task === undefined) return;
    const counts = await this.record(task, await this.read(task, actor, bytes));
    await this.database.transaction(async (tx) => {
      await reportProgress(tx, task.id, counts);
      await finishRun(tx, task.id, 'SUCCEEDED', null, this.clock.now());
      await this.trail(tx, { ...task, runId, status: 'SUCCEEDED', actor, counts });
    });
  }

  /** Ends a run that brought nothing; the run and the trail say why. */
  async fail({ id, feed, asOf, sha256 }: FailedRun, error: string, actor: Actor | typeof SYSTEM): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      if (!(await finishRun(tx, id, 'FAILED', error, at))) return;
      await this.trail(tx, { feed, runId: id, sha256, status: 'FAILED', actor, asOf: asOf ?? at, error });
    });
  }

  private async read(task: RunTask, actor: Actor | typeof SYSTEM, given?: Buffer): Promise<Found> {
    const bytes = given ?? (await this.database.transaction((tx) => payloadBytes(tx, task.payloadId)));
    try {
      return feedNamed(task.feed).connector(bytes, { asOf: task.asOf.toISOString().slice(0, 10) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.fail(task, error.message, actor);
      throw error;
    }
  }

  private async record(task: RunTask, { releases: found, rejected }: Found): Promise<RunCounts> {
    const releases = byRelease(found);
    const origin = { feed: task.feed, runId: task.id, payloadId: task.payloadId };
    let tally = RunTally.of(releases.length, rejected.length);
    const hold = (items: readonly RejectedItem[]): Promise<void> =>
      this.database.transaction((tx) => holdItems(tx, items, origin, this.clock.now()));
    await hold(rejected);
    for (let at = 0; at < releases.length; at += CHUNK) {
      const chunk = { releases: releases.slice(at, at + CHUNK), rejected: [] };
      tally = await this.database.transaction(async (tx) => {
        const recorded = await this.catalogue.record(tx, chunk, { source: task.feed, asOf: task.asOf });
        await holdItems(tx, recorded.quarantined, origin, this.clock.now());
        const next = tally.plus(chunk.releases.length, recorded);
        await reportProgress(tx, task.id, next.counts());
        return next;
      });
    }
    return tally.counts();
  }

  /** One audit event per run: which bytes came, who brought them and what they changed. */
  private async trail(
    tx: Tx,
    entry: {
      readonly feed: string;
      readonly runId: string;
      readonly sha256?: string;
      readonly status: string;
      readonly actor: Actor | typeof SYSTEM;
      readonly asOf: Date;
      readonly counts?: RunCounts;
      readonly error?: string;
    },
  ): Promise<void> {
    const { feed, actor, runId, sha256, status, asOf, counts, error } = entry;
    const detail = { runId, sha256, status, asOf: asOf.toISOString(), ...counts, ...(error && { error }) };
    await this.audit.record(tx, { kind: 'feed.imported', subject: { type: 'feed', id: feed }, actor, detail });
  }
}
