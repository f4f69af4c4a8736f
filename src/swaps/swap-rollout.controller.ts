import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import {
  ApproveSwapDto,
  CommentDto,
  FailOverDto,
  OptionalCommentDto,
  RolloutDto,
  ScheduleSwapDto,
} from './dto/swap.dto.js';
import { SwapDetailView } from './dto/swap-detail.view.js';
import { FailOverService } from './fail-over.service.js';
import { SwapApprovalsService } from './swap-approvals.service.js';
import { SwapOutcomeService } from './swap-outcome.service.js';
import { SwapRequestsReader } from './swap-requests.reader.js';
import { SwapRolloutService } from './swap-rollout.service.js';

@ApiTags('swap requests')
@Controller()
export class SwapRolloutController {
  constructor(
    private readonly reader: SwapRequestsReader,
    private readonly approvals: SwapApprovalsService,
    private readonly rollout: SwapRolloutService,
    private readonly outcome: SwapOutcomeService,
    private readonly failOvers: FailOverService,
  ) {}

  @Post('swap-requests/:id/approvals')
  @Requires('swap.approve')
  @ApiOperation({ summary: 'Approves exactly this revision; after an emergency, reviews it.' })
  @ApiCreatedResponse({ type: SwapDetailView })
  async approve(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { revision, comment }: ApproveSwapDto,
    @CurrentActor() actor: Actor,
  ): Promise<SwapDetailView> {
    await this.approvals.approve(id, revision, comment, actor);
    return this.show(id, actor);
  }

  @Post('swap-requests/:id/schedule')
  @HttpCode(200)
  @Requires('swap.implement')
  @ApiOkResponse({ type: SwapDetailView })
  async schedule(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { implementerId, windowFrom, windowTo }: ScheduleSwapDto,
    @CurrentActor() actor: Actor,
  ): Promise<SwapDetailView> {
    const schedule = { implementerId, windowFrom: new Date(windowFrom), windowTo: new Date(windowTo) };
    await this.rollout.schedule(id, schedule, actor);
    return this.show(id, actor);
  }

  @Post('swap-requests/:id/rollout')
  @HttpCode(200)
  @Requires('swap.implement')
  @ApiOperation({ summary: 'Goes on to a stage; FULL moves the tool in the same transaction.' })
  @ApiOkResponse({ type: SwapDetailView })
  async rollOut(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { stage }: RolloutDto,
    @CurrentActor() actor: Actor,
  ): Promise<SwapDetailView> {
    await this.rollout.rollOut(id, stage, actor);
    return this.show(id, actor);
  }

  @Post('swap-requests/:id/complete')
  @HttpCode(200)
  @Requires('swap.complete')
  @ApiOkResponse({ type: SwapDetailView })
  async complete(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { comment }: OptionalCommentDto,
    @CurrentActor() actor: Actor,
  ): Promise<SwapDetailView> {
    await this.outcome.complete(id, comment, actor);
    return this.show(id, actor);
  }

  @Post('swap-requests/:id/roll-back')
  @HttpCode(200)
  @Requires('swap.roll-back')
  @ApiOkResponse({ type: SwapDetailView })
  async rollBack(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { comment }: CommentDto,
    @CurrentActor() actor: Actor,
  ): Promise<SwapDetailView> {
    await this.outcome.rollBack(id, comment, actor);
    return this.show(id, actor);
  }

  @Post('tools/:id/fail-over')
  @Requires('tool.fail-over')
  @ApiOperation({ summary: 'Switches to a tested fallback at once; reviewed within five working days.' })
  @ApiCreatedResponse({ type: SwapDetailView })
  async failOver(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, modelId }: FailOverDto,
    @CurrentActor() actor: Actor,
  ): Promise<SwapDetailView> {
    return this.show(await this.failOvers.failOver(id, reason, modelId, actor), actor);
  }

  private async show(id: string, actor: Actor): Promise<SwapDetailView> {
    return SwapDetailView.fromDetail(await this.reader.get(id, actor));
  }
}
