import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/env.js';

/** Browsers take `__Host-` cookies over TLS alone; a trial over plain loopback gets the bare name. */
const isTls = ({ publicUrl }: Pick<Config, 'publicUrl'>): boolean => publicUrl?.startsWith('https:') === true;

export const cookieName = (config: Pick<Config, 'publicUrl'>, name = 'session'): string =>
  isTls(config) ? `__Host-modelfolio-${name}` : `modelfolio-${name}`;

/** Returns the value of the cookie, if the browser sent it. */
export const readCookie = (request: FastifyRequest, name: string): string | undefined => request.cookies[name];

interface CookieText {
  readonly name: string;
  readonly value: string;
  readonly expires: Date;
  /** Lax lets the cookie come back from the identity provider's redirect; Strict never leaves the site. */
  readonly sameSite: 'lax' | 'strict';
}

/** Sends a cookie that scripts cannot read and other sites cannot send. */
export function setCookie(reply: FastifyReply, config: Pick<Config, 'publicUrl'>, cookie: CookieText): void {
  const { name, value, expires, sameSite } = cookie;
  void reply.setCookie(name, value, { path: '/', httpOnly: true, secure: isTls(config), sameSite, expires });
}

/** Takes a cookie back. */
export function clearCookie(reply: FastifyReply, config: Pick<Config, 'publicUrl'>, name: string): void {
  void reply.clearCookie(name, { path: '/', httpOnly: true, secure: isTls(config), sameSite: 'lax' });
}
