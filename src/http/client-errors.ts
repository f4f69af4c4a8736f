import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../kernel/id.js';
import { DomainError } from '../kernel/domain-error.js';
import { PROBLEM_JSON, problemOf } from './problem.js';

/** Answers what is not even HTTP, before a request exists. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(refusalFor(error.code), `/requests/${newId()}`);
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    `Content-Type: ${PROBLEM_JSON}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Answers an address that the router cannot even read; no hook has run yet. */
export function answerRouterError(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, `/requests/${newId()}`);
  void reply.status(problem.status).header('content-type', PROBLEM_JSON).header('x-content-type-options', 'nosniff');
  void reply.send(Buffer.from(JSON.stringify(problem)));
}

/** HTTP/1.1 wants the host named; HTTP/1.0 does not. */
export function refuseWithoutHost(server: FastifyInstance): void {
  server.addHook('onRequest', ({ raw }, _reply, done) => {
    const missing = raw.headers.host === undefined && raw.httpVersion === '1.1';
    done(missing ? new DomainError('malformed', 'malformed-request', 'The header field Host is missing.') : undefined);
  });
}

function refusalFor(code: string | undefined): unknown {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new DomainError('headers-too-large', 'headers-too-large', 'The header fields are too large.');
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { statusCode: 408 };
  return new DomainError('malformed', 'malformed-request', 'This is not an HTTP request.');
}
