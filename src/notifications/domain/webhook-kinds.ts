import type { EventKind } from '../../events/event-kinds.js';

/** Events that leave the house. */
export const WEBHOOK_KINDS = [
  'flag.raised',
  'flag.resolved',
  'release.recorded',
  'swap.submitted',
  'swap.approved',
  'swap.rejected',
  'swap.completed',
  'swap.rolled-back',
  'policy.changed',
  'lock-in.limit-breached',
  'feed.stale',
  'model.support-ending',
  'digest.ready',
] as const satisfies readonly EventKind[];
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

/** Sent on request, to try a receiver. */
export const TEST_KIND = 'webhook.test';
