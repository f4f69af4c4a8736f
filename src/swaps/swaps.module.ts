import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { PolicyModule } from '../policy/policy.module.js';
import { PortfolioModule } from '../portfolio/portfolio.module.js';
import { ReplacementModule } from '../replacement/replacement.module.js';
import { FailOverService } from './fail-over.service.js';
import { SwapApprovalEntity } from './swap-approval.entity.js';
import { SwapApprovalsReader } from './swap-approvals.reader.js';
import { SwapApprovalsService } from './swap-approvals.service.js';
import { SwapBaseWriter } from './swap-base.writer.js';
import { SwapCommentEntity } from './swap-comment.entity.js';
import { SwapDecisionsService } from './swap-decisions.service.js';
import { SwapDraftsService } from './swap-drafts.service.js';
import { SwapEventEntity } from './swap-event.entity.js';
import { SwapEvidenceController } from './swap-evidence.controller.js';
import { SwapEvidenceEntity } from './swap-evidence.entity.js';
import { SwapEvidenceService } from './swap-evidence.service.js';
import { SwapJudge } from './swap-judge.reader.js';
import { SwapOutcomeService } from './swap-outcome.service.js';
import { SwapRequestEntity } from './swap-request.entity.js';
import { SwapRequestsController } from './swap-requests.controller.js';
import { SwapRequestsReader } from './swap-requests.reader.js';
import { SwapRolloutController } from './swap-rollout.controller.js';
import { SwapRolloutService } from './swap-rollout.service.js';
import { SwapStore } from './swap-store.js';
import { SwapTargetWriter } from './swap-target.writer.js';
import { SwapJobs } from './swap.jobs.js';

@Module({
  imports: [
    CatalogueModule,
    PortfolioModule,
    PolicyModule,
    EvaluationsModule,
    ReplacementModule,
    TypeOrmModule.forFeature([
      SwapRequestEntity,
      SwapApprovalEntity,
      SwapEvidenceEntity,
      SwapCommentEntity,
      SwapEventEntity,
    ]),
  ],
  controllers: [SwapRequestsController, SwapRolloutController, SwapEvidenceController],
  providers: [
    SwapStore,
    SwapBaseWriter,
    SwapTargetWriter,
    SwapJudge,
    SwapApprovalsReader,
    SwapRequestsReader,
    SwapDraftsService,
    SwapDecisionsService,
    SwapApprovalsService,
    SwapRolloutService,
    SwapOutcomeService,
    SwapEvidenceService,
    FailOverService,
    SwapJobs,
  ],
  exports: [SwapRequestsReader],
})
export class SwapsModule {}
