import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RateLimitGuard } from '../http/rate-limit.guard.js';
import { UnknownParametersGuard } from '../http/unknown-parameters.guard.js';
import { AccessGuard } from './access.guard.js';
import { AccessTokens } from './access-tokens.js';
import { ApiTokensController } from './api-tokens.controller.js';
import { ApiTokensService } from './api-tokens.service.js';
import { CallerMemory } from './caller-memory.js';
import { CallerService } from './caller.service.js';
import { ConsoleSignInController } from './console-sign-in.controller.js';
import { ConsoleSignIn } from './console-sign-in.service.js';
import { IdentityProvider } from './identity-provider.js';
import { LocalSessionController } from './local-session.controller.js';
import { MeController } from './me.controller.js';
import { OpenSessionsController } from './open-sessions.controller.js';
import { OwnershipTransfers } from './ownership-transfers.js';
import { PeopleController } from './people.controller.js';
import { PeopleReader } from './people.reader.js';
import { PeopleService } from './people.service.js';
import { PeopleWriter } from './people.writer.js';
import { PermissionCheck } from './permission.check.js';
import { PersonEntity } from './person.entity.js';
import { SessionRetentionJob } from './session-retention.job.js';
import { SessionTokens } from './session-token.js';
import { SessionsService } from './sessions.service.js';
import { SignInOptionsController } from './sign-in-options.controller.js';

@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([PersonEntity])],
  controllers: [
    ApiTokensController,
    ConsoleSignInController,
    LocalSessionController,
    MeController,
    OpenSessionsController,
    PeopleController,
    SignInOptionsController,
  ],
  providers: [
    AccessTokens,
    ApiTokensService,
    CallerMemory,
    CallerService,
    ConsoleSignIn,
    IdentityProvider,
    OwnershipTransfers,
    PeopleReader,
    PeopleService,
    PeopleWriter,
    PermissionCheck,
    SessionRetentionJob,
    SessionTokens,
    SessionsService,
    { provide: APP_GUARD, useClass: AccessGuard },
    // Behind the access guard, because budgets belong to callers.
    { provide: APP_GUARD, useExisting: RateLimitGuard },
    // Whoever may not call a route does not learn what it takes.
    { provide: APP_GUARD, useExisting: UnknownParametersGuard },
  ],
  exports: [OwnershipTransfers, PeopleWriter],
})
export class IdentityModule {}
