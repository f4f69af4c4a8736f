import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/env.js';
import { routeOptions } from '../http/route-options.js';
import { DomainError } from '../kernel/domain-error.js';
import { Public } from './access.decorators.js';
import { LOCAL_ACCOUNTS, LOCAL_ISSUER } from './domain/local-accounts.js';
import { LocalSignInDto } from './dto/local-sign-in.dto.js';
import { isOpenToAll } from './open-to-all.js';
import { namesOwnHost } from './own-origin.js';
import { SessionView } from './session.view.js';
import { cookieName, setCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('identity')
@Controller('local-session')
export class LocalSessionController {
  constructor(
    private readonly config: Config,
    private readonly sessions: SessionsService,
  ) {}

  @Post()
  @Public()
  @routeOptions({ limitClass: 'sign-in', secret: true, once: true })
  @ApiCreatedResponse({ type: SessionView })
  async signIn(
    @Body() { account }: LocalSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    if (this.config.authMode !== 'local') {
      throw new DomainError(
        'not-found',
        'local-sign-in-off',
        'This installation signs people in with its identity provider.',
      );
    }
    if (!isOpenToAll(this.config) && !namesOwnHost(this.config, request)) {
      throw new DomainError(
        'forbidden',
        'foreign-host',
        'Built-in accounts are for this machine: use its own address.',
      );
    }
    const identity = { issuer: LOCAL_ISSUER, subject: account, email: null, ...LOCAL_ACCOUNTS[account] };
    const session = await this.sessions.open(identity, { method: 'LOCAL', client: request.headers['user-agent'] });
    const { token: value, expiresAt: expires } = session;
    setCookie(reply, this.config, { name: cookieName(this.config), value, expires, sameSite: 'strict' });
    return SessionView.from(session);
  }
}
