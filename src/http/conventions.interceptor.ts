import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { Idempotency } from './idempotency.js';
import { KeptAnswers } from './kept-answers.js';
import { Lists } from './lists.js';
import { ReplicaReads } from './replica-reads.js';

/**
 * Lets the conventions decide how the answer of a handler comes about. The only interceptor, because each one costs
 * every request more than its own work.
 */
@Injectable()
export class ConventionsInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly replica: ReplicaReads,
    private readonly lists: Lists,
    private readonly kept: KeptAnswers,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const answer = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    if (request.method === 'POST') {
      const keyed = this.idempotency.keyed(request);
      return keyed === undefined ? next.handle() : from(this.idempotency.once(keyed, request, reply, answer));
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return next.handle();
    const exports = this.lists.prepare(request);
    const lags = this.replica.takes(request);
    const shown = exports ? () => this.lists.export(request, reply, answer) : answer;
    if (lags) return from(this.replica.answer(request, shown));
    if (this.kept.takes(request)) return from(this.kept.answer(request, reply, answer));
    return exports ? from(shown()) : next.handle();
  }
}
