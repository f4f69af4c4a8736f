import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ListQuery, toPageRequest } from '../http/list-query.js';
import { ApiPage, PageView, respondList } from '../http/page-view.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { RegisterGatewayDto } from './dto/gateway.dto.js';
import { DriftView, GatewayView } from './dto/gateway.view.js';
import { GatewaysReader, GATEWAY_SORTS } from './gateways.reader.js';
import { GatewaysService } from './gateways.service.js';

@ApiTags('feeds')
@Controller('gateways')
export class GatewaysController {
  constructor(
    private readonly reader: GatewaysReader,
    private readonly gateways: GatewaysService,
  ) {}

  @Get()
  @Requires('feed.read')
  @ApiPage(GatewayView)
  async list(@Query() query: ListQuery): Promise<PageView<GatewayView>> {
    const request = toPageRequest(query, { sorts: GATEWAY_SORTS, default: 'name' });
    return respondList(await this.reader.list(request, query.q), GatewayView.from);
  }

  @Post()
  @Requires('feed.run')
  @ApiCreatedResponse({ type: GatewayView })
  async register(@Body() body: RegisterGatewayDto, @CurrentActor() actor: Actor): Promise<GatewayView> {
    return GatewayView.from(await this.gateways.register(body, actor));
  }

  @Get(':id')
  @Requires('feed.read')
  @ApiOkResponse({ type: GatewayView })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<GatewayView> {
    return GatewayView.from(await this.reader.get(id));
  }

  /** Served but not registered, registered but not served. */
  @Get(':id/drift')
  @Requires('feed.read')
  @ApiOkResponse({ type: DriftView })
  async drift(@Param('id', ParseUUIDPipe) id: string): Promise<DriftView> {
    return DriftView.from(await this.reader.drift(id));
  }

  /** Asks the gateway now what it serves. */
  @Post(':id/polls')
  @HttpCode(200)
  @Requires('feed.run')
  @ApiOkResponse({ type: GatewayView })
  async poll(@Param('id', ParseUUIDPipe) id: string): Promise<GatewayView> {
    return GatewayView.from(await this.gateways.pollNow(id));
  }
}
