import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, PageView, respondList } from '../http/page-view.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { QuarantineListQuery } from './dto/feed.dto.js';
import { QuarantinedItemView } from './dto/quarantine.view.js';
import { QuarantineReader, QUARANTINE_SORTS } from './quarantine.reader.js';
import { QuarantineService } from './quarantine.service.js';

@ApiTags('feeds')
@Controller('quarantine')
export class QuarantineController {
  constructor(
    private readonly reader: QuarantineReader,
    private readonly quarantine: QuarantineService,
  ) {}

  @Get()
  @Requires('feed.read')
  @ApiPage(QuarantinedItemView)
  async list(@Query() query: QuarantineListQuery): Promise<PageView<QuarantinedItemView>> {
    const request = toPageRequest(query, { sorts: QUARANTINE_SORTS, default: '-created' });
    return respondList(await this.reader.list(request, query), QuarantinedItemView.from);
  }

  @Get(':id')
  @Requires('feed.read')
  @ApiOkResponse({ type: QuarantinedItemView })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<QuarantinedItemView> {
    return QuarantinedItemView.from(await this.reader.get(id));
  }

  /** Reads the item again and records it. */
  @Post(':id/release')
  @HttpCode(200)
  @Requires('quarantine.decide')
  @ApiOkResponse({ type: QuarantinedItemView })
  async release(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<QuarantinedItemView> {
    return QuarantinedItemView.from(await this.quarantine.release(id, actor));
  }

  @Post(':id/discard')
  @HttpCode(200)
  @Requires('quarantine.decide')
  @ApiOkResponse({ type: QuarantinedItemView })
  async discard(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<QuarantinedItemView> {
    return QuarantinedItemView.from(await this.quarantine.discard(id, actor));
  }
}
