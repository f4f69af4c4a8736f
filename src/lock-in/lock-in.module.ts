import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ReplacementModule } from '../replacement/replacement.module.js';
import { LockInController } from './lock-in.controller.js';
import { LockInFactsReader } from './lock-in-facts.reader.js';
import { LockInService } from './lock-in.service.js';

@Module({
  imports: [CatalogueModule, ReplacementModule],
  controllers: [LockInController],
  providers: [LockInFactsReader, LockInService],
  exports: [LockInFactsReader, LockInService],
})
export class LockInModule {}
