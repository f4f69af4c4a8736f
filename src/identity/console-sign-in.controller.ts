import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/env.js';
import { routeOptions } from '../http/route-options.js';
import { DomainError } from '../kernel/domain-error.js';
import { Public } from './access.decorators.js';
import { CallerService } from './caller.service.js';
import { ConsoleSignIn } from './console-sign-in.service.js';
import { clearCookie, cookieName, readCookie, setCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

class LoginQuery {
  @ApiPropertyOptional({ description: 'Screen to come back to.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @Matches(/^\/(?![/\\])[^\\\r\n]*$/, { message: 'returnTo must be a path of the console' })
  returnTo?: string;
}

class SignedOutView {
  @ApiProperty({ type: 'string', nullable: true, description: 'Where to end the session with the identity provider.' })
  next: string | null;
}

/** The console's way in and out. */
@ApiExcludeController()
@Controller('auth')
export class ConsoleSignInController {
  constructor(
    private readonly config: Config,
    private readonly signIn: ConsoleSignIn,
    private readonly sessions: SessionsService,
    private readonly callers: CallerService,
  ) {}

  @Get('login')
  @Public()
  @routeOptions({ limitClass: 'sign-in' })
  async login(@Query() { returnTo = '/' }: LoginQuery, @Res() reply: FastifyReply): Promise<void> {
    this.refuseInLocalMode();
    const { url, attempt: value, expiresAt: expires } = await this.signIn.begin(returnTo);
    setCookie(reply, this.config, { name: this.attemptCookie, value, expires, sameSite: 'lax' });
    await reply.header('cache-control', 'no-store').redirect(url.href, 302);
  }

  @Get('callback')
  @Public()
  @routeOptions({ limitClass: 'sign-in' })
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.refuseInLocalMode();
    const query = new URL(request.originalUrl, 'http://localhost').search;
    clearCookie(reply, this.config, this.attemptCookie);
    const sealed = readCookie(request, this.attemptCookie);
    const session = await this.signIn.complete(query, { sealed, client: request.headers['user-agent'] });
    const { token: value, expiresAt: expires, returnTo } = session;
    setCookie(reply, this.config, { name: cookieName(this.config), value, expires, sameSite: 'lax' });
    await reply.header('cache-control', 'no-store').redirect(returnTo, 302);
  }

  @Post('logout')
  @Public()
  @HttpCode(200)
  async logout(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedOutView> {
    const token = readCookie(request, cookieName(this.config));
    const actor = await this.callers.actorOf(request);
    if (token !== undefined && actor !== undefined) await this.sessions.signOut(token, actor);
    clearCookie(reply, this.config, cookieName(this.config));
    const next = this.config.authMode === 'oidc' ? await this.signIn.endSession() : undefined;
    return { next: next?.href ?? null };
  }

  private get attemptCookie(): string {
    return cookieName(this.config, 'sign-in');
  }

  private refuseInLocalMode(): void {
    if (this.config.authMode === 'oidc') return;
    throw new DomainError(
      'not-found',
      'oidc-sign-in-off',
      'This installation signs people in with its built-in accounts.',
    );
  }
}
