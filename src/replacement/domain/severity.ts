import type { Thresholds } from '../../policy/domain/policy.js';
import { SEVERITIES } from './vocabulary.js';
import type { Confidence, Reason, Severity } from './vocabulary.js';

export interface SeveritySubject {
  readonly reasons: readonly Reason[];
  /** First in order among the model's candidates. */
  readonly isFirst: boolean;
  /** Eligible for every tool that uses the model. */
  readonly eligibleForAll: boolean;
  readonly ageDays: number;
  readonly score: number | null;
  readonly confidence: Confidence;
  /** Days until the vendor's support ends; undefined where none was announced. */
  readonly supportEndsInDays?: number;
  readonly thresholds: Thresholds;
}

/** FAIL for a broken policy; WARN for what a person should look at soon; INFO for the rest. */
export function severityOf(subject: SeveritySubject): Severity {
  const { reasons, thresholds } = subject;
  if (reasons.includes('POLICY_VIOLATION')) return 'FAIL';
  if (reasons.includes('SUCCESSOR_DECLARED')) return 'WARN';
  if (reasons.includes('END_OF_SUPPORT') && endsSoon(subject)) return 'WARN';
  const settled = subject.ageDays >= thresholds.settledAgeDays;
  if (reasons.includes('NEWER_GENERATION') && subject.isFirst && subject.eligibleForAll && settled) return 'WARN';
  const sure = subject.confidence === 'HIGH' || subject.confidence === 'VERY_HIGH';
  return subject.score !== null && subject.score >= thresholds.warnScore && sure ? 'WARN' : 'INFO';
}

const endsSoon = ({ supportEndsInDays, thresholds }: SeveritySubject): boolean =>
  supportEndsInDays !== undefined && supportEndsInDays <= thresholds.supportEndWarnDays;

/** The most severe of several; INFO for none. */
export const mostSevere = (found: readonly Severity[]): Severity =>
  found.reduce<Severity>((a, b) => (SEVERITIES.indexOf(b) > SEVERITIES.indexOf(a) ? b : a), 'INFO');
