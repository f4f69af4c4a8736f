import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { AssignmentEntity } from './assignment.entity.js';
import { AssignmentsController } from './assignments.controller.js';
import { AssignmentsReader } from './assignments.reader.js';
import { AssignmentsService } from './assignments.service.js';
import { AssignmentsWriter } from './assignments.writer.js';
import { ImportRun } from './import-run.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { DemoSeed } from './demo.seed.js';
import { GpuPoolEntity } from './gpu-pool.entity.js';
import { ModelFootprintReader } from './model-footprint.reader.js';
import { ModelEntity } from './model.entity.js';
import { ModelsController } from './models.controller.js';
import { ModelsReader } from './models.reader.js';
import { ModelsService } from './models.service.js';
import { ModelsWriter } from './models.writer.js';
import { PortfolioHandover } from './ownership.transfer.js';
import { PoolsController } from './pools.controller.js';
import { PoolsReader } from './pools.reader.js';
import { PoolsService } from './pools.service.js';
import { ToolEntity } from './tool.entity.js';
import { ToolsController } from './tools.controller.js';
import { ToolsReader } from './tools.reader.js';
import { ToolsService } from './tools.service.js';
import { ToolsWriter } from './tools.writer.js';

const READERS = [PoolsReader, ModelsReader, ModelFootprintReader, ToolsReader, AssignmentsReader];
const WRITERS = [ModelsWriter, ToolsWriter, AssignmentsWriter];

@Module({
  imports: [
    CatalogueModule,
    IdentityModule,
    TypeOrmModule.forFeature([GpuPoolEntity, ModelEntity, ToolEntity, AssignmentEntity]),
  ],
  controllers: [PoolsController, ModelsController, ToolsController, AssignmentsController, ImportsController],
  providers: [
    ...READERS,
    ...WRITERS,
    PoolsService,
    ModelsService,
    ToolsService,
    AssignmentsService,
    ImportRun,
    ImportsService,
    DemoSeed,
    PortfolioHandover,
  ],
  exports: [...READERS, ...WRITERS, DemoSeed],
})
export class PortfolioModule {}
