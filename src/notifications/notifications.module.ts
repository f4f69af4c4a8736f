import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DigestJob } from './digest.job.js';
import { EventFactsReader } from './event-facts.reader.js';
import { InboxHandler } from './inbox.handler.js';
import { InboxWriter } from './inbox.writer.js';
import { NotificationEntity } from './notification.entity.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsReader } from './notifications.reader.js';
import { NotificationsService } from './notifications.service.js';
import { RetentionJob } from './retention.job.js';
import { SecretBox } from './secret-box.js';
import { SupportEndingJob } from './support-ending.job.js';
import { SupportNoticeEntity } from './support-notice.entity.js';
import { WebhookDeliveryEntity } from './webhook-delivery.entity.js';
import { WebhookDeliveryJob } from './webhook-delivery.job.js';
import { WebhookDispatcher } from './webhook-dispatcher.js';
import { WebhookEntity } from './webhook.entity.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksReader } from './webhooks.reader.js';
import { WebhooksService } from './webhooks.service.js';

const ENTITIES = [NotificationEntity, SupportNoticeEntity, WebhookEntity, WebhookDeliveryEntity];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  controllers: [NotificationsController, WebhooksController],
  providers: [
    DigestJob,
    EventFactsReader,
    InboxHandler,
    InboxWriter,
    NotificationsReader,
    NotificationsService,
    RetentionJob,
    SecretBox,
    SupportEndingJob,
    WebhookDeliveryJob,
    WebhookDispatcher,
    WebhooksReader,
    WebhooksService,
  ],
})
export class NotificationsModule {}
