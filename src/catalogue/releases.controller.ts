import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, PageView, respondList } from '../http/page-view.js';
import { MayLag } from '../http/route-options.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { ComparisonReader } from './comparison.reader.js';
import { conflictsOf } from './conflicts.js';
import { CompareQuery, CreateReleaseDto, ReleaseKeyQuery, ReleaseListQuery } from './dto/release.dto.js';
import { ComparisonView } from './dto/comparison.view.js';
import { ReleaseDetailView } from './dto/release-detail.view.js';
import { ReleaseView } from './dto/release.view.js';
import { ReleaseDetailReader } from './release-detail.reader.js';
import { RELEASE_SORTS, ReleasesReader } from './releases.reader.js';
import { ReleasesService } from './releases.service.js';

@ApiTags('catalogue')
@Controller('releases')
export class ReleasesController {
  constructor(
    private readonly reader: ReleasesReader,
    private readonly details: ReleaseDetailReader,
    private readonly comparisons: ComparisonReader,
    private readonly releases: ReleasesService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @MayLag()
  @Requires('release.read')
  @ApiPage(ReleaseView)
  async list(@Query() query: ReleaseListQuery): Promise<PageView<ReleaseView>> {
    const page = await this.reader.list(toPageRequest(query, { sorts: RELEASE_SORTS, default: '-date' }), query);
    return respondList(page, ReleaseView.from);
  }

  @Get('by-key')
  @Requires('release.read')
  @ApiOkResponse({ type: ReleaseDetailView })
  async byKey(@Query() { key }: ReleaseKeyQuery): Promise<ReleaseDetailView> {
    return this.detailed(await this.reader.resolveKey(key));
  }

  @Get('compare')
  @MayLag()
  @Requires('release.read')
  @ApiOkResponse({ type: ComparisonView })
  async compare(@Query() { ids }: CompareQuery): Promise<ComparisonView> {
    return ComparisonView.from(await this.comparisons.compare(ids.split(',')));
  }

  @Get(':id')
  @Requires('release.read')
  @ApiOkResponse({ type: ReleaseDetailView })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<ReleaseDetailView> {
    return this.detailed(id);
  }

  @Post()
  @Requires('release.write')
  @ApiCreatedResponse({ type: ReleaseDetailView })
  async create(@Body() body: CreateReleaseDto, @CurrentActor() actor: Actor): Promise<ReleaseDetailView> {
    const { id } = await this.releases.create(body, actor);
    return this.detailed(id);
  }

  private async detailed(id: string): Promise<ReleaseDetailView> {
    const detail = await this.details.get(id, this.clock.now());
    return ReleaseDetailView.detailed(detail, conflictsOf(detail.release, detail.facts));
  }
}
