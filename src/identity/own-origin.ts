import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/env.js';

/** Returns the origin of the console: the public address, else the one that the browser spoke to. */
export const ownOrigin = ({ publicUrl }: Pick<Config, 'publicUrl'>, request: FastifyRequest): string =>
  publicUrl === undefined ? `http://${request.headers.host ?? ''}` : new URL(publicUrl).origin;
