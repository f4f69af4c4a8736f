import { DomainError } from '../kernel/domain-error.js';
import { DATA_CLASSES } from './domain/vocabulary.js';
import type { DataClass, Lifecycle, Materiality, Purpose } from './domain/vocabulary.js';

export interface AssignmentQuestion {
  readonly purpose: Purpose;
  readonly tool: { readonly materiality: Materiality; readonly dataClass: DataClass; readonly hadPrimary: boolean };
  readonly model: { readonly lifecycle: Lifecycle; readonly maxDataClass: DataClass };
}

const ASSIGNABLE: readonly Lifecycle[] = ['APPROVED', 'IN_USE'];

/**
 * Refuses what may not be assigned without a swap request: only a fallback, or the first primary of a LOW tool, begins
 * directly, because a primary is never replaced by one person alone.
 */
export function decideDirectAssignment(question: AssignmentQuestion): void {
  const { purpose, tool } = question;
  if (purpose === 'PRIMARY' && (tool.hadPrimary || tool.materiality !== 'LOW'))
    throw new DomainError(
      'conflict',
      'swap-request-required',
      tool.hadPrimary
        ? 'The primary model of a tool changes by a swap request alone.'
        : `The first primary model of a tool of ${tool.materiality} materiality takes a swap request.`,
    );
  decideServing(question);
}

/** Refuses a model that is not approved, or not for data of this class; holds for swaps too. */
export function decideServing({ tool, model }: Omit<AssignmentQuestion, 'purpose'>): void {
  if (!ASSIGNABLE.includes(model.lifecycle))
    throw new DomainError(
      'conflict',
      'model-not-assignable',
      `A model that is ${model.lifecycle} serves no further tool.`,
    );
  if (DATA_CLASSES.indexOf(tool.dataClass) > DATA_CLASSES.indexOf(model.maxDataClass))
    throw new DomainError(
      'conflict',
      'data-class-not-approved',
      `The model is approved up to ${model.maxDataClass} data, the tool handles ${tool.dataClass}.`,
    );
}
