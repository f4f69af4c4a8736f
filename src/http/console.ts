import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { projectRoot } from '../config/project-root.js';
import { negotiate } from './accept.js';

const NOT_PAGES = /^\/(v1|auth|docs|livez|readyz|metrics|openapi\.json)(\/|$)/;
const HTML = 'text/html';

/** Serves the built console at `/`; addresses of its screens get its page, too. */
export async function serveConsole(server: FastifyInstance): Promise<void> {
  const root = join(projectRoot(), 'web', 'dist');
  if (!existsSync(join(root, 'index.html'))) return;
  await server.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root,
      wildcard: false,
      index: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Names of assets carry a hash of their content.
        const forever = path.includes('/assets/');
        reply.setHeader('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    scope.get('/*', (request, reply) => {
      const [path = '/'] = request.url.split('?');
      const page = !NOT_PAGES.test(path) && negotiate(request.headers.accept, [HTML]) === HTML && !/\.\w+$/.test(path);
      return page ? reply.sendFile('index.html') : reply.callNotFound();
    });
  });
}
