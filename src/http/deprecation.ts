import type { FastifyInstance } from 'fastify';
import { optionsOf } from './route-options.js';

/** Tells callers of a deprecated route since when it is (RFC 9745), when it goes (RFC 8594) and where to read about it. */
export function announceDeprecations(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    const { deprecation } = optionsOf(request);
    if (deprecation !== undefined) {
      const { since, sunset, link } = deprecation;
      void reply.header('deprecation', `@${Math.floor(since.getTime() / 1000)}`);
      if (sunset !== undefined) void reply.header('sunset', sunset.toUTCString());
      if (link !== undefined) void reply.header('link', `<${link}>; rel="deprecation"`);
    }
    done();
  });
}
