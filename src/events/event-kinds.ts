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
  'swap.submitted': { swapRequestId: string; toolId: string };
  'swap.approved': { swapRequestId: string; toolId: string };
  'swap.rejected': { swapRequestId: string; toolId: string };
  'swap.completed': { swapRequestId: string; toolId: string };
  'swap.rolled-back': { swapRequestId: string; toolId: string };
  'lock-in.limit-breached': { limit: string; share: number; policyVersion: number };
  'digest.ready': { personId: string; notificationId: string };
}

export type EventKind = keyof EventPayloads;

/** One event: its kind and the payload of that kind. */
export type DomainEvent<Kind extends EventKind = EventKind> = {
  [K in Kind]: { readonly kind: K } & Readonly<EventPayloads[K]>;
}[Kind];
