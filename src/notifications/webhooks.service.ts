import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { Egress } from '../egress/egress.client.js';
import { EgressError } from '../egress/egress-error.js';
import { JobQueue } from '../events/job-queue.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { GIVE_UP_AFTER_MS } from './domain/retry-schedule.js';
import type { WebhookFilter } from './domain/webhook-filter.js';
import { TEST_KIND } from './domain/webhook-kinds.js';
import type { WebhookKind } from './domain/webhook-kinds.js';
import { newSecret } from './domain/webhook-message.js';
import { SecretBox } from './secret-box.js';
import { WebhookEntity } from './webhook.entity.js';
import { DELIVER } from './webhook-delivery.job.js';
import { WebhookDispatcher } from './webhook-dispatcher.js';
import { webhookNotFound } from './webhooks.reader.js';

export interface WebhookFields {
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly WebhookKind[];
  readonly filter: WebhookFilter;
}

export type WebhookPatch = Partial<WebhookFields> & { readonly enabled?: boolean };

const ROTATION_MS = 24 * 3_600_000;

interface Locked extends WebhookFields {
  readonly version: number;
  readonly enabled: boolean;
  readonly secret: Buffer;
}

const LOCK = statement<Locked>(
  'webhooks.lock',
  'SELECT version, name, url, kinds, filter, enabled, secret FROM webhook WHERE id = $1 FOR UPDATE',
);
const REPLAY = statement<{ webhookId: string; kind: string }>(
  'deliveries.replay',
  `UPDATE webhook_delivery SET state = 'PENDING', attempts = 0, give_up_at = $2, next_attempt_at = $3, delivered_at = NULL
   WHERE id = $1 AND state <> 'PENDING' RETURNING webhook_id AS "webhookId", kind`,
);

@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly egress: Egress,
    private readonly secrets: SecretBox,
    private readonly dispatcher: WebhookDispatcher,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Returns the id and the secret, which is shown this once. Throws `webhook-url-refused`. */
  async create(fields: WebhookFields, actor: Actor): Promise<{ id: string; secret: string }> {
    this.checkUrl(fields.url);
    const [id, secret, now] = [newId(), newSecret(), this.clock.now()];
    const row = { ...fields, id, secret: this.secrets.seal(secret), enabled: true, createdBy: actor.personId };
    await this.database.transaction(async (tx) => {
      await tx.insert(WebhookEntity, { ...row, version: 1, createdAt: now, updatedAt: now });
      await this.record(tx, 'webhook.created', id, actor, { after: fields });
    });
    return { id, secret };
  }

  /** Throws `webhook-not-found`, `stale`, `webhook-url-refused`. */
  async change(id: string, patch: WebhookPatch, version: number, actor: Actor): Promise<void> {
    if (patch.url !== undefined) this.checkUrl(patch.url);
    await this.database.transaction(async (tx) => {
      const { secret: _, version: __, ...before } = await this.lock(tx, id, version);
      const after = { ...before, ...definedOf(patch) };
      const disabledReason = after.enabled ? null : 'BY_PERSON';
      await tx.manager.update(WebhookEntity, id, {
        ...after,
        disabledReason,
        version: version + 1,
        updatedAt: this.clock.now(),
      });
      await this.record(tx, 'webhook.changed', id, actor, { before, after });
    });
  }

  /** Removes it with its deliveries. Throws `webhook-not-found`, `stale`. */
  remove(id: string, version: number, actor: Actor): Promise<void> {
    return this.database.transaction(async (tx) => {
      const { secret: _, version: __, ...before } = await this.lock(tx, id, version);
      await tx.manager.delete(WebhookEntity, id);
      await this.record(tx, 'webhook.removed', id, actor, { before });
    });
  }

  /** Returns the new secret; for a day messages are signed with the old one, too. Throws `webhook-not-found`. */
  async rotateSecret(id: string, actor: Actor): Promise<string> {
    const secret = newSecret();
    await this.database.transaction(async (tx) => {
      const { version, secret: previousSecret } = await this.lock(tx, id);
      const now = this.clock.now();
      const previousSecretUntil = new Date(now.getTime() + ROTATION_MS);
      const rotated = { secret: this.secrets.seal(secret), previousSecret, previousSecretUntil };
      await tx.manager.update(WebhookEntity, id, { ...rotated, version: version + 1, updatedAt: now });
      await this.record(tx, 'webhook.secret-rotated', id, actor, {});
    });
    return secret;
  }

  /** Sends a message of no consequence and returns the id of its delivery. Throws `webhook-not-found`, `webhook-disabled`. */
  test(id: string, actor: Actor): Promise<string> {
    return this.database.transaction(async (tx) => {
      const { enabled, name } = await this.lock(tx, id);
      if (!enabled) throw new DomainError('conflict', 'webhook-disabled', 'The webhook is disabled; enable it first.');
      const message = { type: TEST_KIND, timestamp: this.clock.now().toISOString(), data: { webhook: name } };
      const deliveryId = await this.dispatcher.enqueue(tx, id, newId(), message);
      if (deliveryId === undefined) throw new Error('a new event was queued before');
      await this.record(tx, 'webhook.tested', id, actor, { detail: { deliveryId } });
      return deliveryId;
    });
  }

  /** Sends a finished message once more, under its old id. Throws `delivery-not-replayable`. */
  replay(deliveryId: string, actor: Actor): Promise<void> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const found = await tx.one(REPLAY, [deliveryId, new Date(now.getTime() + GIVE_UP_AFTER_MS), now]);
      if (found === undefined)
        throw new DomainError('conflict', 'delivery-not-replayable', 'It does not exist or is still being delivered.');
      await this.queue.send(tx, DELIVER, { deliveryId }, { group: { id: found.webhookId } });
      await this.record(tx, 'webhook.replayed', found.webhookId, actor, { detail: { deliveryId, kind: found.kind } });
    });
  }

  private async lock(tx: Tx, id: string, version?: number): Promise<Locked> {
    const locked = await tx.one(LOCK, [id]);
    if (locked === undefined) throw webhookNotFound();
    if (version !== undefined && locked.version !== version)
      throw new DomainError(
        'stale',
        'stale',
        `The record is at version ${locked.version}, not ${version}; read it again.`,
      );
    return locked;
  }

  private record(
    tx: Tx,
    kind: `webhook.${string}`,
    id: string,
    actor: Actor,
    what: { before?: object; after?: object; detail?: object },
  ): Promise<void> {
    return this.audit.record(tx, { kind, subject: { type: 'webhook', id }, actor, ...what });
  }

  private checkUrl(url: string): void {
    try {
      this.egress.check(url);
    } catch (error) {
      if (!(error instanceof EgressError)) throw error;
      const field = { pointer: '/url', code: error.code, detail: error.message };
      throw Object.assign(new DomainError('unprocessable', 'webhook-url-refused', error.message, [field]), {
        cause: error,
      });
    }
  }
}

/** Fields that a merge patch leaves out stay as they are. */
const definedOf = (patch: WebhookPatch): WebhookPatch =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
