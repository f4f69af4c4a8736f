import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { Clock } from '../kernel/clock.js';
import type { Actor } from '../kernel/actor.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import type { Page, PageRequest } from '../kernel/page.js';
import type { Identity } from './domain/identity.js';
import { CallerMemory } from './caller-memory.js';
import { actorOf } from './domain/identity.js';
import { quietSince } from './domain/session-life.js';
import type { SignInMethod } from './domain/session-life.js';
import { PeopleWriter } from './people.writer.js';
import {
  PERSON_BY_SESSION,
  SESSION_END,
  SESSION_INSERT,
  SESSION_SEEN,
  SESSIONS,
  SESSIONS_END,
} from './session-statements.js';
import type { EndedSession, SessionRow } from './session-statements.js';
import { SessionTokens } from './session-token.js';

const SESSION_HOURS = 12;
/** The uuid that no session has: none is kept. */
const NO_SESSION = '00000000-0000-0000-0000-000000000000';
/** A client may say much about itself. */
const LONGEST_CLIENT = 300;

export interface SignIn {
  readonly method: SignInMethod;
  /** Its User-Agent. */
  readonly client: string | undefined;
}

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly actor: Actor;
}

/** Sessions of people: opened by a sign-in, ended by a sign-out, after twelve hours, or when nobody uses them. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleWriter,
    private readonly audit: Audit,
    private readonly tokens: SessionTokens,
    private readonly memory: CallerMemory,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Lets the person in, entering them at their first sign-in. Throws 'forbidden' for somebody who was deactivated. */
  async open(identity: Identity, { method, client }: SignIn): Promise<OpenedSession> {
    const id = newId();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
    const actor = await this.database.transaction(async (tx) => {
      const signedIn = actorOf(await this.people.admit(tx, identity, now));
      await tx.run(SESSION_INSERT, [
        id,
        signedIn.personId,
        method,
        client?.slice(0, LONGEST_CLIENT) ?? null,
        now,
        expiresAt,
      ]);
      await this.audit.record(tx, {
        kind: 'session.opened',
        subject: { type: 'person', id: signedIn.personId },
        actor: signedIn,
        detail: { method },
      });
      return signedIn;
    });
    this.memory.forget();
    return { token: await this.tokens.seal(id, expiresAt), expiresAt, actor };
  }

  /** Returns who holds the token, or undefined when its session is over. */
  async actor(token: string): Promise<Actor | undefined> {
    const id = await this.tokens.open(token);
    if (id === undefined) return undefined;
    const [now, since] = this.moments();
    const person = await this.database.readOne(PERSON_BY_SESSION, [id, now, since]);
    if (person?.stale === true) await this.database.read(SESSION_SEEN, [id, now]);
    return person && { ...actorOf(person), sessionId: id };
  }

  /** A page of the actor's open sessions. */
  list(request: PageRequest, q: string | undefined, { personId }: Actor): Promise<Page<SessionRow>> {
    return this.database.list(SESSIONS, request, [personId, ...this.moments(), q ?? null]);
  }

  /** Ends the session of the token; ending it twice is no error. */
  async signOut(token: string, actor: Actor): Promise<void> {
    const id = await this.tokens.open(token);
    if (id !== undefined) await this.ending(actor, (tx) => tx.run(SESSION_END, [id, null, ...this.moments()]));
  }

  /** Ends one of the actor's. Throws `session-not-found`, also for a session of somebody else or one that is over. */
  async end(id: string, actor: Actor): Promise<void> {
    requirePerson(actor);
    const ended = await this.ending(actor, (tx) => tx.run(SESSION_END, [id, actor.personId, ...this.moments()]));
    if (ended === 0) throw new DomainError('not-found', 'session-not-found', 'There is no such open session of yours.');
  }

  /** Ends all of the actor's but the one that asks, and returns how many. */
  async endOthers(actor: Actor): Promise<number> {
    requirePerson(actor);
    const { sessionId = NO_SESSION, personId } = actor;
    return this.ending(actor, (tx) => tx.run(SESSIONS_END, [sessionId, personId, ...this.moments()]));
  }

  /** Writes each ended session into the trail, and returns how many there are. */
  private async ending(actor: Actor, end: (tx: Tx) => Promise<EndedSession[]>): Promise<number> {
    const ended = await this.database.transaction(async (tx) => {
      const rows = await end(tx);
      for (const { id: sessionId, personId } of rows)
        await this.audit.record(tx, {
          kind: 'session.ended',
          subject: { type: 'person', id: personId },
          actor,
          detail: { sessionId },
        });
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

/** Whoever found a token should not shut its person out. */
function requirePerson({ tokenId }: Actor): void {
  if (tokenId !== undefined)
    throw new DomainError('forbidden', 'token-may-not-end-sessions', 'Only a person who is signed in ends sessions.');
}
