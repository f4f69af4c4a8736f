import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import { CallerMemory } from './caller-memory.js';
import { quietSince } from './domain/session-life.js';
import { SESSION_END, SESSIONS, SESSIONS_END } from './session-statements.js';
import type { SessionRow } from './session-statements.js';

/** The uuid that no session has: keeps none. */
const NONE = '00000000-0000-0000-0000-000000000000';

/** What people see and end of their own sessions. */
@Injectable()
export class OpenSessionsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly memory: CallerMemory,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** A page of the actor's open sessions. */
  list(request: PageRequest, q: string | undefined, { personId }: Actor): Promise<Page<SessionRow>> {
    return this.database.list(SESSIONS, request, [personId, ...this.moments(), q ?? null]);
  }

  /** Ends one of the actor's. Throws `session-not-found`, also for a session of somebody else or one that is over. */
  async end(id: string, actor: Actor): Promise<void> {
    requirePerson(actor);
    await this.database.transaction(async (tx) => {
      const ended = await tx.one(SESSION_END, [id, actor.personId, ...this.moments()]);
      if (ended === undefined)
        throw new DomainError('not-found', 'session-not-found', 'There is no such open session of yours.');
      const subject = { type: 'person', id: actor.personId };
      await this.audit.record(tx, { kind: 'session.ended', subject, actor, detail: { sessionId: id } });
    });
    this.memory.forget();
  }

  /** Ends all of the actor's but the one that asks, and returns how many. */
  async endOthers(actor: Actor): Promise<number> {
    requirePerson(actor);
    const ended = await this.database.transaction(async (tx) => {
      const rows = await tx.run(SESSIONS_END, [actor.sessionId ?? NONE, actor.personId, ...this.moments()]);
      const subject = { type: 'person', id: actor.personId };
      for (const { id } of rows)
        await this.audit.record(tx, { kind: 'session.ended', subject, actor, detail: { sessionId: id } });
      return rows.length;
    });
    this.memory.forget();
    return ended;
  }

  /** Now, and since when a session must have been heard of. */
  private moments(): [Date, Date] {
    const now = this.clock.now();
    return [now, quietSince(now, this.config.sessionIdleMinutes)];
  }
}

/** A program that found a token should not shut its person out. */
function requirePerson({ tokenId }: Actor): void {
  if (tokenId !== undefined)
    throw new DomainError('forbidden', 'token-may-not-end-sessions', 'Only a person who is signed in ends sessions.');
}
