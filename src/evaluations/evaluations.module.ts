import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { PolicyModule } from '../policy/policy.module.js';
import { PortfolioModule } from '../portfolio/portfolio.module.js';
import { EvaluationRunEntity } from './evaluation-run.entity.js';
import { EvaluationsController } from './evaluations.controller.js';
import { EvaluationsReader } from './evaluations.reader.js';
import { EvaluationsService } from './evaluations.service.js';

@Module({
  imports: [CatalogueModule, PortfolioModule, PolicyModule, TypeOrmModule.forFeature([EvaluationRunEntity])],
  controllers: [EvaluationsController],
  providers: [EvaluationsReader, EvaluationsService],
  exports: [EvaluationsReader],
})
export class EvaluationsModule {}
