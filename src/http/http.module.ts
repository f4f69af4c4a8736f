import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ConventionsInterceptor } from './conventions.interceptor.js';
import { Drain } from './drain.js';
import { Idempotency } from './idempotency.js';
import { KeptAnswers } from './kept-answers.js';
import { Lists } from './lists.js';
import { RateLimitGuard } from './rate-limit.guard.js';
import { ReplicaReads } from './replica-reads.js';
import { UnknownParametersGuard } from './unknown-parameters.guard.js';

/** The conventions that hold for every endpoint; global, nothing per controller. */
@Global()
@Module({
  providers: [
    Drain,
    Idempotency,
    KeptAnswers,
    Lists,
    RateLimitGuard,
    ReplicaReads,
    UnknownParametersGuard,
    { provide: APP_INTERCEPTOR, useClass: ConventionsInterceptor },
  ],
  exports: [Drain, Lists, RateLimitGuard, UnknownParametersGuard],
})
export class HttpModule {}
