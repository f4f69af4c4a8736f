import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MayLag } from '../http/route-options.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { DashboardReader } from './dashboard.reader.js';
import { DashboardView } from './dto/dashboard.view.js';
import { HitsView, SearchQuery } from './dto/search.dto.js';
import { SearchReader } from './search.reader.js';

@ApiTags('overview')
@Controller()
export class OverviewController {
  constructor(
    private readonly dashboard: DashboardReader,
    private readonly hits: SearchReader,
  ) {}

  @Get('dashboard')
  @MayLag()
  @Requires('dashboard.read')
  @ApiOperation({ summary: 'The numbers of the first screen.' })
  @ApiOkResponse({ type: DashboardView })
  async read(@CurrentActor() actor: Actor): Promise<DashboardView> {
    return DashboardView.from(await this.dashboard.read(actor));
  }

  @Get('search')
  @MayLag()
  @Requires('dashboard.read')
  @ApiOperation({ summary: 'Models, tools, releases and flags by name.' })
  @ApiOkResponse({ type: HitsView })
  async search(@Query() { q }: SearchQuery): Promise<HitsView> {
    return { items: await this.hits.search(q) };
  }
}
