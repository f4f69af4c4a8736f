import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CoverageReader } from './coverage.reader.js';
import { FeedPayloadEntity } from './feed-payload.entity.js';
import { FeedPlans } from './feed-plans.reader.js';
import { FeedPoller } from './feed-poller.js';
import { FeedRunEntity } from './feed-run.entity.js';
import { FeedRunner } from './feed-runner.js';
import { FeedSchedule } from './feed-schedule.job.js';
import { FeedSettingEntity } from './feed-setting.entity.js';
import { FeedSettingsService } from './feed-settings.service.js';
import { FeedSourceEntity } from './feed-source.entity.js';
import { FeedStalenessEntity } from './feed-staleness.entity.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsReader } from './feeds.reader.js';
import { FeedsService } from './feeds.service.js';
import { GatewaySightingEntity } from './gateway-sighting.entity.js';
import { GatewayEntity } from './gateway.entity.js';
import { GatewaysController } from './gateways.controller.js';
import { GatewaysReader } from './gateways.reader.js';
import { GatewaysService } from './gateways.service.js';
import { QuarantineController } from './quarantine.controller.js';
import { QuarantineReader } from './quarantine.reader.js';
import { QuarantineService } from './quarantine.service.js';
import { QuarantinedItemEntity } from './quarantined-item.entity.js';

/** How the world's releases get into the catalogue. */
@Module({
  imports: [
    CatalogueModule,
    TypeOrmModule.forFeature([
      FeedPayloadEntity,
      FeedRunEntity,
      FeedSettingEntity,
      FeedSourceEntity,
      FeedStalenessEntity,
      GatewayEntity,
      GatewaySightingEntity,
      QuarantinedItemEntity,
    ]),
  ],
  controllers: [FeedsController, GatewaysController, QuarantineController],
  providers: [
    CoverageReader,
    FeedPlans,
    FeedPoller,
    FeedRunner,
    FeedSchedule,
    FeedSettingsService,
    FeedsReader,
    FeedsService,
    GatewaysReader,
    GatewaysService,
    QuarantineReader,
    QuarantineService,
  ],
  exports: [FeedPoller, FeedRunner, FeedsReader],
})
export class FeedsModule {}
