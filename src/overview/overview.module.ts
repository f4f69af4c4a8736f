import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module.js';
import { DashboardReader } from './dashboard.reader.js';
import { OverviewController } from './overview.controller.js';
import { SearchReader } from './search.reader.js';

@Module({
  imports: [PolicyModule],
  controllers: [OverviewController],
  providers: [DashboardReader, SearchReader],
})
export class OverviewModule {}
