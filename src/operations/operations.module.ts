import { Module } from '@nestjs/common';
import { AuditEventsController } from './audit-events.controller.js';
import { HealthController } from './health.controller.js';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';

@Module({ controllers: [HealthController, AuditEventsController, JobsController], providers: [JobsService] })
export class OperationsModule {}
