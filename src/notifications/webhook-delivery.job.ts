import { Injectable } from '@nestjs/common';
import { Audit, SYSTEM } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { Egress } from '../egress/egress.client.js';
import { EgressError } from '../egress/egress-error.js';
import { Job } from '../events/handlers.js';
import type { Delivery } from '../events/handlers.js';
import { JobQueue } from '../events/job-queue.js';
import { Clock } from '../kernel/clock.js';
import { nextAttempt, retryAfterSeconds } from './domain/retry-schedule.js';
import { signedHeaders } from './domain/webhook-message.js';
import { SecretBox } from './secret-box.js';

export const DELIVER = 'webhook.deliver';

const TIMEOUT_MS = 15_000;
/** Nobody reads the answer beyond its status. */
const ANSWER_BYTES = 1_024;
const GONE = 410;

interface Due {
  readonly id: string;
  readonly webhookId: string;
  readonly body: string;
  readonly attempts: number;
  readonly giveUpAt: Date;
  readonly url: string;
  readonly enabled: boolean;
  readonly secret: Buffer;
  readonly previousSecret: Buffer | null;
  readonly previousSecretUntil: Date | null;
}

interface Outcome {
  readonly status: number | null;
  readonly error: string | null;
  readonly retryAfter?: number;
}

const DUE = statement<Due>(
  'deliveries.due',
  `SELECT delivery.id, delivery.webhook_id AS "webhookId", delivery.body, delivery.attempts,
     delivery.give_up_at AS "giveUpAt", webhook.url, webhook.enabled, webhook.secret,
     webhook.previous_secret AS "previousSecret", webhook.previous_secret_until AS "previousSecretUntil"
   FROM webhook_delivery delivery JOIN webhook ON webhook.id = delivery.webhook_id
   WHERE delivery.id = $1 AND delivery.state = 'PENDING'`,
);
const NOTE = statement<{ id: string }>(
  'deliveries.note',
  `UPDATE webhook_delivery SET state = $2, attempts = $3, last_attempt_at = $4, last_status = $5, last_error = $6,
     next_attempt_at = $7, delivered_at = CASE WHEN $2 = 'DELIVERED' THEN $4::timestamptz END
   WHERE id = $1 AND state = 'PENDING' AND attempts = $3 - 1 RETURNING id`,
);
const DISABLE = statement<{ id: string }>(
  'webhooks.gone',
  `UPDATE webhook SET enabled = false, disabled_reason = 'GONE', version = version + 1, updated_at = $2
   WHERE id = $1 AND enabled RETURNING id`,
);
const DROP = statement<{ id: string }>(
  'deliveries.drop',
  `UPDATE webhook_delivery SET state = 'FAILED', next_attempt_at = NULL, last_error = 'the webhook is disabled'
   WHERE id = $1 AND state = 'PENDING' RETURNING id`,
);

/** One attempt to deliver one message; what fails is tried again later, for three days. */
@Injectable()
export class WebhookDeliveryJob {
  constructor(
    private readonly database: Database,
    private readonly egress: Egress,
    private readonly secrets: SecretBox,
    private readonly queue: JobQueue,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A receiver that hangs takes two of the places at most: seven of them leave room for the rest. */
  @Job<{ deliveryId: string }>(DELIVER, { concurrency: 16, perGroup: 2, retries: 20, expireSeconds: 60 })
  async attempt({ deliveryId }: { deliveryId: string }, { signal }: Delivery): Promise<void> {
    const due = await this.database.readOne(DUE, [deliveryId]);
    if (due === undefined) return;
    if (!due.enabled) {
      await this.database.read(DROP, [deliveryId]);
      return;
    }
    const outcome = await this.send(due, signal);
    await this.database.transaction((tx) => this.note(tx, due, outcome));
  }

  private async send(due: Due, signal: AbortSignal): Promise<Outcome> {
    const now = this.clock.now();
    const current = this.secrets.open(due.secret);
    if (current === undefined)
      return { status: null, error: 'the secret cannot be read, because SECRET_KEY is another: rotate it' };
    const rotating = due.previousSecret !== null && due.previousSecretUntil !== null && now < due.previousSecretUntil;
    const previous = rotating && due.previousSecret ? this.secrets.open(due.previousSecret) : undefined;
    const secrets = previous === undefined ? [current] : [current, previous];
    try {
      const { status, headers } = await this.egress.request({
        url: due.url,
        method: 'POST',
        headers: signedHeaders(due.id, due.body, secrets, now),
        body: due.body,
        timeoutMs: TIMEOUT_MS,
        maxBytes: ANSWER_BYTES,
        overflow: 'cut',
        signal,
      });
      const delivered = status >= 200 && status < 300;
      const retryAfter = retryAfterSeconds(headers['retry-after'], now);
      return { status, error: delivered ? null : `answered ${status}`, retryAfter };
    } catch (error) {
      if (!(error instanceof EgressError)) throw error;
      return { status: null, error: error.message };
    }
  }

  private async note(tx: Tx, due: Due, { status, error, retryAfter }: Outcome): Promise<void> {
    const now = this.clock.now();
    const attempts = due.attempts + 1;
    const gone = status === GONE;
    const next =
      error === null || gone
        ? null
        : nextAttempt({ attempts, now, giveUpAt: due.giveUpAt, retryAfter, random: Math.random() });
    const state = error === null ? 'DELIVERED' : next === null ? 'FAILED' : 'PENDING';
    const noted = await tx.one(NOTE, [due.id, state, attempts, now, status, error, next]);
    if (noted === undefined) return;
    if (next !== null) {
      const startAfter = Math.ceil((next.getTime() - now.getTime()) / 1_000);
      await this.queue.send(tx, DELIVER, { deliveryId: due.id }, { startAfter, group: { id: due.webhookId } });
    }
    if (gone && (await tx.one(DISABLE, [due.webhookId, now])) !== undefined)
      await this.audit.record(tx, {
        kind: 'webhook.disabled',
        subject: { type: 'webhook', id: due.webhookId },
        actor: SYSTEM,
        before: { enabled: true },
        after: { enabled: false },
        detail: { reason: 'the receiver answered 410 Gone' },
      });
  }
}
