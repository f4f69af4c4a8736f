import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/env.js';
import type { Actor } from '../kernel/actor.js';
import { DomainError } from '../kernel/domain-error.js';
import { AccessTokens } from './access-tokens.js';
import { ApiTokensService } from './api-tokens.service.js';
import { CallerMemory } from './caller-memory.js';
import { TOKEN_PREFIX } from './domain/api-token.js';
import { ownOrigin } from './own-origin.js';
import { PeopleService } from './people.service.js';
import { cookieName, readCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Finds out who sends a request: by bearer token, else by the console's cookie. A write is looked up every time, so that
 * no process lets somebody change anything who was shut out on another; a read may trust what was found moments ago.
 */
@Injectable()
export class CallerService {
  constructor(
    private readonly config: Config,
    private readonly sessions: SessionsService,
    private readonly apiTokens: ApiTokensService,
    private readonly accessTokens: AccessTokens,
    private readonly people: PeopleService,
    private readonly memory: CallerMemory,
  ) {}

  /** Returns the caller, or undefined without credentials. Throws 'unauthenticated' for credentials that are not good. */
  async actorOf(request: FastifyRequest): Promise<Actor | undefined> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.byBearer(authorization, request);
    const cookie = readCookie(request, cookieName(this.config));
    return cookie === undefined ? undefined : this.byCookie(cookie, request);
  }

  private async byBearer(authorization: string, request: FastifyRequest): Promise<Actor> {
    const token = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(authorization)?.[1];
    const actor = token === undefined ? undefined : await this.lookUp(token, request, () => this.holder(token));
    if (actor !== undefined) return actor;
    throw new DomainError('unauthenticated', 'invalid-token', 'The bearer token is not valid, or no longer.');
  }

  /** The three kinds of bearer tokens are told apart by their form. */
  private holder(token: string): Promise<Actor | undefined> {
    if (token.startsWith(TOKEN_PREFIX)) return this.apiTokens.actor(token);
    const sealed = token.split('.').length === 5;
    if (sealed) return this.sessions.actor(token);
    return this.config.authMode === 'oidc' ? this.byAccessToken(token) : Promise.resolve(undefined);
  }

  private async byAccessToken(token: string): Promise<Actor | undefined> {
    const verified = await this.accessTokens.verify(token);
    return verified && this.people.signedIn(verified.identity, verified.issuedAt);
  }

  /** A browser sends cookies whoever asks it to, so a write must come from our own pages. */
  private async byCookie(cookie: string, request: FastifyRequest): Promise<Actor | undefined> {
    if (!READS.includes(request.method) && request.headers.origin !== ownOrigin(this.config, request)) {
      throw new DomainError('forbidden', 'foreign-origin', 'This request does not come from the console.');
    }
    return this.lookUp(cookie, request, () => this.sessions.actor(cookie));
  }

  private lookUp(
    credentials: string,
    { method }: FastifyRequest,
    find: () => Promise<Actor | undefined>,
  ): Promise<Actor | undefined> {
    return READS.includes(method) ? this.memory.recall(credentials, find) : find();
  }
}
