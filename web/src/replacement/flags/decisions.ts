import type { components } from '../../api/schema.d.ts';

export type Decision = 'IN_TRIAGE' | 'SNOOZED' | 'DISMISSED' | 'OPEN';
type State = components['schemas']['FlagToolView']['analysisState'];

/** Where a tool's row has to stand for the decision to be possible. */
export const FROM: Record<Decision, readonly State[]> = {
  IN_TRIAGE: ['OPEN'],
  SNOOZED: ['OPEN', 'IN_TRIAGE'],
  DISMISSED: ['OPEN', 'IN_TRIAGE'],
  OPEN: ['IN_TRIAGE', 'SNOOZED', 'DISMISSED'],
};
