import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import { Clock } from '../kernel/clock.js';
import type { Actor } from '../kernel/actor.js';
import { newId } from '../kernel/id.js';
import type { Identity } from './domain/identity.js';
import { CallerMemory } from './caller-memory.js';
import { actorOf } from './domain/identity.js';
import { quietSince } from './domain/session-life.js';
import { PeopleWriter } from './people.writer.js';
import { PERSON_BY_SESSION, SESSION_END, SESSION_INSERT, SESSION_SEEN } from './session-statements.js';
import { SessionTokens } from './session-token.js';

const SESSION_HOURS = 12;
/** A client may say much about itself. */
const LONGEST_CLIENT = 300;

export interface SignIn {
  readonly method: 'LOCAL' | 'OIDC';
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
    const now = this.clock.now();
    const since = quietSince(now, this.config.sessionIdleMinutes);
    const person = await this.database.readOne(PERSON_BY_SESSION, [id, now, since]);
    if (person?.stale === true) await this.database.read(SESSION_SEEN, [id, now]);
    return person && { ...actorOf(person), sessionId: id };
  }

  /** Ends the session; ending it twice is no error. */
  async end(token: string, actor: Actor): Promise<void> {
    const id = await this.tokens.open(token);
    if (id === undefined) return;
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      await tx.run(SESSION_END, [id, actor.personId, now, quietSince(now, this.config.sessionIdleMinutes)]);
      await this.audit.record(tx, { kind: 'session.ended', subject: { type: 'person', id: actor.personId }, actor });
    });
    this.memory.forget();
  }
}
