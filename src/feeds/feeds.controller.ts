import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IfMatch, NeedsIfMatch } from '../http/if-match.decorator.js';
import { ListQuery, toPageRequest } from '../http/list-query.js';
import { ApiPage, PageView, respondList } from '../http/page-view.js';
import { RawBody } from '../http/route-options.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { MAX_PAYLOAD_BYTES } from './connectors/payload.js';
import { FeedRunListQuery, SnapshotQuery, UpdateFeedDto } from './dto/feed.dto.js';
import { FeedRunView, FeedView } from './dto/feed.view.js';
import { FeedSettingsService } from './feed-settings.service.js';
import { FeedsReader, FEED_SORTS, RUN_SORTS } from './feeds.reader.js';
import { FeedsService } from './feeds.service.js';

const PAYLOAD_TYPES = [
  'application/json',
  'application/yaml',
  'application/x-yaml',
  'text/yaml',
  'text/csv',
  'text/markdown',
  'text/plain',
  'application/octet-stream',
];

const LOCATION = { Location: { description: 'The run that reads it.', schema: { type: 'string' } } } as const;

@ApiTags('feeds')
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly reader: FeedsReader,
    private readonly feeds: FeedsService,
    private readonly settings: FeedSettingsService,
  ) {}

  @Get()
  @Requires('feed.read')
  @ApiPage(FeedView)
  async list(@Query() query: ListQuery): Promise<PageView<FeedView>> {
    const page = await this.reader.list(toPageRequest(query, { sorts: FEED_SORTS, default: 'name' }), query.q);
    return respondList(page, FeedView.from);
  }

  @Get(':name')
  @Requires('feed.read')
  @ApiOkResponse({ type: FeedView })
  async get(@Param('name') name: string): Promise<FeedView> {
    return FeedView.from(await this.reader.get(name));
  }

  /** Changes how often it is polled and whose repositories it lists. */
  @Patch(':name')
  @NeedsIfMatch()
  @Requires('feed.run')
  @ApiOkResponse({ type: FeedView })
  async change(
    @Param('name') name: string,
    @IfMatch() version: number,
    @Body() body: UpdateFeedDto,
    @CurrentActor() actor: Actor,
  ): Promise<FeedView> {
    await this.settings.change(name, version, body, actor);
    return FeedView.from(await this.reader.get(name));
  }

  @Get(':name/runs')
  @Requires('feed.read')
  @ApiPage(FeedRunView)
  async runs(@Param('name') name: string, @Query() query: FeedRunListQuery): Promise<PageView<FeedRunView>> {
    const request = toPageRequest(query, { sorts: RUN_SORTS, default: '-created' });
    return respondList(await this.reader.runs(name, request, query.status), FeedRunView.from);
  }

  @Get(':name/runs/:runId')
  @Requires('feed.read')
  @ApiOkResponse({ type: FeedRunView })
  async run(@Param('name') name: string, @Param('runId', ParseUUIDPipe) runId: string): Promise<FeedRunView> {
    return FeedRunView.from(await this.reader.run(name, runId));
  }

  /** Polls the source now. */
  @Post(':name/runs')
  @HttpCode(202)
  @Requires('feed.run')
  @ApiAcceptedResponse({ type: FeedRunView, headers: LOCATION })
  async poll(
    @Param('name') name: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedRunView> {
    const run = await this.feeds.pollNow(name, actor);
    reply.header('location', `/v1/feeds/${name}/runs/${run.id}`);
    return FeedRunView.from(run);
  }

  /** Takes a payload that was carried over an air gap. */
  @Post(':name/snapshots')
  @HttpCode(202)
  @Requires('feed.run')
  @RawBody(PAYLOAD_TYPES, MAX_PAYLOAD_BYTES)
  @ApiConsumes(...PAYLOAD_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiAcceptedResponse({ type: FeedRunView, headers: LOCATION })
  async upload(
    @Param('name') name: string,
    @Query() query: SnapshotQuery,
    @Body() bytes: Buffer,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedRunView> {
    const asOf = query.asOf === undefined ? undefined : new Date(query.asOf);
    const run = await this.feeds.upload(name, bytes, request.headers['content-type'], asOf, actor);
    reply.header('location', `/v1/feeds/${name}/runs/${run.id}`);
    return FeedRunView.from(run);
  }
}
