import { Catch } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../kernel/domain-error.js';
import { PROBLEM_JSON, problemOf } from './problem.js';
import type { RouteTable } from './route-table.js';

const RETRY_AFTER_SECONDS = '1';

/** Turns everything that goes wrong into one problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly routes: RouteTable) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const cause = request.is404 ? this.wrongMethod(request, reply, error) : error;
    const problem = problemOf(cause, `/requests/${request.scope.requestId}`);
    request.scope.problem = problem.code;
    if (problem.status >= 500 && problem.status !== 503)
      request.log.error({ err: cause, requestId: request.scope.requestId }, 'request failed');
    if (problem.status === 401 && !reply.hasHeader('www-authenticate')) {
      void reply.header('www-authenticate', 'Bearer realm="modelfolio"');
    }
    if (problem.status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
    void reply.status(problem.status).header('cache-control', 'no-store').header('content-type', PROBLEM_JSON);
    // As bytes, because the framework would add a charset that this media type does not have.
    void reply.send(Buffer.from(JSON.stringify(problem)));
  }

  private wrongMethod(request: FastifyRequest, reply: FastifyReply, error: unknown): unknown {
    const [path = ''] = request.url.split('?');
    const allowed = this.routes.allowed(path);
    if (allowed.length === 0 || allowed.includes(request.method)) return error;
    void reply.header('allow', allowed.join(', '));
    return new DomainError(
      'method-not-allowed',
      'method-not-allowed',
      `${request.method} is not possible here; use ${allowed.join(', ')}.`,
    );
  }
}
