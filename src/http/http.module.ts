import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Drain } from './drain.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { ListInterceptor } from './list.interceptor.js';
import { RateLimitGuard } from './rate-limit.guard.js';
import { ReplicaInterceptor } from './replica.interceptor.js';
import { UnknownParametersInterceptor } from './unknown-parameters.interceptor.js';
import { VersionInterceptor } from './version.interceptor.js';

/** The conventions that hold for every endpoint; global, nothing per controller. */
@Global()
@Module({
  providers: [
    Drain,
    RateLimitGuard,
    { provide: APP_INTERCEPTOR, useClass: UnknownParametersInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ReplicaInterceptor },
    { provide: APP_INTERCEPTOR, useClass: VersionInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ListInterceptor },
  ],
  exports: [Drain, RateLimitGuard],
})
export class HttpModule {}
