import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import type { Actor, Role } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { CallerMemory } from './caller-memory.js';
import { actorOf } from './domain/identity.js';
import type { Identity } from './domain/identity.js';
import { LOCAL_ISSUER } from './domain/local-accounts.js';
import { OwnershipTransfers } from './ownership-transfers.js';
import { isSame, PeopleWriter } from './people.writer.js';
import { PERSON_BY_SUBJECT, PERSON_CHANGE, PERSON_INSERT, PERSON_LOCK } from './person-statements.js';
import type { PersonRow } from './person-statements.js';

export interface NewPerson {
  readonly subject: string;
  readonly displayName: string;
  readonly email?: string | null;
  readonly teams?: readonly string[];
  readonly roles?: readonly Role[];
}

export interface PersonChange {
  readonly displayName?: string;
  readonly email?: string | null;
  readonly teams?: readonly string[];
  readonly roles?: readonly Role[];
  readonly active?: boolean;
}

@Injectable()
export class PeopleService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly people: PeopleWriter,
    private readonly transfers: OwnershipTransfers,
    private readonly audit: Audit,
    private readonly memory: CallerMemory,
    private readonly clock: Clock,
  ) {}

  /** Returns the actor behind a verified access token, whose claims were true when it was issued. */
  async signedIn(identity: Identity, saidAt: Date): Promise<Actor> {
    const known = await this.database.readOne(PERSON_BY_SUBJECT, [identity.issuer, identity.subject]);
    const current = known?.active === true && (isSame(known, identity) || saidAt < known.updatedAt);
    const person = current ? known : await this.admit(identity, saidAt);
    return actorOf({ ...person, roles: identity.roles, teams: identity.teams });
  }

  /** Enters somebody before their first sign-in. Throws 'conflict' when the subject is known. */
  enter(wanted: NewPerson, actor: Actor): Promise<PersonRow> {
    const { subject, displayName, email = null, teams = [], roles = [] } = wanted;
    const issuer = this.config.authMode === 'oidc' ? this.config.oidcIssuer : LOCAL_ISSUER;
    return this.database.transaction(async (tx) => {
      const values = [newId(), issuer, subject, email, displayName, teams, roles, this.clock.now()];
      const person = await tx.one(PERSON_INSERT, values);
      if (person === undefined) {
        throw new DomainError('conflict', 'person-exists', 'This subject is known already.', [
          { pointer: '/subject', code: 'person-exists', detail: 'subject must be new' },
        ]);
      }
      await this.audit.record(tx, {
        kind: 'person.entered',
        subject: { type: 'person', id: person.id },
        actor,
        after: { issuer, teams, roles },
      });
      return person;
    });
  }

  /** Changes what is given. Deactivation ends sessions and tokens at once. The trail keeps roles and teams, never names. */
  async change(id: string, version: number, change: PersonChange, actor: Actor): Promise<PersonRow> {
    const changed = await this.database.transaction(async (tx) => {
      const before = await this.lock(tx, id);
      if (before.version !== version)
        throw new DomainError('stale', 'stale', 'The person has changed; read them again.');
      const next = { ...before, ...defined(change) };
      if (id === actor.personId && before.roles.includes('ADMIN') && !(next.active && next.roles.includes('ADMIN'))) {
        throw new DomainError(
          'unprocessable',
          'own-administration',
          'Ask another administrator to take this role from you.',
        );
      }
      const values = [id, next.email, next.displayName, next.teams, next.roles, next.active, this.clock.now()];
      const after = await tx.one(PERSON_CHANGE, values);
      if (after === undefined) throw new DomainError('not-found', 'person-not-found', 'There is no such person.');
      await this.audit.record(tx, {
        kind: 'person.changed',
        subject: { type: 'person', id },
        actor,
        before: trail(before),
        after: trail(after),
        detail: { fields: Object.keys(defined(change)).sort() },
      });
      return after;
    });
    this.memory.forget();
    return changed;
  }

  /** Moves everything that one person owns to another; returns the count of each kind. */
  reassign(id: string, to: string, actor: Actor): Promise<Record<string, number>> {
    if (id === to) throw new DomainError('unprocessable', 'same-person', 'Name another person to take over.');
    return this.database.transaction(async (tx) => {
      const [first, second] = [id, to].sort();
      const locked = [await tx.one(PERSON_LOCK, [first]), await tx.one(PERSON_LOCK, [second])];
      if (!locked.some((person) => person?.id === id)) {
        throw new DomainError('not-found', 'person-not-found', 'There is no such person.');
      }
      if (!locked.some((person) => person?.id === to && person.active)) {
        throw new DomainError('unprocessable', 'successor-not-found', 'There is no such active person to take over.', [
          { pointer: '/to', code: 'successor-not-found', detail: 'to must be an active person' },
        ]);
      }
      const moved = await this.transfers.all(tx, id, to, actor);
      const subject = { type: 'person', id };
      await this.audit.record(tx, { kind: 'person.reassigned', subject, actor, detail: { to, moved } });
      return moved;
    });
  }

  private async admit(identity: Identity, saidAt: Date): Promise<PersonRow> {
    const person = await this.database.transaction((tx) => this.people.admit(tx, identity, saidAt));
    this.memory.forget();
    return person;
  }

  private async lock(tx: Tx, id: string): Promise<PersonRow> {
    const person = await tx.one(PERSON_LOCK, [id]);
    if (person === undefined) throw new DomainError('not-found', 'person-not-found', 'There is no such person.');
    return person;
  }
}

const trail = ({ teams, roles, active }: PersonRow): object => ({ teams, roles, active });

const defined = (change: PersonChange): PersonChange =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
