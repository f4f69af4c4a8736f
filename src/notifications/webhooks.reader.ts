import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import type { WebhookFilter } from './domain/webhook-filter.js';
import type { WebhookKind } from './domain/webhook-kinds.js';
import type { DisabledReason } from './webhook.entity.js';
import type { DeliveryState } from './webhook-delivery.entity.js';

/** A webhook without its secrets. */
export interface WebhookRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly WebhookKind[];
  readonly filter: WebhookFilter;
  readonly enabled: boolean;
  readonly disabledReason: DisabledReason | null;
  readonly previousSecretUntil: Date | null;
  readonly pending: number;
  readonly failed: number;
  readonly lastDeliveredAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface DeliveryRow {
  readonly id: string;
  readonly webhookId: string;
  readonly kind: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly lastAttemptAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly deliveredAt: Date | null;
  readonly createdAt: Date;
  readonly body: string;
}

const WEBHOOK = `
  SELECT webhook.id, version, name, url, kinds, filter, enabled, disabled_reason AS "disabledReason",
    previous_secret_until AS "previousSecretUntil", coalesce(sent.pending, 0)::int AS pending,
    coalesce(sent.failed, 0)::int AS failed, sent.last AS "lastDeliveredAt",
    webhook.created_at AS "createdAt", webhook.updated_at AS "updatedAt"
  FROM webhook LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state = 'PENDING') AS pending, count(*) FILTER (WHERE state = 'FAILED') AS failed,
      max(delivered_at) AS last
    FROM webhook_delivery WHERE webhook_id = webhook.id) sent ON true`;

export const WEBHOOK_LIST = new List<WebhookRow, 'name' | 'createdAt'>({
  name: 'webhooks.list',
  select: `${WEBHOOK} WHERE ($1::text IS NULL OR strpos(lower(name), lower($1)) > 0) AND ($2::boolean IS NULL OR enabled = $2)`,
  filterCount: 2,
  sorts: {
    name: { expression: 'name', type: 'text' },
    createdAt: { expression: '"createdAt"', type: 'timestamptz' },
  },
});
const ONE = statement<WebhookRow>('webhooks.one', `${WEBHOOK} WHERE webhook.id = $1`);

const DELIVERY = `
  SELECT id, webhook_id AS "webhookId", kind, state, attempts, next_attempt_at AS "nextAttemptAt",
    last_attempt_at AS "lastAttemptAt", last_status AS "lastStatus", last_error AS "lastError",
    delivered_at AS "deliveredAt", created_at AS "createdAt", body
  FROM webhook_delivery`;

export const DELIVERY_LIST = new List<DeliveryRow, 'createdAt'>({
  name: 'deliveries.list',
  select: `${DELIVERY} WHERE webhook_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR kind = $3)`,
  filterCount: 3,
  sorts: { createdAt: { expression: '"createdAt"', type: 'timestamptz' } },
});
const ONE_DELIVERY = statement<DeliveryRow>('deliveries.one', `${DELIVERY} WHERE id = $1`);

export const webhookNotFound = (): DomainError =>
  new DomainError('not-found', 'webhook-not-found', 'There is no webhook with this id.');

@Injectable()
export class WebhooksReader {
  constructor(private readonly database: Database) {}

  list(request: PageRequest, { q, enabled }: { q?: string; enabled?: boolean }): Promise<Page<WebhookRow>> {
    return this.database.list(WEBHOOK_LIST, request, [q ?? null, enabled ?? null]);
  }

  /** Throws `webhook-not-found`. */
  async get(id: string): Promise<WebhookRow> {
    const row = await this.database.readOne(ONE, [id]);
    if (row === undefined) throw webhookNotFound();
    return row;
  }

  /** Returns what was and will be sent to a webhook. Throws `webhook-not-found`. */
  async deliveries(
    webhookId: string,
    request: PageRequest,
    { state, kind }: { state?: DeliveryState; kind?: string },
  ): Promise<Page<DeliveryRow>> {
    await this.get(webhookId);
    return this.database.list(DELIVERY_LIST, request, [webhookId, state ?? null, kind ?? null]);
  }

  /** Throws `delivery-not-found`. */
  async delivery(id: string): Promise<DeliveryRow> {
    const row = await this.database.readOne(ONE_DELIVERY, [id]);
    if (row === undefined)
      throw new DomainError('not-found', 'delivery-not-found', 'There is no delivery with this id.');
    return row;
  }
}
