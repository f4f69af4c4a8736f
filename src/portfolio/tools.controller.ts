import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch, NeedsIfMatch } from '../http/if-match.decorator.js';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { momentOf } from '../kernel/moment.js';
import { AsOfQuery } from './dto/assignment.dto.js';
import { ToolListQuery } from './dto/tool-list.query.js';
import { CreateToolDto, PatchToolDto, RetireToolDto } from './dto/tool.dto.js';
import { ToolView } from './dto/tool.view.js';
import { TOOL_LIST, ToolsReader } from './tools.reader.js';
import { ToolsService } from './tools.service.js';

@ApiTags('portfolio')
@Controller('tools')
export class ToolsController {
  constructor(
    private readonly reader: ToolsReader,
    private readonly tools: ToolsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('tool.read')
  @ApiPage(ToolView)
  async list(@Query() query: ToolListQuery, @CurrentActor() actor: Actor): Promise<PageView<ToolView>> {
    const request = toPageRequest(query, { sorts: TOOL_LIST.sorts, default: 'name' });
    return respondList(await this.reader.list(request, query.toFilters(actor, this.clock.now())), ToolView.from);
  }

  @Get(':id')
  @Requires('tool.read')
  @ApiOkResponse({ type: ToolView })
  async get(@Param('id', ParseUUIDPipe) id: string, @Query() { asOf }: AsOfQuery): Promise<ToolView> {
    return ToolView.from(await this.reader.get(id, momentOf(asOf, this.clock.now())));
  }

  @Post()
  @Requires('tool.write')
  @ApiCreatedResponse({ type: ToolView })
  async register(@Body() body: CreateToolDto, @CurrentActor() actor: Actor): Promise<ToolView> {
    return ToolView.from(await this.reader.get(await this.tools.register(body, actor)));
  }

  @Patch(':id')
  @Requires('tool.change')
  @NeedsIfMatch()
  @ApiOkResponse({ type: ToolView })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PatchToolDto,
    @CurrentActor() actor: Actor,
  ): Promise<ToolView> {
    await this.tools.change(id, body, version, actor);
    return ToolView.from(await this.reader.get(id));
  }

  @Post(':id/confirm-owner')
  @HttpCode(200)
  @Requires('tool.write')
  @ApiOkResponse({ type: ToolView })
  async confirmOwner(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ToolView> {
    await this.tools.confirmOwner(id, actor);
    return ToolView.from(await this.reader.get(id));
  }

  @Post(':id/retire')
  @HttpCode(200)
  @Requires('tool.write')
  @ApiOkResponse({ type: ToolView })
  async retire(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: RetireToolDto,
    @CurrentActor() actor: Actor,
  ): Promise<ToolView> {
    await this.tools.retire(id, reason, actor);
    return ToolView.from(await this.reader.get(id));
  }
}
