import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../config/env.js';
import type { Config } from '../config/env.js';

/** Returns the origin of the console: the public address, else the one that the browser spoke to. */
export const ownOrigin = ({ publicUrl }: Pick<Config, 'publicUrl'>, request: FastifyRequest): string =>
  publicUrl === undefined ? `http://${request.headers.host ?? ''}` : new URL(publicUrl).origin;

/** Whether the request names this machine or the public address; a foreign page can lead its own name to loopback, never these. */
export function namesOwnHost({ publicUrl }: Pick<Config, 'publicUrl'>, { headers }: FastifyRequest): boolean {
  const asked = `http://${headers.host ?? ''}`;
  if (!URL.canParse(asked)) return false;
  const { hostname } = new URL(asked);
  if (publicUrl !== undefined && hostname === new URL(publicUrl).hostname) return true;
  return isLoopback(hostname.replace(/^\[|\]$/g, ''));
}
