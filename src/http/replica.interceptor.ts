import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { optionsOf } from './route-options.js';

/** How long a replica may take to show what its primary has committed. */
const LAG_SECONDS = 10;

/** Every write leaves its mark in the caller's budget, which all processes share, until a minute after its first. */
const HAS_WRITTEN = statement<{ key: string }>(
  'replica.has-written',
  `SELECT key FROM rate_limit WHERE key = ANY ($1)
     AND expire > extract(epoch FROM clock_timestamp() - make_interval(secs => ${LAG_SECONDS})) * 1000 LIMIT 1`,
);

/**
 * Lets a read replica answer where a route says that it may. Whoever has written within the last ten seconds, through
 * whichever process, is answered by the primary and so sees their own change.
 */
@Injectable()
export class ReplicaInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!this.database.hasReplica || optionsOf(request).mayLag !== true) return next.handle();
    return from(this.answer(request, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }

  private async answer(request: FastifyRequest, work: () => Promise<unknown>): Promise<unknown> {
    const caller = request.scope.actor?.personId ?? request.ip;
    const marks = ['writes', 'uploads'].map((budget) => `${budget}:${caller}`);
    const written = await this.database.readOne(HAS_WRITTEN, [marks]);
    return written === undefined ? this.database.lag(work) : work();
  }
}
