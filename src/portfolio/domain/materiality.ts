import { DomainError } from '../../kernel/domain-error.js';
import { MATERIALITIES, MATERIALITY_FACTORS } from './vocabulary.js';
import type { Materiality, MaterialityFactor } from './vocabulary.js';

export type MaterialityFactors = Readonly<Record<MaterialityFactor, Materiality>>;

/** Weight of a tool in every concentration figure: 1, 2, 4 for LOW, MEDIUM, HIGH. */
export const MATERIALITY_WEIGHT: Readonly<Record<Materiality, number>> = { LOW: 1, MEDIUM: 2, HIGH: 4 };

const rank = (level: Materiality): number => MATERIALITIES.indexOf(level);

/** The highest of impact, complexity and reliance. */
export const materialityOf = (factors: MaterialityFactors): Materiality =>
  MATERIALITY_FACTORS.map((factor) => factors[factor]).reduce((a, b) => (rank(b) > rank(a) ? b : a));

export interface MaterialityChange {
  readonly from: MaterialityFactors;
  readonly to: MaterialityFactors;
  readonly actorRoles: readonly string[];
  /** A swap request of the tool is not yet finished. */
  readonly openRequest: boolean;
}

/** The new level, or a DomainError: only a MANAGER lowers it, and nobody while a swap request is open. */
export function decideMateriality(change: MaterialityChange): Materiality {
  const next = materialityOf(change.to);
  if (rank(next) >= rank(materialityOf(change.from))) return next;
  if (!change.actorRoles.includes('MANAGER'))
    throw new DomainError('forbidden', 'materiality-lowered-by-manager-only', 'Only a manager lowers the materiality.');
  if (change.openRequest)
    throw new DomainError(
      'conflict',
      'materiality-while-request-open',
      'The materiality is not lowered while a swap request of the tool is open.',
    );
  return next;
}
