import { ApiProperty } from '@nestjs/swagger';
import { WEBHOOK_KINDS } from '../domain/webhook-kinds.js';
import type { WebhookKind } from '../domain/webhook-kinds.js';
import type { WebhookFilter } from '../domain/webhook-filter.js';
import { DISABLED_REASONS } from '../webhook.entity.js';
import type { DisabledReason } from '../webhook.entity.js';
import { DELIVERY_STATES } from '../webhook-delivery.entity.js';
import type { DeliveryState } from '../webhook-delivery.entity.js';
import type { DeliveryRow, WebhookRow } from '../webhooks.reader.js';

const MOMENT = { type: 'string', format: 'date-time' } as const;
const MAYBE_MOMENT = { ...MOMENT, nullable: true } as const;

export class WebhookView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty()
  name: string;

  @ApiProperty({ format: 'uri' })
  url: string;

  @ApiProperty({ enum: WEBHOOK_KINDS, isArray: true })
  kinds: readonly WebhookKind[];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'array', items: {} } })
  filter: WebhookFilter;

  @ApiProperty()
  enabled: boolean;

  @ApiProperty({
    type: 'string',
    enum: DISABLED_REASONS,
    nullable: true,
    description: 'GONE: the receiver answered 410.',
  })
  disabledReason: DisabledReason | null;

  @ApiProperty({ ...MAYBE_MOMENT, description: 'Until then messages carry the signature of the old secret, too.' })
  previousSecretUntil: Date | null;

  @ApiProperty({ type: 'integer', description: 'Messages on their way.' })
  pending: number;

  @ApiProperty({ type: 'integer', description: 'Messages that were given up.' })
  failed: number;

  @ApiProperty(MAYBE_MOMENT)
  lastDeliveredAt: Date | null;

  @ApiProperty(MOMENT)
  createdAt: Date;

  @ApiProperty(MOMENT)
  updatedAt: Date;

  static from(row: WebhookRow): WebhookView {
    return Object.assign(new WebhookView(), row);
  }
}

export class NewWebhookView extends WebhookView {
  @ApiProperty({ description: 'Verifies the signatures; shown this once.', example: 'whsec_…' })
  secret: string;

  static withSecret(row: WebhookRow, secret: string): NewWebhookView {
    return Object.assign(new NewWebhookView(), row, { secret });
  }
}

export class DeliveryView {
  @ApiProperty({ format: 'uuid', description: 'Sent as webhook-id, the same with every attempt.' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  webhookId: string;

  @ApiProperty({ example: 'flag.raised' })
  kind: string;

  @ApiProperty({ enum: DELIVERY_STATES })
  state: DeliveryState;

  @ApiProperty({ type: 'integer' })
  attempts: number;

  @ApiProperty(MAYBE_MOMENT)
  nextAttemptAt: Date | null;

  @ApiProperty(MAYBE_MOMENT)
  lastAttemptAt: Date | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'HTTP status of the last answer.' })
  lastStatus: number | null;

  @ApiProperty({ type: 'string', nullable: true })
  lastError: string | null;

  @ApiProperty(MAYBE_MOMENT)
  deliveredAt: Date | null;

  @ApiProperty(MOMENT)
  createdAt: Date;

  @ApiProperty({ description: 'JSON as it is sent.' })
  body: string;

  static from(row: DeliveryRow): DeliveryView {
    return Object.assign(new DeliveryView(), row);
  }
}
