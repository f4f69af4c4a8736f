import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { versionOf } from './etag.js';
import { KEY_FIND, KEY_LOCK, KEY_PURGE, KEY_STORE } from './idempotency-statements.js';
import type { StoredAnswer } from './idempotency-statements.js';
import { optionsOf } from './route-options.js';

const KEPT_MS = 24 * 3_600_000;

export interface KeyedRequest {
  readonly personId: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly secret: boolean;
}

/**
 * Makes a repeated POST act once. The key's row is written in the transaction of the effect: a crash before the commit
 * leaves neither, a crash after it leaves both, and the repeat gets the first answer. A refusal had no effect and is
 * not kept, so a mended request may use its key again.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns what identifies the POST, or undefined when it is none to remember. Throws 'malformed' for a key that is none. */
  keyed(request: FastifyRequest): KeyedRequest | undefined {
    const key = request.headers['idempotency-key'];
    const { actor, bodyDigest = '' } = request.scope;
    if (key === undefined || actor === undefined) return undefined;
    const { once = false, secret = false } = optionsOf(request);
    if (once) return undefined;
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
      throw new DomainError(
        'malformed',
        'bad-idempotency-key',
        'Idempotency-Key must have 1 to 255 visible characters.',
      );
    }
    const fingerprint = createHash('sha256').update(`${request.url}\n${bodyDigest}`).digest('hex');
    return { personId: actor.personId, key, fingerprint, secret };
  }

  /** Returns the answer of the work, or the one that was given to the first request with this key. */
  once(
    keyed: KeyedRequest,
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    return this.database.enclose(async (tx) => {
      const { personId, key, fingerprint } = keyed;
      const lock = await tx.one(KEY_LOCK, [`idempotency:${personId}:${key}`]);
      if (lock?.taken !== true) {
        throw new DomainError(
          'conflict',
          'idempotency-key-in-use',
          'The first request with this key is still running.',
        );
      }
      const now = this.clock.now();
      const since = new Date(now.getTime() - KEPT_MS);
      const stored = await tx.one(KEY_FIND, [personId, key, since]);
      if (stored !== undefined) return replay(stored, fingerprint, request, reply);
      const answer = await work();
      await this.keep(tx, keyed, { now, since, answer, reply });
      return answer;
    });
  }

  private async keep(
    tx: Tx,
    { personId, key, fingerprint, secret }: KeyedRequest,
    kept: { now: Date; since: Date; answer: unknown; reply: FastifyReply },
  ): Promise<void> {
    const { now, since, answer, reply } = kept;
    const body = secret || answer === undefined ? null : JSON.stringify(answer);
    const location = reply.getHeader('location') ?? null;
    await tx.run(KEY_STORE, [
      personId,
      key,
      fingerprint,
      reply.statusCode,
      body,
      location,
      versionOf(answer) ?? null,
      secret,
      now,
    ]);
    await tx.run(KEY_PURGE, [since]);
  }
}

function replay(stored: StoredAnswer, fingerprint: string, request: FastifyRequest, reply: FastifyReply): unknown {
  if (stored.fingerprint !== fingerprint) {
    throw new DomainError('unprocessable', 'idempotency-key-reused', 'This key was used for another request.');
  }
  if (stored.secret) {
    throw new DomainError('conflict', 'secret-not-replayable', 'The answer showed a secret once and was not kept.');
  }
  void reply.status(stored.status).header('idempotent-replayed', 'true');
  if (stored.location !== null) void reply.header('location', stored.location);
  if (stored.version !== null) request.scope.version = stored.version;
  const answer: unknown = stored.body === null ? undefined : JSON.parse(stored.body);
  return answer;
}
