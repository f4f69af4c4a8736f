import { Module } from '@nestjs/common';
import { LockInModule } from '../lock-in/lock-in.module.js';
import { PolicyModule } from '../policy/policy.module.js';
import { SwapsModule } from '../swaps/swaps.module.js';
import { DashboardReader } from './dashboard.reader.js';
import { InventoryController } from './inventory.controller.js';
import { InventoryReader } from './inventory.reader.js';
import { OverviewController } from './overview.controller.js';
import { SearchReader } from './search.reader.js';

@Module({
  imports: [LockInModule, PolicyModule, SwapsModule],
  controllers: [OverviewController, InventoryController],
  providers: [DashboardReader, SearchReader, InventoryReader],
})
export class OverviewModule {}
