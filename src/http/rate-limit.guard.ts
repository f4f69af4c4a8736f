import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import { DomainError } from '../kernel/domain-error.js';
import { accepted } from './accept.js';
import { JSON_TYPE } from './page-view.js';
import { optionsOf } from './route-options.js';
import type { LimitClass } from './route-options.js';

const WINDOW_SECONDS = 60;

/**
 * Grants each caller so many requests a minute. Budgets of writes, sign-ins, uploads and exports are shared by all
 * processes through the database; reads are counted in memory, because counting them there would cost more than they do.
 */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly limiters: Readonly<Record<LimitClass, RateLimiterAbstract>>;

  constructor(config: Config, database: Database) {
    const shared = (name: LimitClass, points: number): RateLimiterAbstract =>
      new RateLimiterPostgres({
        storeClient: database.pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: true,
        keyPrefix: name,
        points,
        duration: WINDOW_SECONDS,
        // Without the database nothing is written anyway; the limit itself must not be what fails.
        insuranceLimiter: new RateLimiterMemory({ points, duration: WINDOW_SECONDS }),
      });
    this.limiters = {
      reads: new RateLimiterMemory({ points: config.rateLimitReads, duration: WINDOW_SECONDS }),
      writes: shared('writes', config.rateLimitWrites),
      'sign-in': shared('sign-in', config.rateLimitSignIns),
      uploads: shared('uploads', config.rateLimitTransfers),
      exports: shared('exports', config.rateLimitTransfers),
    };
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const budget = budgetOf(request);
    const limiter = this.limiters[budget];
    const caller = budget === 'sign-in' ? request.ip : (request.scope.actor?.personId ?? request.ip);
    const state = await limiter.consume(caller).catch(exhausted);
    const reset = Math.ceil(state.msBeforeNext / 1000);
    void reply.header('ratelimit-policy', `"${budget}";q=${limiter.points};w=${WINDOW_SECONDS}`);
    void reply.header('ratelimit', `"${budget}";r=${state.remainingPoints};t=${reset}`);
    if (state.consumedPoints <= limiter.points) return true;
    void reply.header('retry-after', String(reset));
    throw new DomainError('rate-limited', 'rate-limited', `Too many ${budget}; try again in ${reset} s.`);
  }
}

function budgetOf(request: FastifyRequest): LimitClass {
  const { limitClass, produces } = optionsOf(request);
  if (limitClass !== undefined) return limitClass;
  if (!['GET', 'HEAD'].includes(request.method)) return 'writes';
  return produces !== undefined && accepted(request) !== JSON_TYPE ? 'exports' : 'reads';
}

/** The library rejects with the state itself when nothing is left. */
function exhausted(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason;
  throw reason;
}
