import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { PolicyModule } from '../policy/policy.module.js';
import { AssessmentFactsReader } from './assessment-facts.reader.js';
import { AssessmentJobs } from './assessment.jobs.js';
import { AssessmentsController } from './assessments.controller.js';
import { Assessor } from './assessor.js';
import { CandidatesService } from './candidates.service.js';
import { DataQualityController } from './data-quality.controller.js';
import { DataQualityService } from './data-quality.service.js';
import { FlagEventEntity } from './flag-event.entity.js';
import { FlagStore } from './flag-store.js';
import { FlagToolEntity } from './flag-tool.entity.js';
import { FlagsController } from './flags.controller.js';
import { FlagsReader } from './flags.reader.js';
import { FlagsService } from './flags.service.js';
import { FlagsWriter } from './flags.writer.js';
import { ReleaseFactsCache } from './release-facts.cache.js';
import { ReplacementFlagEntity } from './replacement-flag.entity.js';
import { ToolFactsCache } from './tool-facts.cache.js';

@Module({
  imports: [
    CatalogueModule,
    PolicyModule,
    TypeOrmModule.forFeature([ReplacementFlagEntity, FlagToolEntity, FlagEventEntity]),
  ],
  controllers: [FlagsController, AssessmentsController, DataQualityController],
  providers: [
    AssessmentFactsReader,
    Assessor,
    AssessmentJobs,
    CandidatesService,
    DataQualityService,
    FlagStore,
    FlagsReader,
    FlagsService,
    FlagsWriter,
    ReleaseFactsCache,
    ToolFactsCache,
  ],
  exports: [AssessmentFactsReader, Assessor, FlagsReader, FlagsWriter],
})
export class ReplacementModule {}
