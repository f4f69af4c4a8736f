import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SentAnswer } from './request-scope.js';

/**
 * Gives every JSON answer a strong ETag: the version of the resource and a digest of what is shown, so that
 * `If-Match` guards the record and `If-None-Match` never hides a change of what is joined to it.
 */
export function tagAnswers(server: FastifyInstance): void {
  server.addHook('preSerialization', (request, _reply, payload, done) => {
    const version = versionOf(payload);
    if (version !== undefined) request.scope.version = version;
    done(null, payload);
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    if (!tagged(request, reply) || typeof payload !== 'string') {
      done(null, payload);
      return;
    }
    const { version, tag = etagOf(version, payload), whenSent } = request.scope;
    // An answer with a status or a storage rule of its own is not like the others.
    if (reply.statusCode === 200 && !reply.hasHeader('cache-control')) whenSent?.(sentAnswer(reply, payload, tag));
    void reply.header('etag', tag);
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-cache');
    const known = request.method === 'GET' || request.method === 'HEAD' ? request.headers['if-none-match'] : undefined;
    if (known === undefined || !matches(known, tag)) {
      done(null, payload);
      return;
    }
    void reply.status(304).removeHeader('content-type').removeHeader('content-length');
    done(null, null);
  });
}

const sentAnswer = (reply: FastifyReply, payload: string, tag: string): SentAnswer => ({
  payload,
  tag,
  type: String(reply.getHeader('content-type')),
  link: reply.getHeader('link')?.toString(),
});

/** Returns the version of an answered resource, which becomes part of its ETag. */
export function versionOf(answer: unknown): number | undefined {
  if (typeof answer !== 'object' || answer === null || !('version' in answer)) return undefined;
  return typeof answer.version === 'number' ? answer.version : undefined;
}

const tagged = (request: FastifyRequest, reply: FastifyReply): boolean =>
  request.url.startsWith('/v1/') &&
  reply.statusCode < 300 &&
  (request.method === 'GET' || request.method === 'HEAD' || request.scope.version !== undefined);

function etagOf(version: number | undefined, payload: string): string {
  const digest = hash('sha256', payload, 'base64url').slice(0, 16);
  return version === undefined ? `"${digest}"` : `"${version}.${digest}"`;
}

/** Weak comparison, as RFC 9110 asks for in If-None-Match. */
const matches = (header: string, tag: string): boolean =>
  header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
