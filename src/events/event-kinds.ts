interface SwapStep {
  swapRequestId: string;
  toolId: string;
}

/** What happened, and what a handler needs to find it again: ids and few plain facts, never whole records. */
export interface EventPayloads {
  'release.recorded': { releaseIds: readonly string[] };
  'vendor.changed': { vendorId: string };
  'licence.concluded': { releaseIds: readonly string[] };
  'feed.stale': { feed: string; asOf: string | null };
  'model.registered': { modelId: string };
  'model.changed': { modelId: string };
  'model.support-ending': { modelId: string; retirementDate: string; daysAhead: 90 | 60 | 30 | 7 };
  'tool.registered': { toolId: string };
  'tool.changed': { toolId: string };
  'assignment.started': { assignmentId: string; toolId: string; modelId: string; purpose: 'PRIMARY' | 'FALLBACK' };
  'assignment.ended': { assignmentId: string; toolId: string; modelId: string; purpose: 'PRIMARY' | 'FALLBACK' };
  'portfolio.loaded': { models: number; tools: number };
  'pool.changed': { gpuPoolId: string };
  'policy.changed': { version: number };
  'evaluation.recorded': { toolId: string; evaluationRunId: string };
  'flag.raised': { flagId: string; modelId: string; toolIds: readonly string[] };
  'flag.analysed': { flagId: string; modelId: string };
  'flag.resolved': { flagId: string; modelId: string; toolIds: readonly string[] };
  'swap.submitted': SwapStep;
  'swap.changes-requested': SwapStep;
  'swap.approved': SwapStep;
  'swap.rejected': SwapStep;
  'swap.scheduled': SwapStep;
  'swap.moved': SwapStep;
  'swap.review-overdue': SwapStep;
  'swap.completed': SwapStep;
  'swap.rolled-back': SwapStep;
  'swap.cancelled': SwapStep;
  'swap.expired': SwapStep;
  'swap.base-moved': SwapStep;
  'lock-in.limit-breached': { limit: string; share: number; policyVersion: number };
  'digest.ready': { personId: string; notificationId: string };
}

export type EventKind = keyof EventPayloads;

/** One event: its kind and the payload of that kind. */
export type DomainEvent<Kind extends EventKind = EventKind> = {
  [K in Kind]: { readonly kind: K } & Readonly<EventPayloads[K]>;
}[Kind];
