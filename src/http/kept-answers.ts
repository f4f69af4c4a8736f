import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Config } from '../config/env.js';
import { Snapshots } from '../database/snapshots.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { accepted } from './accept.js';
import { JSON_TYPE } from './page-view.js';
import { optionsOf } from './route-options.js';
import type { SentAnswer } from './request-scope.js';

/** Answers speak of today and of now; that much later they are worked out anew although nothing was written. */
const KEPT_MS = 10_000;
/** One answer may take so much of the memory. */
const LARGEST_SHARE = 16;

interface KeptAnswer extends SentAnswer {
  /** What the database had committed before the answer was worked out. */
  readonly seen: string;
  readonly at: number;
}

/**
 * Answers a read again as it was answered moments ago, to the same caller with the same rights, when the database says
 * that no transaction has ended since. So nobody sees less than the database holds, on however many processes.
 */
@Injectable()
export class KeptAnswers {
  private readonly answers: LRUCache<string, KeptAnswer> | undefined;
  private readonly callers = new WeakMap<Actor, string>();
  private lastSeen: string | undefined;

  constructor(
    { answerMemoryMb }: Config,
    private readonly snapshots: Snapshots,
    private readonly clock: Clock,
  ) {
    const maxSize = answerMemoryMb * 1_000_000;
    if (maxSize === 0) return;
    // Two bytes a character, as names in other scripts take.
    const sizeCalculation = ({ payload }: KeptAnswer, key: string): number => 2 * (payload.length + key.length);
    const limits = { maxSize, maxEntrySize: maxSize / LARGEST_SHARE, sizeCalculation };
    this.answers = new LRUCache({ ...limits, ttl: KEPT_MS, ttlAutopurge: true });
  }

  /** Whether the answer to this request may be kept: JSON for a known caller. */
  takes(request: FastifyRequest): boolean {
    const { method, scope } = request;
    if (this.answers === undefined || method !== 'GET' || scope.actor === undefined) return false;
    return optionsOf(request).secret !== true && accepted(request) === JSON_TYPE;
  }

  /** Returns the text of the kept answer, else what the work returns, whose text is then kept once it is sent. */
  async answer(request: FastifyRequest, reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
    const key = this.keyOf(request);
    const at = this.clock.now().getTime();
    const seen = await this.snapshots.current();
    if (seen === undefined) return work();
    // No word comes back, so what was kept under another one serves nobody any more.
    if (seen !== this.lastSeen) this.answers?.clear();
    this.lastSeen = seen;
    const kept = this.answers?.get(key);
    if (kept === undefined || kept.seen !== seen || at < kept.at || at >= kept.at + KEPT_MS) {
      request.scope.whenSent = (sent) => void this.answers?.set(key, { ...sent, seen, at });
      return work();
    }
    request.scope.tag = kept.tag;
    void reply.type(kept.type);
    if (kept.link !== undefined) void reply.header('link', kept.link);
    return kept.payload;
  }

  /** Everything about the caller that an answer may depend on, and the address. */
  private keyOf({ scope: { actor }, url }: FastifyRequest): string {
    if (actor === undefined) return url;
    const caller = this.callers.get(actor) ?? JSON.stringify(actor);
    this.callers.set(actor, caller);
    return `${caller} ${url}`;
  }
}
