import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import type { Tx } from '../database/tx.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { actorOf } from './domain/identity.js';
import type { Identity } from './domain/identity.js';
import { LOCAL_ISSUER } from './domain/local-accounts.js';
import { PERSON_BY_SUBJECT, PERSON_FOLLOW, PERSON_INSERT } from './person-statements.js';
import type { PersonRow } from './person-statements.js';

/** Enters people in the caller's transaction. */
@Injectable()
export class PeopleWriter {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the person of the sign-in, entered when they are new. What an identity provider says about roles, teams and
   * name replaces what was known, unless it was said before the last change. Throws 'forbidden' for the deactivated.
   */
  async admit(tx: Tx, identity: Identity, saidAt: Date): Promise<PersonRow> {
    const { issuer, subject } = identity;
    const person = (await tx.one(PERSON_BY_SUBJECT, [issuer, subject])) ?? (await this.enter(tx, identity));
    if (!person.active) throw new DomainError('forbidden', 'person-inactive', 'This account has been deactivated.');
    const current = issuer === LOCAL_ISSUER || isSame(person, identity) || saidAt < person.updatedAt;
    return current ? person : this.follow(tx, person, identity);
  }

  private async follow(tx: Tx, person: PersonRow, identity: Identity): Promise<PersonRow> {
    const { email, displayName, teams, roles } = identity;
    const values = [person.id, email, displayName, teams, roles, this.clock.now()];
    const followed = await tx.one(PERSON_FOLLOW, values);
    if (followed === undefined) return person;
    await this.audit.record(tx, {
      kind: 'person.changed',
      subject: { type: 'person', id: person.id },
      actor: actorOf(followed),
      before: { teams: person.teams, roles: person.roles },
      after: { teams, roles },
      detail: { source: 'sign-in' },
    });
    return followed;
  }

  private async enter(tx: Tx, identity: Identity): Promise<PersonRow> {
    const { issuer, subject, email, displayName, teams, roles } = identity;
    const values = [newId(), issuer, subject, email, displayName, teams, roles, this.clock.now()];
    const entered = await tx.one(PERSON_INSERT, values);
    const person = entered ?? (await tx.one(PERSON_BY_SUBJECT, [issuer, subject]));
    if (person === undefined) throw new DomainError('conflict', 'concurrent-change', 'Sign in again.');
    if (entered !== undefined) {
      await this.audit.record(tx, {
        kind: 'person.entered',
        subject: { type: 'person', id: person.id },
        actor: actorOf(person),
        after: { issuer, teams, roles },
      });
    }
    return person;
  }
}

/** Whether the sign-in says nothing new. */
export const isSame = (known: PersonRow, { email, displayName, teams, roles }: Identity): boolean =>
  known.email === email &&
  known.displayName === displayName &&
  known.teams.join('\n') === teams.join('\n') &&
  known.roles.join() === roles.join();
