import type { FlagToolEntity } from './flag-tool.entity.js';
import type { AnalysisDecision } from './domain/flag-state.js';

/** What is stored with a decision of a person or a swap request, with what it was made on; only a change of that brings a dismissed row back. */
export function decidedColumns(
  row: FlagToolEntity,
  decision: AnalysisDecision,
  by: { readonly personId: string | null; readonly at: Date; readonly policyVersion: number },
): Partial<FlagToolEntity> {
  const dismissed = decision.state === 'DISMISSED';
  return {
    analysisState: decision.state,
    snoozedUntil: decision.state === 'SNOOZED' && decision.until !== undefined ? new Date(decision.until) : null,
    justification: dismissed ? (decision.justification ?? null) : null,
    comment: decision.comment ?? null,
    decidedBy: by.personId,
    decidedAt: by.at,
    decidedScore: dismissed ? row.score : null,
    decidedReasons: dismissed ? row.reasons : null,
    decidedPolicyVersion: dismissed ? by.policyVersion : null,
  };
}
