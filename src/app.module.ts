import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Config } from './config/env.js';
import { DatabaseModule } from './database/database.module.js';
import { EgressModule } from './egress/egress.module.js';
import { EvaluationsModule } from './evaluations/evaluations.module.js';
import { EventsModule } from './events/events.module.js';
import { FeedsModule } from './feeds/feeds.module.js';
import { HttpModule } from './http/http.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { Clock } from './kernel/clock.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { LockInModule } from './lock-in/lock-in.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { OverviewModule } from './overview/overview.module.js';
import { PolicyModule } from './policy/policy.module.js';
import { PortfolioModule } from './portfolio/portfolio.module.js';
import { ReplacementModule } from './replacement/replacement.module.js';
import { SwapsModule } from './swaps/swaps.module.js';

/** The features, from the lowest floor up. */
const FEATURES: readonly Type[] = [
  EgressModule,
  AuditModule,
  EventsModule,
  IdentityModule,
  CatalogueModule,
  FeedsModule,
  PortfolioModule,
  PolicyModule,
  EvaluationsModule,
  ReplacementModule,
  LockInModule,
  SwapsModule,
  OverviewModule,
  NotificationsModule,
  OperationsModule,
];

@Module({})
class ClockModule {}

@Module({})
export class AppModule {
  static forRoot(config: Config, clock: Clock, more: readonly Type[] = []): DynamicModule {
    const time: DynamicModule = {
      module: ClockModule,
      global: true,
      providers: [{ provide: Clock, useValue: clock }],
      exports: [Clock],
    };
    return {
      module: AppModule,
      imports: [ConfigModule.forRoot(config), time, DatabaseModule.forRoot(config), HttpModule, ...FEATURES, ...more],
    };
  }
}
