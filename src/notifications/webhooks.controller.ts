import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch, NeedsIfMatch } from '../http/if-match.decorator.js';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { AnswersSecret } from '../http/route-options.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { CreateWebhookDto, DeliveryListQuery, PatchWebhookDto, WebhookListQuery } from './dto/webhook.dto.js';
import { DeliveryView, NewWebhookView, WebhookView } from './dto/webhook.view.js';
import { DELIVERY_LIST, WEBHOOK_LIST, WebhooksReader } from './webhooks.reader.js';
import { WebhooksService } from './webhooks.service.js';

@ApiTags('notifications')
@Controller('webhooks')
@Requires('webhook.manage')
export class WebhooksController {
  constructor(
    private readonly reader: WebhooksReader,
    private readonly webhooks: WebhooksService,
  ) {}

  @Get()
  @ApiPage(WebhookView)
  async list(@Query() query: WebhookListQuery): Promise<PageView<WebhookView>> {
    const request = toPageRequest(query, { sorts: WEBHOOK_LIST.sorts, default: 'name' });
    return respondList(await this.reader.list(request, query), WebhookView.from);
  }

  @Get(':id')
  @ApiOkResponse({ type: WebhookView })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<WebhookView> {
    return WebhookView.from(await this.reader.get(id));
  }

  @Post()
  @AnswersSecret()
  @ApiCreatedResponse({ type: NewWebhookView })
  async create(@Body() body: CreateWebhookDto, @CurrentActor() actor: Actor): Promise<NewWebhookView> {
    const { id, secret } = await this.webhooks.create({ ...body, filter: body.filter ?? {} }, actor);
    return NewWebhookView.withSecret(await this.reader.get(id), secret);
  }

  @Patch(':id')
  @NeedsIfMatch()
  @ApiOkResponse({ type: WebhookView })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { filter, ...fields }: PatchWebhookDto,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookView> {
    await this.webhooks.change(id, { ...fields, filter: filter === null ? {} : filter }, version, actor);
    return WebhookView.from(await this.reader.get(id));
  }

  @Delete(':id')
  @HttpCode(204)
  @NeedsIfMatch()
  @ApiNoContentResponse({ description: 'Removed with its deliveries.' })
  async remove(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.webhooks.remove(id, version, actor);
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  @AnswersSecret()
  @ApiOkResponse({ type: NewWebhookView, description: 'For a day messages carry the old signature, too.' })
  async rotate(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<NewWebhookView> {
    const secret = await this.webhooks.rotateSecret(id, actor);
    return NewWebhookView.withSecret(await this.reader.get(id), secret);
  }

  @Post(':id/test')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: DeliveryView })
  async test(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<DeliveryView> {
    return DeliveryView.from(await this.reader.delivery(await this.webhooks.test(id, actor)));
  }

  @Get(':id/deliveries')
  @ApiPage(DeliveryView)
  async deliveries(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: DeliveryListQuery,
  ): Promise<PageView<DeliveryView>> {
    const request = toPageRequest(query, { sorts: DELIVERY_LIST.sorts, default: '-createdAt' });
    return respondList(await this.reader.deliveries(id, request, query), DeliveryView.from);
  }

  @Post('deliveries/:id/replay')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: DeliveryView })
  async replay(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<DeliveryView> {
    await this.reader.delivery(id);
    await this.webhooks.replay(id, actor);
    return DeliveryView.from(await this.reader.delivery(id));
  }
}
