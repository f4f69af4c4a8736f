import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { AnalyseFlagDto } from './dto/analyse-flag.dto.js';
import { FlagListQuery } from './dto/flag-list.query.js';
import { FlagDetailView, FlagView } from './dto/flag.view.js';
import { FlagsReader } from './flags.reader.js';
import { FlagsService } from './flags.service.js';
import { FLAG_SORTS } from './flags.sql.js';

@ApiTags('flags')
@Controller('flags')
export class FlagsController {
  constructor(
    private readonly reader: FlagsReader,
    private readonly flags: FlagsService,
  ) {}

  @Get()
  @Requires('flag.read')
  @ApiOperation({ summary: 'Findings that a newer release could replace a model in use.' })
  @ApiPage(FlagView)
  async list(@Query() query: FlagListQuery, @CurrentActor() actor: Actor): Promise<PageView<FlagView>> {
    const request = toPageRequest(query, { sorts: FLAG_SORTS, default: '-severity' });
    return respondList(await this.reader.list(request, query, actor), FlagView.from);
  }

  @Get(':id')
  @Requires('flag.read')
  @ApiOperation({ summary: 'A flag with gates, score terms and decisions per tool, and its history.' })
  @ApiOkResponse({ type: FlagDetailView })
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<FlagDetailView> {
    return FlagDetailView.fromDetail(await this.reader.get(id, actor));
  }

  @Post(':id/analysis')
  @HttpCode(200)
  @Requires('flag.triage')
  @ApiOperation({ summary: 'Triage, snooze, dismiss or reopen it for tools of mine.' })
  @ApiOkResponse({ type: FlagDetailView })
  async analyse(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnalyseFlagDto,
    @CurrentActor() actor: Actor,
  ): Promise<FlagDetailView> {
    const { toolIds, ...decision } = body;
    await this.flags.analyse(id, decision, toolIds, actor);
    return FlagDetailView.fromDetail(await this.reader.get(id, actor));
  }
}
