import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import type { Actor, Role } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import type { Page, PageRequest } from '../kernel/page.js';
import { can, permissionMissing } from '../kernel/permission.js';
import {
  API_TOKEN_BY_ID,
  API_TOKEN_INSERT,
  API_TOKEN_REVOKE,
  API_TOKENS,
  TOKEN_HOLDER,
  TOKEN_USED,
} from './api-token-statements.js';
import type { ApiTokenRow } from './api-token-statements.js';
import { CallerMemory } from './caller-memory.js';
import { effectiveRoles, newSecret, sha256Of } from './domain/api-token.js';
import { actorOf } from './domain/identity.js';
import { PERSON_LOCK } from './person-statements.js';

const LONGEST_DAYS = 366;

export interface NewApiToken {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly expiresAt: Date;
  /** Whose token it is; the caller's own when left out. */
  readonly personId?: string;
}

/** Tokens for machines: each acts for one person with some of their roles, until it expires or is revoked. */
@Injectable()
export class ApiTokensService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly memory: CallerMemory,
    private readonly clock: Clock,
  ) {}

  /** Returns who holds the secret, or undefined when it does not work (any more). */
  async actor(secret: string): Promise<Actor | undefined> {
    const now = this.clock.now();
    const holder = await this.database.readOne(TOKEN_HOLDER, [sha256Of(secret), now]);
    if (holder === undefined) return undefined;
    if (holder.stale) await this.database.read(TOKEN_USED, [holder.tokenId, now]);
    return actorOf({ ...holder, roles: effectiveRoles(holder.tokenRoles, holder.roles) }, holder.tokenId);
  }

  /** Returns a page of the caller's tokens, of everybody's for an administrator. */
  list(request: PageRequest, filter: { q?: string; usable?: boolean }, actor: Actor): Promise<Page<ApiTokenRow>> {
    const filters = [ownerFilter(actor), filter.q ?? null, filter.usable ?? null, this.clock.now()];
    return this.database.list(API_TOKENS, request, filters);
  }

  async get(id: string, actor: Actor): Promise<ApiTokenRow> {
    const token = await this.database.readOne(API_TOKEN_BY_ID, [id, ownerFilter(actor)]);
    if (token === undefined) throw new DomainError('not-found', 'token-not-found', 'There is no such token of yours.');
    return token;
  }

  /** Returns the new token and its secret, which is shown this once. */
  async create(wanted: NewApiToken, actor: Actor): Promise<{ token: ApiTokenRow; secret: string }> {
    const { secret, sha256, hint } = newSecret();
    const id = newId();
    const now = this.clock.now();
    this.check(wanted, actor, now);
    const { name, roles, expiresAt, personId = actor.personId } = wanted;
    await this.database.transaction(async (tx) => {
      const owner = await tx.one(PERSON_LOCK, [personId]);
      if (owner?.active !== true)
        throw new DomainError('unprocessable', 'person-not-found', 'There is no such active person.');
      const held = personId === actor.personId ? actor.roles : owner.roles;
      const missing = roles.filter((role) => !held.includes(role));
      if (missing.length > 0) {
        throw new DomainError('unprocessable', 'role-not-held', `The owner does not have ${missing.join(', ')}.`, [
          { pointer: '/roles', code: 'role-not-held', detail: 'roles must be some of those that the owner has' },
        ]);
      }
      await tx.run(API_TOKEN_INSERT, [id, personId, name, sha256, hint, roles, actor.personId, now, expiresAt]);
      await this.audit.record(tx, {
        kind: 'token.created',
        subject: { type: 'token', id },
        actor,
        after: { personId, name, roles, expiresAt },
      });
    });
    return { token: await this.get(id, actor), secret };
  }

  /** Revokes the token at once. Throws 'stale' when it is not as the caller saw it. */
  async revoke(id: string, version: number, actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const token = await tx.one(API_TOKEN_BY_ID, [id, ownerFilter(actor)]);
      if (token === undefined)
        throw new DomainError('not-found', 'token-not-found', 'There is no such token of yours.');
      const revoked = await tx.one(API_TOKEN_REVOKE, [id, version, this.clock.now()]);
      if (revoked === undefined)
        throw new DomainError('stale', 'stale', 'The token has changed or was revoked before.');
      await this.audit.record(tx, { kind: 'token.revoked', subject: { type: 'token', id }, actor });
    });
    this.memory.forget();
  }

  private check({ expiresAt, personId }: NewApiToken, actor: Actor, now: Date): void {
    if (actor.tokenId !== undefined) {
      throw new DomainError(
        'forbidden',
        'token-may-not-create-tokens',
        'Only a person who is signed in can create tokens.',
      );
    }
    if (personId !== undefined && personId !== actor.personId && !can(actor, 'token.admin'))
      throw permissionMissing('token.admin', '/personId');
    const days = (expiresAt.getTime() - now.getTime()) / 86_400_000;
    if (days <= 0 || days > LONGEST_DAYS) {
      throw new DomainError('unprocessable', 'bad-expiry', `A token expires within ${LONGEST_DAYS} days.`, [
        { pointer: '/expiresAt', code: 'bad-expiry', detail: `expiresAt must lie ahead, at most ${LONGEST_DAYS} days` },
      ]);
    }
  }
}

const ownerFilter = (actor: Actor): string | null => (can(actor, 'token.admin') ? null : actor.personId);
