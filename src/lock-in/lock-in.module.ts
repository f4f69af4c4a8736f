import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ReplacementModule } from '../replacement/replacement.module.js';
import { LockInController } from './lock-in.controller.js';
import { LockInFactsReader } from './lock-in-facts.reader.js';
import { LockInService } from './lock-in.service.js';
import { LockInSnapshotEntity } from './lock-in-snapshot.entity.js';
import { ReportsController } from './reports.controller.js';
import { SnapshotsController } from './snapshots.controller.js';
import { SnapshotsJob } from './snapshots.job.js';
import { SnapshotsReader } from './snapshots.reader.js';
import { SnapshotsService } from './snapshots.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([LockInSnapshotEntity]), CatalogueModule, ReplacementModule],
  controllers: [ReportsController, LockInController, SnapshotsController],
  providers: [LockInFactsReader, LockInService, SnapshotsReader, SnapshotsService, SnapshotsJob],
  exports: [LockInFactsReader, LockInService, SnapshotsReader],
})
export class LockInModule {}
