import type { EventKind } from '../../events/event-kinds.js';

/** Events that leave the house. */
export const WEBHOOK_KINDS = [
  'flag.raised',
  'flag.resolved',
  'release.recorded',
  'swap.submitted',
  'swap.changes-requested',
  'swap.approved',
  'swap.rejected',
  'swap.scheduled',
  'swap.moved',
  'swap.review-overdue',
  'swap.completed',
  'swap.rolled-back',
  'swap.cancelled',
  'swap.expired',
  'swap.base-moved',
  'policy.changed',
  'lock-in.limit-breached',
  'feed.stale',
  'model.support-ending',
  'digest.ready',
] as const satisfies readonly EventKind[];
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

/** Of these nobody in person is told: they concern everybody, or lie in the inbox already. */
const WEBHOOKS_ALONE = ['flag.resolved', 'release.recorded', 'digest.ready'] as const satisfies readonly WebhookKind[];
export type InboxKind = Exclude<WebhookKind, (typeof WEBHOOKS_ALONE)[number]>;
export const INBOX_KINDS = WEBHOOK_KINDS.filter(
  (kind): kind is InboxKind => !WEBHOOKS_ALONE.some((each) => each === kind),
);

/** Sent on request, to try a receiver. */
export const TEST_KIND = 'webhook.test';
