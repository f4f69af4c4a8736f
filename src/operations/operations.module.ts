import { Module } from '@nestjs/common';
import { FeedsModule } from '../feeds/feeds.module.js';
import { AuditEventsController } from './audit-events.controller.js';
import { FiguresReader } from './figures.reader.js';
import { HealthController } from './health.controller.js';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';
import { Metrics } from './metrics.js';
import { MetricsServer } from './metrics-server.js';

@Module({
  imports: [FeedsModule],
  controllers: [HealthController, AuditEventsController, JobsController],
  providers: [JobsService, FiguresReader, Metrics, MetricsServer],
})
export class OperationsModule {}
