import { Module } from '@nestjs/common';
import { AuditEventsController } from './audit-events.controller.js';
import { HealthController } from './health.controller.js';

@Module({ controllers: [HealthController, AuditEventsController] })
export class OperationsModule {}
