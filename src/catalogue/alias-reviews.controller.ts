import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch, NeedsIfMatch } from '../http/if-match.decorator.js';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, PageView, respondList } from '../http/page-view.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { ALIAS_REVIEW_SORTS, AliasReviewsReader } from './alias-reviews.reader.js';
import { AliasReviewsService } from './alias-reviews.service.js';
import { AliasReviewListQuery, AliasReviewView, DecideAliasDto } from './dto/alias-review.dto.js';

/** Names that stand for no release yet. */
@ApiTags('catalogue')
@Controller('alias-reviews')
export class AliasReviewsController {
  constructor(
    private readonly reader: AliasReviewsReader,
    private readonly reviews: AliasReviewsService,
  ) {}

  @Get()
  @Requires('release.read')
  @ApiPage(AliasReviewView)
  async list(@Query() query: AliasReviewListQuery): Promise<PageView<AliasReviewView>> {
    const request = toPageRequest(query, { sorts: ALIAS_REVIEW_SORTS, default: '-benchmarks' });
    return respondList(await this.reader.list(request, query), AliasReviewView.from);
  }

  @Get(':id')
  @Requires('release.read')
  @ApiOkResponse({ type: AliasReviewView })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<AliasReviewView> {
    return AliasReviewView.from(await this.reader.get(id));
  }

  @Put(':id/decision')
  @NeedsIfMatch()
  @Requires('release.write')
  @ApiOkResponse({ type: AliasReviewView })
  async decide(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: DecideAliasDto,
    @CurrentActor() actor: Actor,
  ): Promise<AliasReviewView> {
    return AliasReviewView.from(await this.reviews.decide(id, version, body, actor));
  }
}
