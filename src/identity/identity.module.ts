import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RateLimitGuard } from '../http/rate-limit.guard.js';
import { AccessGuard } from './access.guard.js';
import { CallerService } from './caller.service.js';
import { LocalSessionController } from './local-session.controller.js';
import { MeController } from './me.controller.js';
import { PeopleWriter } from './people.writer.js';
import { PermissionCheck } from './permission.check.js';
import { PersonEntity } from './person.entity.js';
import { SessionTokens } from './session-token.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([PersonEntity])],
  controllers: [LocalSessionController, MeController],
  providers: [
    CallerService,
    PeopleWriter,
    PermissionCheck,
    SessionTokens,
    SessionsService,
    { provide: APP_GUARD, useClass: AccessGuard },
    // Behind the access guard, because budgets belong to callers.
    { provide: APP_GUARD, useExisting: RateLimitGuard },
  ],
  exports: [PeopleWriter],
})
export class IdentityModule {}
