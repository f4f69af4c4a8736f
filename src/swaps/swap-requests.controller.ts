import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, NeedsIfMatch } from '../http/if-match.decorator.js';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { CommentDto, OpenSwapDto, OptionalCommentDto, PatchSwapDto, SwapListQuery } from './dto/swap.dto.js';
import { SwapDetailView, SwapVerdictView } from './dto/swap-detail.view.js';
import { SwapView } from './dto/swap.view.js';
import { SwapDecisionsService } from './swap-decisions.service.js';
import { SwapDraftsService } from './swap-drafts.service.js';
import { SwapRequestsReader } from './swap-requests.reader.js';
import { SWAP_SORTS } from './swap-requests.sql.js';

@ApiTags('swap requests')
@Controller('swap-requests')
export class SwapRequestsController {
  constructor(
    private readonly reader: SwapRequestsReader,
    private readonly drafts: SwapDraftsService,
    private readonly decisions: SwapDecisionsService,
  ) {}

  @Get()
  @Requires('swap.read')
  @ApiPage(SwapView)
  async list(@Query() query: SwapListQuery, @CurrentActor() actor: Actor): Promise<PageView<SwapView>> {
    const request = toPageRequest(query, { sorts: SWAP_SORTS, default: '-createdAt' });
    return respondList(await this.reader.list(request, query.toFilters(actor)), SwapView.from);
  }

  @Get(':id')
  @Requires('swap.read')
  @ApiOperation({ summary: 'A request with diff, checks, approvals, what-if and timeline.' })
  @ApiOkResponse({ type: SwapDetailView })
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<SwapDetailView> {
    return this.show(id, actor);
  }

  @Post()
  @Requires('swap.request')
  @ApiOperation({ summary: 'Opens a draft, by hand or from a flag.' })
  @ApiCreatedResponse({ type: SwapDetailView })
  async open(@Body() body: OpenSwapDto, @CurrentActor() actor: Actor): Promise<SwapDetailView> {
    return this.show(await this.drafts.open(body, actor), actor);
  }

  @Patch(':id')
  @Requires('swap.request')
  @NeedsIfMatch()
  @ApiOperation({ summary: 'Writes the request; approvals of what it said before are void.' })
  @ApiOkResponse({ type: SwapDetailView })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PatchSwapDto,
    @CurrentActor() actor: Actor,
  ): Promise<SwapDetailView> {
    await this.drafts.change(id, body, version, actor);
    return this.show(id, actor);
  }

  @Post(':id/validate')
  @HttpCode(200)
  @Requires('assessment.run')
  @ApiOperation({ summary: 'Every check as it stands now; nothing is stored.' })
  @ApiOkResponse({ type: SwapVerdictView })
  async validate(@Param('id', ParseUUIDPipe) id: string): Promise<SwapVerdictView> {
    return SwapVerdictView.from(await this.drafts.validate(id));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Requires('swap.request')
  @ApiOkResponse({ type: SwapDetailView })
  async submit(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<SwapDetailView> {
    await this.decisions.submit(id, actor);
    return this.show(id, actor);
  }

  @Post(':id/assess')
  @HttpCode(200)
  @Requires('swap.assess')
  @ApiOkResponse({ type: SwapDetailView })
  async assess(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<SwapDetailView> {
    await this.decisions.assess(id, actor);
    return this.show(id, actor);
  }

  @Post(':id/request-changes')
  @HttpCode(200)
  @Requires('swap.assess')
  @ApiOkResponse({ type: SwapDetailView })
  async requestChanges(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { comment }: CommentDto,
    @CurrentActor() actor: Actor,
  ): Promise<SwapDetailView> {
    await this.decisions.requestChanges(id, comment, actor);
    return this.show(id, actor);
  }

  @Post(':id/rejections')
  @HttpCode(200)
  @Requires('swap.approve')
  @ApiOkResponse({ type: SwapDetailView })
  async reject(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { comment }: CommentDto,
    @CurrentActor() actor: Actor,
  ): Promise<SwapDetailView> {
    await this.decisions.reject(id, comment, actor);
    return this.show(id, actor);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Requires('swap.cancel')
  @ApiOkResponse({ type: SwapDetailView })
  async cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { comment }: OptionalCommentDto,
    @CurrentActor() actor: Actor,
  ): Promise<SwapDetailView> {
    await this.decisions.cancel(id, comment, actor);
    return this.show(id, actor);
  }

  @Post(':id/comments')
  @Requires('swap.comment')
  @ApiCreatedResponse({ type: SwapDetailView })
  async comment(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { comment }: CommentDto,
    @CurrentActor() actor: Actor,
  ): Promise<SwapDetailView> {
    await this.drafts.comment(id, comment, actor);
    return this.show(id, actor);
  }

  private async show(id: string, actor: Actor): Promise<SwapDetailView> {
    return SwapDetailView.fromDetail(await this.reader.get(id, actor));
  }
}
