import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { NotificationView } from './dto/notification.view.js';
import { NotificationListQuery } from './dto/webhook.dto.js';
import { NOTIFICATION_LIST, NotificationsReader } from './notifications.reader.js';
import { NotificationsService } from './notifications.service.js';

@ApiTags('notifications')
@Controller('notifications')
@Requires('notification.own')
export class NotificationsController {
  constructor(
    private readonly reader: NotificationsReader,
    private readonly notifications: NotificationsService,
  ) {}

  @Get()
  @ApiPage(NotificationView)
  async list(@Query() query: NotificationListQuery, @CurrentActor() actor: Actor): Promise<PageView<NotificationView>> {
    const request = toPageRequest(query, { sorts: NOTIFICATION_LIST.sorts, default: '-createdAt' });
    return respondList(await this.reader.list(actor.personId, request, query), NotificationView.from);
  }

  @Post(':id/read')
  @HttpCode(200)
  @ApiOkResponse({ type: NotificationView })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<NotificationView> {
    return NotificationView.from(await this.notifications.read(id, actor));
  }
}
