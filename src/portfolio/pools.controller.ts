import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch, NeedsIfMatch } from '../http/if-match.decorator.js';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { CreatePoolDto, PatchPoolDto, PoolListQuery } from './dto/pool.dto.js';
import { PoolView } from './dto/pool.view.js';
import { POOL_LIST, PoolsReader } from './pools.reader.js';
import { PoolsService } from './pools.service.js';

@ApiTags('portfolio')
@Controller('gpu-pools')
export class PoolsController {
  constructor(
    private readonly reader: PoolsReader,
    private readonly pools: PoolsService,
  ) {}

  @Get()
  @Requires('pool.read')
  @ApiPage(PoolView)
  async list(@Query() query: PoolListQuery): Promise<PageView<PoolView>> {
    const request = toPageRequest(query, { sorts: POOL_LIST.sorts, default: 'name' });
    return respondList(await this.reader.list(request, query), PoolView.from);
  }

  @Get(':id')
  @Requires('pool.read')
  @ApiOkResponse({ type: PoolView })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<PoolView> {
    return PoolView.from(await this.reader.get(id));
  }

  @Post()
  @Requires('pool.write')
  @ApiCreatedResponse({ type: PoolView })
  async register(@Body() body: CreatePoolDto, @CurrentActor() actor: Actor): Promise<PoolView> {
    return PoolView.from(await this.reader.get(await this.pools.register(body, actor)));
  }

  @Patch(':id')
  @Requires('pool.write')
  @NeedsIfMatch()
  @ApiOkResponse({ type: PoolView })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PatchPoolDto,
    @CurrentActor() actor: Actor,
  ): Promise<PoolView> {
    await this.pools.change(id, body, version, actor);
    return PoolView.from(await this.reader.get(id));
  }
}
