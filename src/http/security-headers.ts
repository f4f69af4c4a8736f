import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import type { Config } from '../config/env.js';

/** Sends the security header fields with every answer; no inline script or style runs anywhere. */
export function secureHeaders(server: FastifyInstance, config: Config): void {
  const fields = fieldsOf(config);
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(fields);
    done();
  });
}

/** The fields are the same for every answer, so helmet writes them once, into an answer that nobody gets. */
function fieldsOf({ publicUrl }: Config): Record<string, string> {
  const https = publicUrl?.startsWith('https:') === true;
  const request = new IncomingMessage(new Socket());
  const unsent = new ServerResponse(request);
  const write = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  });
  write(request, unsent, (error) => {
    if (error !== undefined) throw error;
  });
  unsent.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  return Object.fromEntries(Object.entries(unsent.getHeaders()).map(([name, value]) => [name, String(value)]));
}
