import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { withinRequest } from './request-scope.js';
import type { RequestScope } from './request-scope.js';

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;
const REQUEST_ID = /^[A-Za-z0-9_.-]{8,64}$/;

/** Gives each request its id and its span of the caller's trace, and tells both in the answer. */
export function traceRequests(server: FastifyInstance): void {
  server.decorateRequest('scope', null as never);
  server.addHook('onRequest', (request, reply, done) => {
    request.scope = scopeOf(request);
    void reply.header('x-request-id', request.scope.requestId).header('traceparent', request.scope.traceparent);
    done();
  });
  // After the body has been read, because its events belong to the connection and not to the request.
  server.addHook('preHandler', (request, _reply, done) => withinRequest(request.scope, done));
}

function scopeOf({ headers }: FastifyRequest): RequestScope {
  const given = headers['x-request-id'];
  const [, trace, flags] = typeof headers.traceparent === 'string' ? (TRACEPARENT.exec(headers.traceparent) ?? []) : [];
  return {
    requestId: typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID(),
    traceparent: `00-${trace ?? digits()}-${digits().slice(16)}-${flags ?? '00'}`,
  };
}

/** 32 hexadecimal digits, never all zero; Node fetches the randomness of many UUIDs at once. */
const digits = (): string => randomUUID().replaceAll('-', '');
